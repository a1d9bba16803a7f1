"""Count what people say before and after a conversation. The answers of one person are never kept side by side."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import User
from conversations.models import Conversation, PulseCount
from conversations.models.pulse import may_answer, may_enter_slips, most_answers
from conversations.permissions import can_record


class PulseClosed(Exception):
    """The questions are not asked now, or as many people have answered as were there."""


@transaction.atomic
def count_pulse(*, conversation: Conversation, moment: str, answers: Mapping[str, str]) -> None:
    """Add one to each given answer (by statement; any may be left out). Raises PulseClosed."""
    if not may_answer(conversation, moment):
        raise PulseClosed
    _add(conversation, moment, answers)


@transaction.atomic
def count_slip(*, conversation: Conversation, by: User, moment: str, answers: Mapping[str, str]) -> None:
    """The same, from paper: its facilitator types in one slip after the other. Raises PermissionDenied, PulseClosed."""
    if not can_record(by, conversation):
        raise PermissionDenied
    if not may_enter_slips(conversation, moment):
        raise PulseClosed
    _add(conversation, moment, answers)


def _add(conversation: Conversation, moment: str, answers: Mapping[str, str]) -> None:
    Conversation.objects.select_for_update().get(pk=conversation.pk)
    most = most_answers(conversation)
    if not PulseCount.objects.add(answers, most=most, conversation=conversation, moment=moment):
        raise PulseClosed
