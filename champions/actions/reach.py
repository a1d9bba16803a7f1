"""Count what people say about themselves. The answers of one person are never kept side by side (C11)."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from champions.choices import ABOUT_YOU
from champions.models import ReachCount
from champions.models.reach import quarter_of


@transaction.atomic
def count_about_you(*, answers: Mapping[str, str]) -> None:
    """Add one to each given answer; `answers` are by question, and any may be left out."""
    quarter = quarter_of(timezone.localdate())
    counts = ReachCount.objects.of_quarter(quarter)
    if not counts.exists():
        # All are made at once, so that their order says nothing.
        rows = [(question, answer) for question, answers_to in ABOUT_YOU.items() for answer in answers_to]
        made = (ReachCount(quarter=quarter, question=question, answer=answer) for question, answer in rows)
        ReachCount.objects.bulk_create(made, ignore_conflicts=True)
    # In one order for all, so that people who answer at once never lock rows against each other.
    for question in ABOUT_YOU:
        counts.filter(question=question, answer=answers.get(question, "")).update(number=F("number") + 1)
