"""Who leads a workshop. A trainer is in one place at a time, however many people plan at once."""

from collections.abc import Iterable
from datetime import date

from django.contrib.auth import get_user_model
from django.db import transaction

from accounts.models import User
from champions import emails
from champions.actions.refusals import CannotLead
from champions.models import Allocation, Away, Workshop
from champions.trainers import Diary
from common import audit


@transaction.atomic
def allocate(*, workshop: Workshop, leading: Iterable[User], by) -> None:
    """Make those who lead `workshop` exactly `leading`, and tell the new ones by mail.

    Raises CannotLead, with why, if one of them is not a trainer on that day, is away, or leads another one then.
    """
    wanted = {trainer.pk for trainer in leading}
    # Locked in one order, so that two planners who give one trainer two workshops stand behind each other.
    locked = list(get_user_model().objects.select_for_update().filter(pk__in=wanted).order_by("pk"))
    there = set(workshop.allocations.values_list("trainer", flat=True))
    new = [trainer for trainer in locked if trainer.pk not in there]
    diary = Diary(new)
    why = {trainer: obstacle for trainer in new if (obstacle := diary.obstacle(workshop, trainer))}
    if why:
        raise CannotLead(why)
    workshop.allocations.exclude(trainer__in=wanted).delete()
    for trainer in new:
        Allocation.objects.create(workshop=workshop, trainer=trainer)
        emails.leading(workshop, trainer)
    audit.record("trainers allocated", actor=by, thing=workshop)


@transaction.atomic
def go_away(*, trainer: User, first_day: date, last_day: date) -> Away:
    """Note that `trainer` cannot lead from the first day to the last, both included."""
    return Away.objects.get_or_create(trainer=trainer, first_day=first_day, last_day=last_day)[0]


def come_back(*, away: Away) -> None:
    away.delete()
