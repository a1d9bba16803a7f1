"""Personal addresses of the strategy: sealed, so that a guessed or changed one opens nothing."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from common.sealed import SealBroken, seal, unseal
from conversations.models import Action, Conversation, Follower

_CARD, _FOLLOWER, _OWNER = "conversations:card", "conversations:follower", "conversations:owner"
_PARTNER = "conversations:partner"
# Whoever entered the code on a card may go back and refresh for so long, in seconds.
CARD_OPENS_FOR = 2 * 60 * 60
# A reminder can be answered for a quarter.
REMINDER_OPENS_FOR = 92 * 24 * 60 * 60


class LinkBroken(Exception):
    """The address was changed, cut short, or is too old. The page says what to do instead."""


def card_address(conversation: Conversation) -> str:
    """The path to what came of a conversation, for whoever has the code on its card."""
    return reverse("conversations:came_of_card", args=[seal(conversation.pk, purpose=_CARD)])


def conversation_at(token: str) -> Conversation:
    found = Conversation.objects.filter(pk=_read(token, _CARD, CARD_OPENS_FOR)).first()
    if found is None:
        raise LinkBroken
    return found


def follower_address(follower: Follower) -> str:
    """The path in their mail: what came of it, and the way to stop."""
    return reverse("conversations:news", args=[seal(follower.key.hex, purpose=_FOLLOWER)])


def follower_at(token: str) -> Follower:
    key = _read(token, _FOLLOWER)
    found = Follower.objects.select_related("conversation").filter(key=UUID(str(key))).first()
    if found is None:
        raise LinkBroken
    return found


def owner_address(action: Action) -> str:
    """The path in a reminder, by which an owner says that nothing has changed. It opens nothing else."""
    return reverse("conversations:still_as_it_was", args=[seal(action.pk, purpose=_OWNER)])


def action_at(token: str) -> Action:
    found = Action.objects.select_related("priority").filter(pk=_read(token, _OWNER, REMINDER_OPENS_FOR)).first()
    if found is None:
        raise LinkBroken
    return found


@dataclass(frozen=True)
class Invitation:
    """That a partner is asked how it sees itself. It is in the link and nowhere else."""

    organisation: str
    key: UUID


def invitation_address(invitation: Invitation) -> str:
    """The path by which a partner answers, without an account, within a quarter."""
    sealed = seal([invitation.organisation, invitation.key.hex], purpose=_PARTNER)
    return reverse("conversations:see_ourselves", args=[sealed])


def invitation_at(token: str) -> Invitation:
    organisation, key = _read(token, _PARTNER, REMINDER_OPENS_FOR)
    return Invitation(str(organisation), UUID(str(key)))


def _read(token: str, purpose: str, max_age: int | None = None):
    try:
        return unseal(token, purpose=purpose, max_age=max_age)
    except SealBroken as error:
        raise LinkBroken from error
