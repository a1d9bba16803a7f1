"""How the network is doing, for those who look after it: from a first wish to an active champion, where, and who waits.

The steps are counts of a year. The table of wards obeys the rule about small numbers, because it is made to be shown.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from accounts.models import User
from champions.choices import FACILITATOR_KINDS, RoleKind
from champions.models import Booking, Champion, DatedRole, Invitation, PlaceScoping, RoleCheck, TrainingRecord
from champions.models.training import trained_until
from common.disclosure import Shown, Table, protect
from common.models import Ward

SOON = timedelta(days=60)


@dataclass(frozen=True)
class Due:
    """Something that one person has to do by a day."""

    person: User
    what: str
    by: date


def steps(today: date) -> dict[str, int]:
    """What happened in the last year, in the order in which it happens to one person; and who is active today."""
    since = timezone.now() - timedelta(days=365)
    booked = Booking.objects.filter(created__gte=since, state=Booking.State.BOOKED)
    return {
        "Asked for a workshop where they live": PlaceScoping.objects.filter(created__gte=since).count(),
        "Booked a workshop": booked.count(),
        "Came to one": TrainingRecord.objects.filter(attended_on__gt=today - timedelta(days=365)).count(),
        "Were invited to join": Invitation.objects.filter(created__gte=since).count(),
        "Joined": Champion.objects.filter(created__gte=since).count(),
        "Active today": Champion.objects.active(today).count(),
    }


def by_ward() -> Shown:
    """Where the active champions meet people."""
    counts = Counter(Champion.objects.active().values_list("ward", flat=True))
    wards = {ward.name: counts.get(ward.pk, 0) for ward in Ward.objects.all()}
    all_over = {"All over, or outside the borough": counts.get(None, 0)}
    return protect(
        Table.by_one("Active champions, by part of the borough", "active champions", "Part of the borough",
                     wards | all_over, period=f"{timezone.localdate()}")
    )  # fmt: skip


def due(today: date) -> list[Due]:
    """The promise, checks and training of active people that run out within 60 days, or already have."""
    found = [*_promises(), *_checks(today), *_training(today)]
    return sorted(found, key=lambda one: (one.by, one.person.email))


def _promises() -> list[Due]:
    asked = Champion.objects.active().filter(asked_again_on__isnull=False).select_related("user")
    return [Due(one.user, "Say that they are still active", one.answer_by) for one in asked if one.answer_by]


def _checks(today: date) -> list[Due]:
    checks = RoleCheck.objects.due_by(today + SOON).select_related("user")
    return [Due(check.user, f"Show the check again: {check}", check.review_on) for check in checks if check.review_on]


def _training(today: date) -> list[Due]:
    leading = DatedRole.objects.of_kind(RoleKind.FACILITATOR).active(today).select_related("user")
    last = TrainingRecord.objects.last_of_facilitators([role.user_id for role in leading])
    ends = {role: trained_until(last[role.user_id]) for role in leading if role.user_id in last}
    return [Due(role.user, "Come to a refresher", day) for role, day in ends.items() if day <= today + SOON]


def not_joined():
    """Those who came to a workshop, have their own link, and have not used it while it lasts."""
    usable = Invitation.objects.filter(used_at=None, expires_at__gt=timezone.now())
    return usable.exclude(attendance__kind__in=FACILITATOR_KINDS).with_attendance()


def perhaps_the_same() -> list[list[User]]:
    """Active accounts of people with roles here that have one and the same name. One query."""
    by_name: dict[str, list[User]] = {}
    for user in User.objects.filter(is_active=True, dated_roles__isnull=False).distinct().order_by("date_joined"):
        by_name.setdefault(user.get_full_name().casefold(), []).append(user)
    return [people for name, people in sorted(by_name.items()) if name and len(people) > 1]
