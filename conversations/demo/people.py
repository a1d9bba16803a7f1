"""When the invented facilitators were trained, and invented numbers of people by age, gender and ethnic group."""

import random
from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from champions.choices import Kind, RoleKind
from champions.models import DatedRole, TrainingRecord, Workshop
from conversations.choices import CountedHow
from conversations.models import Buddies, Cohort
from conversations.people import DIMENSIONS, UNDER_18, dimensions_for

WEIGHTS = {"age": [0, 6, 8, 14, 16, 22, 20, 14], "gender": [58, 40, 2], "ethnicity": [9, 36, 12, 38, 5]}


def people_of(total: int, *, under_18s: bool, seed: int) -> dict:
    """The fields of a conversation of `total` people. The same `seed` gives the same numbers."""
    chance = random.Random(seed)  # noqa: S311 - the same every time is the point
    if chance.random() < 0.2:
        return {}
    counted = CountedHow.TOLD if chance.random() < 0.7 else CountedHow.SEEN
    people = {}
    for dimension in dimensions_for(total, counted):
        known = [category for category in DIMENSIONS[dimension] if under_18s or category not in UNDER_18]
        weights = dict(zip(DIMENSIONS[dimension], WEIGHTS[dimension], strict=True))
        told = chance.choices(known, [weights[category] for category in known], k=total - chance.randrange(3))
        people[dimension] = {category.value: told.count(category) for category in known if category in told}
    return {"people": people, "people_counted": counted}


# How many days ago: most are current, one lapses soon, one has lapsed.
TRAINED = [120, 200, 260, 310, 400, 560, 690, 800]


def train(facilitators: list[User], cohort: Cohort) -> None:
    """Training records of those who cannot sign in, and two who agreed to be buddies. Twice changes nothing."""
    workshop = Workshop.objects.filter(kind=Kind.FACILITATOR).first()
    today = timezone.localdate()
    if workshop is None or TrainingRecord.objects.filter(user=facilitators[0]).exists():
        return
    for user, days in zip(facilitators, TRAINED, strict=False):
        trained = today - timedelta(days=days)
        TrainingRecord.objects.create(
            workshop=workshop, user=user, name=str(user), email=user.email, kind=Kind.FACILITATOR, attended_on=trained
        )
        DatedRole.objects.create(user=user, kind=RoleKind.FACILITATOR, starts_on=trained)
    now = timezone.now()
    first, second, *_ = facilitators
    Buddies.objects.create(cohort=cohort, first=first, second=second, first_agreed_at=now, second_agreed_at=now)
