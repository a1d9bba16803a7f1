"""Keeping a note from a reader who is part of what was said."""

from collections.abc import Iterable

from django.db import transaction

from accounts.models import User
from accounts.roles import Role
from common import audit
from conversations.actions.writing import opened
from conversations.models import Conversation
from conversations.models.conversations import NOTE_READERS


class NobodyLeft(Exception):
    """Without these people nobody could take the note on. Its text says whom to ring."""


def readers() -> Iterable[User]:
    """Everybody who reads notes, by name."""
    roles = [role.value for role in NOTE_READERS]
    found = User.objects.filter(is_active=True, groups__name__in=roles).distinct()
    return found.prefetch_related("groups").order_by("first_name", "last_name", "pk")


@transaction.atomic
def keep_from(*, conversation: Conversation, by: User, people: Iterable[User]) -> Conversation:
    """From now on the note does not exist for `people`, and for nobody else is it kept back. Raises NobodyLeft.

    Somebody has to be left for each part of the work. The log says that it was done, and not whom it is kept from.
    """
    conversation = opened(conversation, by)
    keys = {person.pk for person in people}
    # Nobody takes on a note of their own.
    writers = [pk for pk in (conversation.facilitator_id, conversation.entered_by_id) if pk]
    for role in NOTE_READERS:
        able = User.objects.filter(is_active=True, groups__name=role.value).exclude(pk__in=writers)
        if able.exists() and not able.exclude(pk__in=keys).exists():
            raise NobodyLeft(_RING.get(role, _RING[Role.COORDINATOR]))
    conversation.kept_from.set(keys)
    audit.record("note kept from a reader", actor=by, thing=conversation)
    return conversation


_RING = {
    Role.COORDINATOR: "Then nobody is left who could accept your note. Ring the safeguarding lead before you go on.",
    Role.ANALYST: "Then nobody is left who could put themes on it. Ring the safeguarding lead before you go on.",
    Role.REDACTOR: "Then nobody is left who could check it for names. Ring the safeguarding lead before you go on.",
}
