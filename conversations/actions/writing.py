"""What every writing on a note begins and ends with."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.models import User
from conversations.models import Conversation
from conversations.permissions import can_record
from conversations.states import State, move


def opened(conversation: Conversation, by: User) -> Conversation:
    """The conversation, locked and ready to be written in. A lapsed facilitator changes nothing (F13)."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if not can_record(by, conversation) or not conversation.is_writable:
        raise PermissionDenied
    if conversation.state in (State.PLANNED, State.HELD):
        move(conversation, State.DRAFT)
    return conversation


def saved(conversation: Conversation, slug: str) -> Conversation:
    """Mark the screen `slug` as done, and when."""
    if slug and slug not in conversation.steps_done:
        conversation.steps_done = [*conversation.steps_done, slug]
    conversation.saved_at = timezone.now()
    conversation.save()
    return conversation
