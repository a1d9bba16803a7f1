"""Records of other evidence, and partners' self-checks. Learning from cases needs a second person's sign-off."""

from datetime import date
from uuid import uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from conversations import emails
from conversations.actions.doing import free_code, may_write
from conversations.actions.telling import NotReady
from conversations.choices import RecordStatus
from conversations.links import Invitation
from conversations.models import PriorityPage, Record, RecordLink, SelfCheck
from conversations.permissions import can_sign_off
from conversations.privacy import refuse_identifiers


class AlreadyAnswered(Exception):
    """Somebody has used this invitation."""


@transaction.atomic
def add_record(*, by: User, title: str, **fields) -> Record:
    may_write(by)
    record = Record(code=free_code(Record, title), title=title, written_by=by, **fields)
    return _saved(record, by, "record added")


@transaction.atomic
def change_record(*, record: Record, by: User, **fields) -> Record:
    """New words have not been signed off by anybody: learning from cases leaves the website until they are."""
    may_write(by)
    record = Record.objects.select_for_update().get(pk=record.pk)
    for name, value in fields.items():
        setattr(record, name, value)
    record.written_by, record.signed_by, record.signed_on = by, None, None
    if record.needs_sign_off:
        record.is_public = False
    return _saved(record, by, "record changed")


@transaction.atomic
def sign_off(*, record: Record, by: User) -> Record:
    """That nobody can be recognised in it, and that the family was asked: never by who wrote it."""
    record = Record.objects.select_for_update().get(pk=record.pk)
    if not can_sign_off(by, record):
        raise PermissionDenied
    record.signed_by, record.signed_on = by, timezone.localdate()
    record.save(update_fields=["signed_by", "signed_on"])
    audit.record("record signed off", actor=by, thing=record)
    return record


@transaction.atomic
def show_record(*, record: Record, by: User, is_public: bool) -> Record:
    """Put it into the public library, or take it out. Raises NotReady."""
    may_write(by)
    record = Record.objects.select_for_update().get(pk=record.pk)
    if is_public and record.needs_sign_off:
        raise NotReady("The safeguarding lead has to sign it off first: nobody may be recognised in it.")
    if is_public and record.status == RecordStatus.DONE and not record.findings:
        raise NotReady("Say what it found first. A finished record without findings helps nobody.")
    record.is_public = is_public
    record.save(update_fields=["is_public"])
    audit.record("record shown" if is_public else "record taken off", actor=by, thing=record)
    return record


@transaction.atomic
def support(*, record: Record, priority: PriorityPage, reason: str, by: User) -> RecordLink:
    may_write(by)
    refuse_identifiers({"Why": reason})
    link, _ = RecordLink.objects.update_or_create(
        record=record, priority=priority, defaults={"reason": reason, "by": by}
    )
    audit.record("record linked", actor=by, thing=link)
    return link


@transaction.atomic
def check_ourselves(*, by: User, organisation: str, on: date, answers: dict, next_step: str = "") -> SelfCheck:
    may_write(by)
    refuse_identifiers({"Organisation": organisation, "Next step": next_step})
    if on > timezone.localdate():
        raise ValidationError({"on": "This day has not come yet"})
    check = SelfCheck(organisation=organisation, on=on, answers=answers, next_step=next_step, by=by)
    check.full_clean()
    check.save()
    audit.record("self-check written down", actor=by, thing=check)
    return check


@transaction.atomic
def ask_partner(*, by: User, organisation: str, email: str) -> Invitation:
    """Ask somebody at a partner organisation to look at it themselves. Their address is in that one mail alone."""
    may_write(by)
    refuse_identifiers({"Organisation": organisation})
    invitation = Invitation(organisation=organisation, key=uuid4())
    emails.ask_for_self_check(invitation, email)
    audit.record("partner asked for a self-check", actor=by)
    return invitation


@transaction.atomic
def partner_checked(*, invitation: Invitation, answers: dict, next_step: str = "") -> SelfCheck:
    """What a partner wrote by its link. Raises AlreadyAnswered, ValidationError."""
    refuse_identifiers({"Next step": next_step})
    check = SelfCheck(
        organisation=invitation.organisation, invitation=invitation.key, on=timezone.localdate(), answers=answers,
        next_step=next_step,
    )  # fmt: skip
    check.full_clean(validate_constraints=False, validate_unique=False)
    try:
        with transaction.atomic():
            check.save()
    except IntegrityError:
        raise AlreadyAnswered from None
    audit.record("self-check sent by the partner", thing=check)
    return check


def _saved(record: Record, by: User, entry: str) -> Record:
    refuse_identifiers({
        "Title": record.title, "What it looks at": record.scope, "What it found": record.findings,
        "What we do about it": record.response, "Who made it": record.source,
    })  # fmt: skip
    record.full_clean()
    record.save()
    audit.record(entry, actor=by, thing=record)
    return record
