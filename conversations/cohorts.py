"""A cohort as its coordinator sees it: who is trained until when, what each has led, and who is whose buddy."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from champions.choices import RoleKind
from champions.models import DatedRole, TrainingRecord
from champions.models.training import trained_until
from conversations.models import Cohort, Conversation
from conversations.models.conversations import DAYS_UNTIL_OVERDUE
from conversations.states import HANDED_IN

# So long before training lapses, somebody is told that it will.
SOON = timedelta(days=60)


@dataclass(frozen=True)
class Member:
    """One person. `until` is the last day on which their training holds, None where there is none."""

    user: User
    until: date | None
    has_role: bool
    handed_in: int
    late: int
    buddy: str

    @property
    def training(self) -> str:
        if self.until is None:
            return "Not trained yet"
        day = f"{self.until:%-d %b %Y}"
        return f"Until {day}" if self.until >= timezone.localdate() else f"Lapsed on {day}"

    @property
    def warning(self) -> str:
        """What the coordinator should see to; "" where all is well. It is what the right to record depends on."""
        if self.until is None or self.until < timezone.localdate():
            return "Cannot record notes"
        if not self.has_role:
            return "Cannot record notes: the role of facilitator has ended"
        return "Needs a refresher soon" if self.until < timezone.localdate() + SOON else ""


def who_may_record() -> QuerySet[User]:
    """Everybody whose role and training are current today: the one rule, for many people at once."""
    roles = DatedRole.objects.of_kind(RoleKind.FACILITATOR).active().values("user")
    trained = TrainingRecord.objects.current().values("user")
    return User.objects.filter(is_active=True, pk__in=roles).filter(pk__in=trained).order_by("first_name", "last_name")


def members_of(cohort: Cohort) -> list[Member]:
    """Five queries, however many there are."""
    users = list(cohort.members.order_by("first_name", "last_name", "email"))
    keys = [user.pk for user in users]
    last = TrainingRecord.objects.last_of_facilitators(keys)
    roles = DatedRole.objects.of_kind(RoleKind.FACILITATOR).active().filter(user__in=keys)
    active = set(roles.values_list("user", flat=True))
    led, buddies = _led(keys), _buddies(cohort)
    return [
        Member(
            user, trained_until(last[user.pk]) if user.pk in last else None, user.pk in active,
            *led.get(user.pk, (0, 0)), buddies.get(user.pk, ""),
        )
        for user in users
    ]  # fmt: skip


def _led(keys: list[int]) -> dict[int, tuple[int, int]]:
    """(how many notes were handed in, how many are late) by facilitator."""
    late = Conversation.objects.overdue(DAYS_UNTIL_OVERDUE[0]).values("pk")
    found = (
        Conversation.objects.filter(facilitator__in=keys)
        .order_by()
        .values_list("facilitator")
        .annotate(handed_in=Count("pk", filter=Q(state__in=HANDED_IN)), late=Count("pk", filter=Q(pk__in=late)))
    )
    return {key: (handed_in, late) for key, handed_in, late in found}


def _buddies(cohort: Cohort) -> dict[int, str]:
    """Who it is, or that an answer is waited for. The coordinator knows who was asked."""
    told = {}
    for pair in cohort.buddies.select_related("first", "second"):
        for user, other in ((pair.first, pair.second), (pair.second, pair.first)):
            told[user.pk] = str(other) if pair.is_agreed else f"{other} (asked)"
    return told


def without_a_cohort() -> QuerySet[User]:
    """Facilitators of today who have no place in any cohort."""
    roles = DatedRole.objects.of_kind(RoleKind.FACILITATOR).active()
    found = User.objects.filter(is_active=True, pk__in=roles.values("user"), conversation_cohorts=None)
    return found.order_by("first_name", "last_name", "email")
