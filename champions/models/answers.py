"""What people say before and after a workshop, as numbers that nobody can trace back to them (C11)."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from champions.models.workshops import Workshop
from common.before_and_after import Moment
from common.models.answers import AnswerCountBase

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


class AnswerCount(AnswerCountBase):
    """How many people gave one answer, at one workshop (C11)."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="answer_counts")

    class Meta:
        ordering = ["workshop", "moment", "statement", "answer"]
        constraints = [
            models.UniqueConstraint("workshop", "moment", "statement", "answer", name="one_count_per_answer"),
        ]
