"""Count what people say before and after. The answers of one person are never kept side by side (C11)."""

from collections.abc import Mapping

from django.db import transaction

from champions.actions.refusals import NotOpen
from champions.models import AnswerCount, Workshop
from champions.models.answers import may_answer


@transaction.atomic
def count_answers(*, workshop: Workshop, moment: str, answers: Mapping[str, str]) -> None:
    """Add one to each given answer; `answers` are by statement, and any may be left out.

    Raises NotOpen outside the days of that moment, or when as many people have answered as the room holds.
    """
    if not may_answer(workshop, moment):
        raise NotOpen
    Workshop.objects.locked().get(pk=workshop.pk)
    if not AnswerCount.objects.add(answers, most=workshop.capacity, workshop=workshop, moment=moment):
        raise NotOpen
