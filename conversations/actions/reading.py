"""What the lead organisation does with a note that was handed in: read, accept, send back, feed back."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from conversations import emails
from conversations.actions.counting import to_be_counted
from conversations.models import Conversation, NoteDecision, Theme
from conversations.states import State, move

# Why somebody opens a note, by where it stands: what they can do with it there (L1).
WHY_READ = {
    State.QUARANTINE: "to take out what names somebody",
    State.SUBMITTED: "to accept it or send it back",
    State.ACCEPTED: "to put themes on it",
    State.CODED: "to look at what was understood",
    State.FED_BACK: "to look at what was understood",
}


def note_read(*, conversation: Conversation, by: User, why: str = "") -> None:
    """Log that `by` opened the note of another person, and why: `why`, or what its state asks for."""
    if conversation.facilitator_id != by.pk:
        reason = why or WHY_READ.get(State(conversation.state), "")
        audit.record("note read", actor=by, thing=conversation, reason=reason)


def theme_read(*, theme: Theme, by: User, why: str) -> None:
    """Log that `by` opened what many notes said about a theme, and why."""
    audit.record("points of theme read", actor=by, thing=theme, reason=why)


def reasons_taken(*, by: User) -> None:
    """Log that `by` took the file of reasons."""
    audit.record("reasons exported", actor=by)


@transaction.atomic
def accept(*, conversation: Conversation, by: User) -> Conversation:
    """From now on it counts, and themes may be put on its points. Raises MoveRefused."""
    return _move(conversation, State.ACCEPTED, by, "note accepted")


@transaction.atomic
def send_back(*, conversation: Conversation, by: User, reason: str) -> Conversation:
    """Return it to its facilitator, who reads the reason and can write again. Raises MoveRefused."""
    conversation = _move(conversation, State.RETURNED, by, "note sent back", return_reason=reason)
    NoteDecision.objects.create(conversation=conversation, to=State.RETURNED, reason=reason, by=by)
    emails.tell_sent_back(conversation)
    return conversation


@transaction.atomic
def feed_back(*, conversation: Conversation, by: User) -> Conversation:
    """Note that the people who took part were told what came of it. Raises MoveRefused."""
    return _move(conversation, State.FED_BACK, by, "note fed back")


@transaction.atomic
def ask_to_take_out(*, conversation: Conversation) -> bool:
    """Somebody with the card asks for what they said to be taken out. False after the cut-off: then it cannot be."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if not conversation.can_still_be_taken_out:
        return False
    if conversation.withdrawal_asked_at is None:
        conversation.withdrawal_asked_at = timezone.now()
        conversation.save(update_fields=["withdrawal_asked_at"])
        audit.record("asked to take words out", thing=conversation)
        emails.tell_somebody_wants_out(conversation)
    return True


def _move(conversation: Conversation, to: State, by: User, entry: str, **changes) -> Conversation:
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    move(conversation, to)
    for name, value in changes.items():
        setattr(conversation, name, value)
    conversation.saved_at = timezone.now()
    conversation.save()
    to_be_counted([conversation.pk])
    # The reason stays with the note: a log line must not quote one.
    audit.record(entry, actor=by, thing=conversation)
    return conversation
