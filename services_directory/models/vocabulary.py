"""Words of the directory alone: for whom a service is, and what people say when they mean something else."""

from django.db import models
from wagtail.admin.panels import FieldPanel

from common.models.vocabulary import Term


class Audience(Term):
    """Whom a service is for, such as a young person or a parent or carer."""

    class Meta(Term.Meta):
        verbose_name = "audience"


class Synonym(models.Model):
    """What people type, and the words of the directory that it stands for: "cooth" stands for "Kooth"."""

    said = models.CharField(
        "what people type",
        max_length=60,
        unique=True,
        help_text="One word or a few, as people write them: slang, short forms and spelling mistakes.",
    )
    means = models.CharField(
        "what they are looking for",
        max_length=200,
        help_text="Words that stand in the directory, with commas between: county lines, exploitation.",
    )
    last_modified = models.DateTimeField(auto_now=True)

    panels = [FieldPanel("said"), FieldPanel("means")]

    class Meta:
        ordering = ["said"]
        verbose_name = "search word"

    def __str__(self) -> str:
        return f"{self.said} → {self.means}"

    def clean(self) -> None:
        self.said = " ".join(self.said.casefold().split())
