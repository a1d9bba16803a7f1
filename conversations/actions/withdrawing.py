"""Taking a whole conversation out: its words are destroyed. What stays says that there was one, and no more."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from conversations.actions.counting import to_be_counted
from conversations.actions.photos import destroy_photo
from conversations.actions.suggesting import refresh_suggestions_soon
from conversations.models import Conversation, NoteDecision
from conversations.permissions import can_withdraw
from conversations.privacy import refuse_identifiers
from conversations.states import State, move

# Everything that somebody wrote or counted, and what it is then: numbers of people say who was there.
EMPTY: dict = {
    "host": "", "total_attended": None, "expected_size": None, "people": {}, "people_counted": "",
    "under_18s_present": None, "first_to_hear": "", "second_to_hear": "", "third_to_hear": "",
    "strength_to_build_on": "", "who_was_missing": "", "my_view": "", "promised": "", "how_to_tell": "",
    "tell_by": None, "return_reason": "", "withdrawal_code": None, "quote_codes": [], "steps_done": [],
}  # fmt: skip


@transaction.atomic
def withdraw(*, conversation: Conversation, by: User, reason: str) -> Conversation:
    """Take it out of every count at once, and destroy what was said in it. Nothing leads back.

    The reference, the day, the kind of place, the ward, its facilitator and `reason` stay, so that somebody can answer
    for it; a safety pointer stays too, which holds no story. Releases of figures are of their day and do not change.
    Raises PermissionDenied, MoveRefused, and ValidationError where the reason points at somebody.
    """
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if not can_withdraw(by, conversation):
        raise PermissionDenied
    refuse_identifiers({"Why": reason})
    move(conversation, State.WITHDRAWN)
    conversation.saved_at = timezone.now()
    empty(conversation)
    NoteDecision.objects.create(conversation=conversation, to=State.WITHDRAWN, reason=reason, by=by)
    audit.record("note withdrawn", actor=by, thing=conversation)
    to_be_counted([conversation.pk])
    # What the suggestions learnt from its words is worked out again without them.
    refresh_suggestions_soon()
    return conversation


def empty(conversation: Conversation) -> None:
    """Destroy the words and the numbers of people. The rows that point at a point or a quote go with it."""
    for photo in conversation.photos.all():
        destroy_photo(photo, by=None)
    for rows in (
        conversation.points, conversation.unfinished, conversation.kept_words, conversation.corrections,
        conversation.pulse_counts,
    ):  # fmt: skip
        rows.all().delete()
    conversation.decisions.update(reason="")
    for name, value in EMPTY.items():
        setattr(conversation, name, value)
    conversation.save()
