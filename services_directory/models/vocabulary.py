"""Words of the directory alone: for whom a service is, and what people say when they mean something else."""

from django import forms
from django.db import models
from wagtail.admin.panels import FieldPanel

from common.models import Need
from common.models.vocabulary import Term


class Audience(Term):
    """Whom a service is for, such as a young person or a parent or carer."""

    class Meta(Term.Meta):
        verbose_name = "audience"


class Synonym(models.Model):
    """What people type, and what they mean: words of the directory ("cooth" is "Kooth"), a situation, or both."""

    said = models.CharField(
        "what people type",
        max_length=60,
        unique=True,
        help_text="One word or a few, as people write them: slang, short forms and spelling mistakes.",
    )
    means = models.CharField(
        "what they are looking for",
        max_length=200,
        blank=True,
        help_text="Words that stand in the directory, with commas between: county lines, exploitation. "
        "Leave empty if the situation below says it.",
    )
    needs = models.ManyToManyField(
        Need,
        blank=True,
        related_name="+",
        verbose_name="in what situation people type it",
        help_text="Several if it may be any of them: the other words that somebody types then decide.",
    )
    last_modified = models.DateTimeField(auto_now=True)

    panels = [FieldPanel("said"), FieldPanel("means"), FieldPanel("needs", widget=forms.CheckboxSelectMultiple)]

    class Meta:
        ordering = ["said"]
        verbose_name = "search word"

    def __str__(self) -> str:
        return self.said

    @property
    def situations(self) -> str:
        return "; ".join(need.name for need in self.needs.all())

    def clean(self) -> None:
        self.said = " ".join(self.said.casefold().split())
