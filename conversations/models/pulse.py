"""The trust pulse: what people say before and after a conversation, as numbers that nobody can trace back to them."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from common.before_and_after import Moment
from common.models.answers import AnswerCountBase
from conversations.models.conversations import MOST_PEOPLE, Conversation
from conversations.states import State

BEFORE_OPENS = timedelta(days=7)
AFTER_CLOSES = timedelta(days=14)


def may_answer(conversation: Conversation, moment: str) -> bool:
    """Whether the questions of that moment are asked today: a plan has a day and no hour."""
    day = conversation.held_on
    opens, closes = {
        Moment.BEFORE: (day - BEFORE_OPENS, day),
        Moment.AFTER: (day, day + AFTER_CLOSES),
    }[Moment(moment)]
    return conversation.state != State.WITHDRAWN and opens <= timezone.localdate() <= closes


def may_enter_slips(conversation: Conversation, moment: str) -> bool:
    """Whether answers on paper may still be typed in: they come home with the facilitator."""
    closes = conversation.held_on + AFTER_CLOSES
    return conversation.state != State.WITHDRAWN and conversation.held_on <= timezone.localdate() <= closes


def most_answers(conversation: Conversation) -> int:
    """How many can have answered: who came, or twice as many as were expected."""
    return conversation.total_attended or 2 * (conversation.expected_size or 0) or MOST_PEOPLE


class PulseCount(AnswerCountBase):
    """How many people gave one answer, at one conversation."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="pulse_counts")

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["conversation", "moment", "statement", "answer"]
        constraints = [
            models.UniqueConstraint("conversation", "moment", "statement", "answer", name="one_count_per_pulse_answer"),
        ]
