"""A complaint about personal data: taken without an account, acknowledged in 30 days, answered (Data (Use and
Access) Act 2025, which put section 164A into the Data Protection Act 2018)."""

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from common import audit, codes, outbox
from common.models import DataComplaint


def new_reference() -> str:
    """Such as DP-7Q4K9CD: to be read out on the phone."""
    return "DP-" + codes.new((7,))


@transaction.atomic
def complain(*, key: str, words: str, email: str = "") -> DataComplaint:
    """Store it and tell the officers that there is one. The same form sent twice is one complaint."""
    complaint, created = DataComplaint.objects.get_or_create(
        key=key, defaults={"reference": new_reference(), "words": words, "email": email}
    )
    if created:
        for officer in User.objects.filter(is_active=True, groups__name=Role.DPO):
            _write("complaint_came", complaint, to=officer.email, about=f"{complaint.pk}-{officer.pk}")
        if complaint.email:
            _write("complaint_received", complaint, to=complaint.email)
    return complaint


@transaction.atomic
def acknowledge(*, complaint: DataComplaint, by: User) -> None:
    """A person has read it. A second time changes nothing."""
    complaint = DataComplaint.objects.select_for_update().get(pk=complaint.pk)
    if complaint.acknowledged_at is None:
        complaint.acknowledged_at = timezone.now()
        complaint.save(update_fields=["acknowledged_at"])
        audit.record("complaint acknowledged", actor=by, thing=complaint)
        if complaint.email:
            _write("complaint_acknowledged", complaint, to=complaint.email)


@transaction.atomic
def answer(*, complaint: DataComplaint, outcome: str, by: User) -> None:
    """Write down what came of it, and send it to whoever complained."""
    complaint = DataComplaint.objects.select_for_update().get(pk=complaint.pk)
    complaint.acknowledged_at = complaint.acknowledged_at or timezone.now()
    complaint.outcome, complaint.closed_at = outcome, timezone.now()
    complaint.save(update_fields=["acknowledged_at", "outcome", "closed_at"])
    audit.record("complaint answered", actor=by, thing=complaint)
    if complaint.email:
        _write("complaint_answered", complaint, to=complaint.email)


def _write(name: str, complaint: DataComplaint, *, to: str, about: str = "") -> None:
    key = about or f"{complaint.pk}"
    outbox.queue(f"common/emails/{name}", key=key, to=to, context={"complaint": complaint})
