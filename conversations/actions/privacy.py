"""What people do about the privacy check: change words, keep them with a reason, redact, release."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from conversations.actions.writing import opened, saved
from conversations.models import Conversation, KeptWords
from conversations.permissions import can_redact
from conversations.privacy import refuse_identifiers
from conversations.privacy.notes import PrivacyCheck
from conversations.states import MoveRefused, State, move


@transaction.atomic
def replace_words(*, conversation: Conversation, by: User, code: str, fingerprint: str, role: str) -> bool:
    """Put `role` ("a young person") where the found words stand in one text. False if they are gone already."""
    conversation = opened(conversation, by)
    places = PrivacyCheck(conversation).at(code, fingerprint)
    if not places:
        return False
    note_text, text = places[0].note_text, places[0].note_text.text
    for found in reversed(places):
        start = found.finding.start
        words = role[0].upper() + role[1:] if opens_a_sentence(text, start) else role
        text = text[:start] + words + text[found.finding.end :]
    if len(text) > note_text.longest:
        raise ValidationError("The text gets too long that way. Change it yourself, and make it a little shorter.")
    note_text.write(text)
    conversation.refresh_from_db()
    saved(conversation, "")
    return True


def opens_a_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in ".!?"


@transaction.atomic
def keep_words(*, conversation: Conversation, by: User, code: str, fingerprint: str, reason: str) -> bool:
    """Say why the found words are no person. The note then waits for the redactor. False if the words are gone."""
    conversation = opened(conversation, by)
    refuse_identifiers({"Why it is not a person": reason})
    places = PrivacyCheck(conversation).at(code, fingerprint)
    if not places or places[0].must_change:
        return False
    KeptWords.objects.update_or_create(
        conversation=conversation, fingerprint=fingerprint,
        defaults={"reason": reason, "by": by, "confirmed_by": None, "confirmed_at": None},
    )  # fmt: skip
    saved(conversation, "")
    return True


@transaction.atomic
def redact(*, conversation: Conversation, by: User, texts: Mapping[str, str]) -> Conversation:
    """Put other words in the place of those of a quarantined note, by the code of each text. The originals are gone."""
    conversation = _for_redactor(conversation, by)
    for note_text in PrivacyCheck(conversation).texts:
        words = texts.get(note_text.code, note_text.text).strip()
        if words != note_text.text:
            refuse_identifiers({note_text.label: words})
            note_text.write(words)
            conversation.corrections.filter(code=note_text.code).update(old_words="", new_words="")
            audit.record("words redacted", actor=by, thing=note_text.row)
    return conversation


@transaction.atomic
def release(*, conversation: Conversation, by: User) -> Conversation:
    """Let it be read. What was kept and is still there has now been looked at by a second person."""
    conversation = _for_redactor(conversation, by)
    check = PrivacyCheck(conversation)
    if any(found.must_change for found in check.found):
        raise MoveRefused("Something in it points at one person. Take it out first.")
    still_there = {found.finding.fingerprint for found in check.found}
    conversation.kept_words.exclude(fingerprint__in=still_there).delete()
    conversation.kept_words.update(confirmed_by=by, confirmed_at=timezone.now())
    move(conversation, State.SUBMITTED)
    conversation.save(update_fields=["state"])
    audit.record("note released", actor=by, thing=conversation)
    return conversation


def _for_redactor(conversation: Conversation, by: User) -> Conversation:
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if not can_redact(by, conversation):
        raise PermissionDenied
    return conversation
