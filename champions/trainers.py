"""Who could lead a workshop, and what stands in somebody's way. Read by the page, and asked again inside the lock."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from champions.choices import RoleKind
from champions.models import Allocation, Away, DatedRole, Workshop
from champions.models.trainers import too_close


@dataclass(frozen=True)
class Candidate:
    """A trainer, and in words why they cannot lead this workshop ("" if nothing is in the way)."""

    trainer: User
    obstacle: str


class Diary:
    """What these trainers have on: read once, for however many workshops are asked about."""

    def __init__(self, trainers: Iterable[User]) -> None:
        keys = [trainer.pk for trainer in trainers]
        self.roles, self.away, self.led = defaultdict(list), defaultdict(list), defaultdict(list)
        for role in DatedRole.objects.of_kind(RoleKind.TRAINER).filter(user__in=keys):
            self.roles[role.user_id].append(role)
        for away in Away.objects.to_come().filter(trainer__in=keys):
            self.away[away.trainer_id].append(away)
        for row in Allocation.objects.that_count().filter(trainer__in=keys).with_workshop():
            self.led[row.trainer_id].append(row.workshop)

    def obstacle(self, workshop: Workshop, trainer: User) -> str:
        """Why `trainer` cannot lead `workshop`, in words; "" if nothing is in the way."""
        day = timezone.localdate(workshop.starts_at)
        if not any(role.is_active(day) for role in self.roles[trainer.pk]):
            return "Is not a trainer on that day."
        if any(away.touches(workshop) for away in self.away[trainer.pk]):
            return "Cannot on that day."
        for other in self.led[trainer.pk]:
            if other.pk != workshop.pk and too_close(workshop, other):
                return f"Leads another workshop then, or too close to it: {other.begins}, {other.venue.area}."
        return ""


def who_could_lead(workshop: Workshop) -> list[Candidate]:
    """Everybody who is a trainer on that day or leads this workshop already, by name."""
    roles = DatedRole.objects.of_kind(RoleKind.TRAINER).active(timezone.localdate(workshop.starts_at))
    is_trainer, leads = Q(pk__in=roles.values("user")), Q(pk__in=workshop.allocations.values("trainer"))
    people = get_user_model().objects.filter(is_trainer | leads)
    trainers = sorted(people, key=lambda trainer: (str(trainer).casefold(), trainer.pk))
    diary = Diary(trainers)
    return [Candidate(trainer, diary.obstacle(workshop, trainer)) for trainer in trainers]


def in_trouble(workshops: Iterable[Workshop]) -> set[int]:
    """The keys of those of `workshops` that nobody leads, or that somebody leads who cannot.

    A workshop that moves takes its trainers along, so a clash can come up after everybody was free.
    """
    leading = defaultdict(list)
    for row in Allocation.objects.filter(workshop__in=workshops).select_related("trainer"):
        leading[row.workshop_id].append(row.trainer)
    diary = Diary({trainer for trainers in leading.values() for trainer in trainers})
    return {
        workshop.pk
        for workshop in workshops
        if not leading[workshop.pk] or any(diary.obstacle(workshop, trainer) for trainer in leading[workshop.pk])
    }
