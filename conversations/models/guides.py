"""The guide by which conversations are held."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from common.models import BigQuestion
from conversations.choices import PartKind


class GuideQuerySet(models.QuerySet):
    def in_use(self) -> "GuideQuerySet":
        """Those that a conversation may be planned by today, the newest first."""
        return self.filter(in_use_from__lte=timezone.localdate()).order_by("-in_use_from", "-pk")


class GuideVersion(ClusterableModel):
    """The questions that a conversation was held by, so that what people said is read against what they were asked."""

    name = models.CharField("name", max_length=80, unique=True)
    opening_words = models.TextField("words to read out at the start")
    consent_words = models.TextField("how to ask for somebody's own words", blank=True)
    closing_words = models.TextField("words to read out at the end", blank=True)
    in_use_from = models.DateField("in use from")

    objects = GuideQuerySet.as_manager()

    class Meta:
        ordering = ["-in_use_from"]
        get_latest_by = "in_use_from"
        verbose_name = "guide"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A guide that somebody was asked by stays as it is."""
        if self.pk and self.conversations.exists():
            raise ValidationError(
                "Conversations are planned or were held by this guide, so it stays as it is. Make a new one, and say "
                "from when it is in use."
            )

    @property
    def in_order(self) -> list["GuidePart"]:
        """The parts as they are asked: strengths first (seed 004)."""
        return sorted(self.parts.select_related("big_question"), key=lambda part: part.kind != PartKind.STRENGTHS)


class GuidePart(Orderable):
    """One part of a conversation: a big question, an activity, what a facilitator asks themselves."""

    guide = ParentalKey(GuideVersion, on_delete=models.CASCADE, related_name="parts")
    kind = models.CharField("kind", max_length=11, choices=PartKind.choices)
    title = models.CharField(
        "title", max_length=120, blank=True, help_text="Empty for a big question: its own words are shown."
    )
    big_question = models.ForeignKey(BigQuestion, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    minutes = models.PositiveSmallIntegerField("minutes", default=10)
    words = models.TextField("what to ask or do", help_text="One thing on each line.")

    def __str__(self) -> str:
        return self.heading

    def clean(self) -> None:
        if self.kind == PartKind.QUESTION and not self.big_question:
            raise ValidationError({"big_question": "Choose which of the three big questions it is"})
        if not (self.title or self.big_question):
            raise ValidationError({"title": "Give it a title"})

    @property
    def heading(self) -> str:
        return self.title or (self.big_question.name if self.big_question else self.get_kind_display())

    @property
    def lines(self) -> list[str]:
        return [line.strip() for line in self.words.splitlines() if line.strip()]
