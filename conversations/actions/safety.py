"""From the call that a facilitator made to its outcome. Every step is in the log; what it was about is nowhere."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from conversations import emails
from conversations.actions.writing import opened, saved
from conversations.choices import SafetyAnswer
from conversations.models import Conversation, SafetyPointer
from conversations.permissions import can_open_pointer, can_report_found
from conversations.privacy import refuse_identifiers
from conversations.states import MoveRefused


@transaction.atomic
def record_rung(
    *, conversation: Conversation, by: User, outcome: str, rung: str, rung_at: datetime, their_reference: str = "",
    is_urgent: bool = False, about: str = SafetyPointer.About.NOBODY, is_child_sexual_abuse: bool = False,
) -> SafetyPointer:  # fmt: skip
    """Store that somebody was rung, and tell the safeguarding lead that it happened: never what it was about."""
    conversation = opened(conversation, by)
    refuse_identifiers({"The reference they gave you": their_reference})
    pointer, _ = SafetyPointer.objects.update_or_create(
        conversation=conversation,
        defaults={
            "outcome": outcome, "rung": rung, "rung_at": rung_at, "their_reference": their_reference,
            "is_urgent": is_urgent, "about": about, "is_child_sexual_abuse": is_child_sexual_abuse,
        },
    )  # fmt: skip
    if pointer.alerted_at is None:
        pointer.alerted_at = timezone.now()
        pointer.save(update_fields=["alerted_at"])
    conversation.safety_answer = SafetyAnswer.YES
    saved(conversation, "safety")
    emails.tell_safeguarding(pointer)
    return pointer


@transaction.atomic
def report_found(*, conversation: Conversation, by: User, is_urgent: bool = False) -> SafetyPointer:
    """A reader finds in a note that somebody may not be safe: the safeguarding lead is told, and the clock starts.

    Never what it says: the lead rings its facilitator. Where there is a pointer already, the lead is told again if it
    has become urgent. Raises PermissionDenied.
    """
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if not can_report_found(by, conversation):
        raise PermissionDenied
    pointer, _ = SafetyPointer.objects.get_or_create(
        conversation=conversation,
        defaults={"outcome": SafetyPointer.Outcome.FOUND, "rung_at": timezone.now(), "alerted_at": timezone.now()},
    )
    if is_urgent and not pointer.is_urgent:
        pointer.is_urgent = True
        pointer.save(update_fields=["is_urgent"])
    audit.record("somebody may not be safe: reported by a reader", actor=by, thing=pointer)
    emails.tell_safeguarding(pointer)
    return pointer


def pointer_read(*, pointer: SafetyPointer, by: User) -> None:
    """Log that `by` opened it (S3)."""
    audit.record("safety pointer opened", actor=by, thing=pointer)


@transaction.atomic
def acknowledge(*, pointer: SafetyPointer, by: User) -> SafetyPointer:
    """`by` takes it on. Whoever was first keeps it, so that two people never each think that the other did."""
    pointer = _for(pointer, by)
    if pointer.acknowledged_at is None:
        pointer.acknowledged_by, pointer.acknowledged_at = by, timezone.now()
        pointer.save(update_fields=["acknowledged_by", "acknowledged_at"])
        audit.record("safety pointer taken on", actor=by, thing=pointer)
    return pointer


@transaction.atomic
def close_pointer(
    *, pointer: SafetyPointer, by: User, result: str, referred_on: date | None = None, result_reference: str = ""
) -> SafetyPointer:
    """End it with an outcome (S4). Raises MoveRefused if it is closed, has no outcome, or a referral has no day."""
    pointer = _for(pointer, by)
    if pointer.closed_at:
        raise MoveRefused("Somebody closed this a moment ago.")
    if result not in SafetyPointer.Result.values:
        raise MoveRefused("Choose how it ended. Without that it stays open.")
    if result in SafetyPointer.REFERRED and referred_on is None:
        raise MoveRefused("Say on which day it was referred.")
    pointer.result, pointer.referred_on, pointer.result_reference = result, referred_on, result_reference
    pointer.closed_by, pointer.closed_at = by, timezone.now()
    if pointer.acknowledged_at is None:
        pointer.acknowledged_by, pointer.acknowledged_at = by, pointer.closed_at
    pointer.save()
    audit.record("safety pointer closed", actor=by, thing=pointer)
    return pointer


@transaction.atomic
def hide_from(*, pointer: SafetyPointer, by: User, person: User | None) -> SafetyPointer:
    """Hide it from the person whom it is about (S5)."""
    pointer = _for(pointer, by)
    pointer.hidden_from = person
    pointer.save(update_fields=["hidden_from"])
    audit.record("safety pointer hidden" if person else "safety pointer shown again", actor=by, thing=pointer)
    return pointer


def escalate() -> int:
    """Tell the deputies of everything that nobody took on in time (S2). Gives the number of those. Safe to repeat."""
    late = [pointer.pk for pointer in SafetyPointer.objects.waiting() if pointer.due <= timezone.now()]
    return sum(_escalate_one(pk) for pk in late)


@transaction.atomic
def _escalate_one(pk: int) -> bool:
    pointer = SafetyPointer.objects.waiting().select_for_update(of=("self",)).filter(pk=pk).first()
    if pointer is None:
        return False
    emails.tell_deputies(pointer)
    pointer.deputy_told_at = timezone.now()
    pointer.save(update_fields=["deputy_told_at"])
    audit.record("safety pointer passed to the deputy", thing=pointer)
    return True


def _for(pointer: SafetyPointer, by: User) -> SafetyPointer:
    pointer = SafetyPointer.objects.select_for_update().get(pk=pointer.pk)
    if not can_open_pointer(by, pointer):
        raise PermissionDenied
    return pointer
