"""Count what people say before and after. The answers of one person are never kept side by side (C11)."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F

from champions.actions.refusals import NotOpen
from champions.choices import Answer, Statement
from champions.models import AnswerCount, Workshop
from champions.models.answers import may_answer


@transaction.atomic
def count_answers(*, workshop: Workshop, moment: str, answers: Mapping[str, str]) -> None:
    """Add one to each given answer; `answers` are by statement, and any may be left out.

    Raises NotOpen outside the days of that moment, or when as many people have answered as the room holds.
    """
    if not may_answer(workshop, moment):
        raise NotOpen
    counts = _counts_of(workshop, moment)
    for statement, answer in answers.items():
        if sum(count.number for count in counts if count.statement == statement) >= workshop.capacity:
            raise NotOpen
        row = next(count for count in counts if (count.statement, count.answer) == (statement, answer))
        AnswerCount.objects.filter(pk=row.pk).update(number=F("number") + 1)


def _counts_of(workshop: Workshop, moment: str) -> list[AnswerCount]:
    """Every count of that moment, with the workshop locked. All are made at once, so that their order says nothing.

    One row is the lock, because people who answer at once would lock many rows in many orders.
    """
    Workshop.objects.locked().get(pk=workshop.pk)
    counts = AnswerCount.objects.filter(workshop=workshop, moment=moment)
    if not counts:
        rows = [(statement, answer) for statement in Statement for answer in Answer]
        AnswerCount.objects.bulk_create(
            AnswerCount(workshop=workshop, moment=moment, statement=one, answer=other) for one, other in rows
        )
    return list(counts.all())
