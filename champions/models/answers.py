"""What people say before and after a workshop, as numbers that nobody can trace back to them (C11)."""

from datetime import timedelta

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Sum
from django.utils import timezone

from champions.choices import Answer, Moment, Statement
from champions.models.workshops import Workshop

BEFORE_OPENS = timedelta(days=7)
# People come late, and some leave early.
AROUND_THE_DAY = timedelta(hours=1)
AFTER_CLOSES = timedelta(days=14)


def may_answer(workshop: Workshop, moment: str) -> bool:
    """Whether the questions of that moment are asked now."""
    opens, closes = {
        Moment.BEFORE: (workshop.starts_at - BEFORE_OPENS, workshop.starts_at + AROUND_THE_DAY),
        Moment.AFTER: (workshop.ends_at - AROUND_THE_DAY, workshop.ends_at + AFTER_CLOSES),
    }[Moment(moment)]
    return workshop.state in Workshop.HELD_STATES and opens <= timezone.now() < closes


def asked_now(workshop: Workshop) -> Moment | None:
    """The moment whose questions are open; at a very short workshop the later one."""
    return next((moment for moment in reversed(Moment) if may_answer(workshop, moment)), None)


class AnswerCountQuerySet(models.QuerySet):
    def counted(self) -> "AnswerCountQuerySet":
        return self.filter(number__gt=0)

    def together(self, workshops: list[int]) -> "dict[tuple[str, str, str], int]":
        """How often each answer was given to each statement at each moment, at all these workshops together."""
        rows = self.filter(workshop__in=workshops).order_by().values_list("moment", "statement", "answer")
        return {tuple(key): total for *key, total in rows.annotate(total=Sum("number"))}


class AnswerCount(models.Model):
    """How many people gave one answer. All that is kept: no row of anybody's own, no time, no key to a booking."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="answer_counts")
    moment = models.CharField(max_length=10, choices=Moment)
    statement = models.CharField(max_length=10, choices=Statement)
    answer = models.CharField(max_length=10, choices=Answer)
    number = models.PositiveSmallIntegerField(default=0, validators=[MinValueValidator(0)])

    objects = AnswerCountQuerySet.as_manager()

    class Meta:
        ordering = ["workshop", "moment", "statement", "answer"]
        constraints = [
            models.UniqueConstraint("workshop", "moment", "statement", "answer", name="one_count_per_answer"),
        ]

    def __str__(self) -> str:
        return f"{self.get_statement_display()}: {self.get_answer_display()} ({self.get_moment_display()})"
