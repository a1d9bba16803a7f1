"""Invented answers before and after some conversations: straight to the database, because the questions are closed."""

from common.before_and_after import Answer, Moment, Statement
from conversations.models import Conversation, PulseCount

SAID = {Moment.BEFORE: [3, 4, 3, 1, 0], Moment.AFTER: [1, 2, 4, 3, 1]}
EVERY = 4


def load() -> None:
    """One in four of the conversations that count, unless there are some already."""
    if PulseCount.objects.exists():
        return
    asked = list(Conversation.objects.counted().order_by("held_on", "pk"))[::EVERY]
    PulseCount.objects.bulk_create(
        PulseCount(conversation=conversation, moment=moment, statement=statement, answer=answer, number=number)
        for conversation in asked
        for moment, numbers in SAID.items()
        for statement in Statement
        for answer, number in zip(Answer, numbers, strict=True)
    )
