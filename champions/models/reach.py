"""Whom the workshops reach, as numbers of a quarter: no row of anybody's own, and no key to a booking (C11)."""

from datetime import date

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Max
from django.utils import timezone

from champions.choices import AboutYou


def quarter_of(day: date) -> date:
    """The first day of the quarter in which `day` is."""
    return date(day.year, day.month - (day.month - 1) % 3, 1)


class ReachCountQuerySet(models.QuerySet):
    def over(self) -> "ReachCountQuerySet":
        """Of quarters that have ended, to which nothing is added any more."""
        return self.filter(quarter__lt=quarter_of(timezone.localdate()))

    def latest_quarter(self) -> date | None:
        return self.aggregate(latest=Max("quarter"))["latest"]

    def of_quarter(self, quarter: date) -> "ReachCountQuerySet":
        return self.filter(quarter=quarter)


class ReachCount(models.Model):
    """How many people gave one answer in a quarter. Neither workshop nor day is kept: it could be one person's."""

    quarter = models.DateField("first day of the quarter")
    question = models.CharField(max_length=10, choices=AboutYou)
    answer = models.CharField(max_length=20)
    number = models.PositiveIntegerField(default=0, validators=[MinValueValidator(0)])

    objects = ReachCountQuerySet.as_manager()

    class Meta:
        ordering = ["quarter", "question", "answer"]
        constraints = [
            models.UniqueConstraint("quarter", "question", "answer", name="one_count_per_quarter_and_answer")
        ]

    def __str__(self) -> str:
        return f"{self.get_question_display()}: {self.answer} ({self.quarter:%B %Y})"
