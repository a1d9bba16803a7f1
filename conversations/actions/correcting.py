"""After it is handed in: taken back within 14 days while nobody has accepted it, and then corrected by request."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from conversations import emails
from conversations.models import Conversation, Correction
from conversations.permissions import can_ask_for_correction, can_decide_correction, can_take_back
from conversations.privacy.findings import findings_in
from conversations.privacy.notes import NoteText, texts_of, words_that_name_nobody
from conversations.states import State, move


class TextIsGone(Exception):
    """The text that somebody wants to change is not there any more, or says something else by now."""


@transaction.atomic
def take_back(*, conversation: Conversation, by: User) -> Conversation:
    """Make it a draft again, to be changed and handed in once more. Raises PermissionDenied when that is over."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if not can_take_back(by, conversation):
        raise PermissionDenied
    move(conversation, State.DRAFT)
    conversation.save(update_fields=["state"])
    audit.record("note taken back by its facilitator", actor=by, thing=conversation)
    return conversation


def correctable(conversation: Conversation) -> list[NoteText]:
    """The texts that may be corrected: all but people's own words, which are theirs."""
    return [text for text in texts_of(conversation) if not text.code.startswith("quote-")]


@transaction.atomic
def ask_for_correction(
    *, conversation: Conversation, by: User, code: str, new_words: str, reason: str, points_at_somebody: bool = False
) -> Correction:
    """Ask for other words in one text. Asking again while it waits changes the wish.

    With `points_at_somebody`, the old words are kept nowhere but in the note, until they are gone from there too.
    Raises PermissionDenied, TextIsGone, and ValidationError where the new words may name a person.
    """
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if not can_ask_for_correction(by, conversation):
        raise PermissionDenied
    text = _text_of(conversation, code)
    if len(new_words) > text.longest:
        raise ValidationError(f"Write {text.longest} characters or fewer")
    for words in (new_words, reason):
        _refuse_what_may_name_somebody(conversation, words)
    correction, _ = Correction.objects.update_or_create(
        conversation=conversation, code=code, decided_at=None,
        defaults={
            "label": text.label, "old_words": "" if points_at_somebody else text.text, "new_words": new_words,
            "reason": reason, "asked_by": by,
        },
    )  # fmt: skip
    audit.record("correction asked for", actor=by, thing=conversation)
    emails.tell_correction_asked(correction)
    return correction


@transaction.atomic
def decide_correction(*, correction: Correction, by: User, make: bool, answer: str = "") -> Correction:
    """Make the change, or say why not. Deciding twice is deciding once. Raises PermissionDenied, TextIsGone."""
    correction = Correction.objects.select_for_update().get(pk=correction.pk)
    conversation = Conversation.objects.select_for_update().get(pk=correction.conversation_id)
    if not can_decide_correction(by, conversation):
        raise PermissionDenied
    if not correction.is_waiting:
        return correction
    if make:
        text = _text_of(conversation, correction.code)
        if correction.old_words and correction.old_words != text.text:
            raise TextIsGone
        text.write(correction.new_words)
    correction.is_made, correction.answer = make, answer
    correction.decided_by, correction.decided_at = by, timezone.now()
    correction.save()
    audit.record("correction made" if make else "correction not made", actor=by, thing=conversation)
    emails.tell_correction_decided(correction)
    return correction


def _text_of(conversation: Conversation, code: str) -> NoteText:
    text = next((text for text in correctable(conversation) if text.code == code), None)
    if text is None:
        raise TextIsGone
    return text


def _refuse_what_may_name_somebody(conversation: Conversation, words: str) -> None:
    """A correction passes no redactor, so it may hold nothing that one would have to look at."""
    kept = set(conversation.kept_words.values_list("fingerprint", flat=True))
    found = findings_in(words, also_allowed=words_that_name_nobody())
    if any(finding.fingerprint not in kept for finding in found):
        raise ValidationError("Something here may point at one person. Write a role instead, such as “a local coach”")
