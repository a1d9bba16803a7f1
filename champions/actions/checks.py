"""What level of check a role needs, that it was seen, and that it is time to look again."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from champions import emails
from champions.models import DatedRole, RoleCheck
from common import audit

# Days before the review at which the person is reminded.
REMIND_AT = (60, 30, 7)


@transaction.atomic
def note_check(*, user, kind: str, level: str, why: str, seen_on: date | None, review_on: date | None, by) -> RoleCheck:
    """Write down what is needed for a role and that it was seen, by whoever saw it. One for each person and role."""
    fields = {"level": level, "why": why, "seen_on": seen_on, "review_on": review_on}
    check, _ = RoleCheck.objects.update_or_create(
        user=user, kind=kind, defaults={**fields, "seen_by": by if seen_on else None}
    )
    audit.record(f"check noted: {level}", actor=by, thing=check)
    return check


@transaction.atomic
def drop_check(*, check: RoleCheck, by) -> None:
    """Nothing is needed for this role after all."""
    audit.record("check dropped", actor=by, thing=check)
    check.delete()


def remind_of_checks(*, today: date | None = None) -> int:
    """Write to everybody whose check is due to be looked at again, at 60, 30 and 7 days; how many were due for a mail.

    Works on a day on which the clock stood still, and writes to nobody twice.
    """
    today = today or timezone.localdate()
    told = 0
    for check in RoleCheck.objects.due_by(today + timedelta(days=max(REMIND_AT))).select_related("user"):
        left = (check.review_on - today).days
        emails.check_due(check, days=min(days for days in REMIND_AT if left <= days))
        told += 1
    return told


def old_checks(until: date):
    """Those whose person has not held the role since `until`."""
    held = DatedRole.objects.filter(user=OuterRef("user"), kind=OuterRef("kind"))
    still = held.filter(ends_on__isnull=True) | held.filter(ends_on__gte=until)
    return RoleCheck.objects.exclude(Exists(still))
