"""How long what people tell us about themselves is kept. The periods stand on the pages that ask for it."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from champions import actions
from champions.actions.checks import old_checks
from champions.choices import ScopingState
from champions.models import AccessNeed, Booking, Guest, PlaceScoping, TeamQuestion
from common.retention import Rule

TASK = "Public task: workshops that prevent violence"


def _old_bookings(until: datetime) -> int:
    ended = Q(workshop__ends_at__lt=until)
    return Booking.objects.named().filter(ended).count()


def _forget_bookings(until: datetime) -> int:
    """The action counts its own three months, and thirty days for those who had no place."""
    return sum(actions.forget_old_bookings())


def _old_needs(until: datetime) -> int:
    return AccessNeed.objects.of_the_past().count() + Guest.objects.of_the_past().count()


def _forget_needs(until: datetime) -> int:
    return actions.delete_old_needs()


def _answered_wishes(until: datetime):
    """Nobody waits for an answer, and the workshop that came of it is over."""
    over = Q(workshop=None) | Q(workshop__ends_at__lt=timezone.now())
    return PlaceScoping.objects.exclude(state__in=ScopingState.open()).filter(over, created__lt=until).exclude(email="")


RULES = [
    Rule(
        "bookings", "Names and addresses of a workshop, from its day on", TASK, 92, promised=True,
        due=_old_bookings, forget=_forget_bookings,
    ),
    Rule(
        "needs", "What people need on the day, and names of those who come along, from the day on", TASK, 7,
        promised=True, due=_old_needs, forget=_forget_needs,
    ),
    Rule(
        "wishes", "Name and address of who asked for a workshop, once it was answered", TASK, 180,
        due=lambda until: _answered_wishes(until).count(),
        forget=lambda until: _answered_wishes(until).update(name="", email=""),
    ),
    Rule(
        "checks", "That a DBS check was seen, from the end of the role", "A legal duty; status alone", 183,
        promised=True, due=lambda until: old_checks(until.date()).count(),
        forget=lambda until: old_checks(until.date()).delete()[0],
    ),
    Rule(
        "questions", "What champions asked the team, once it was answered", "They asked to belong", 365,
        due=lambda until: TeamQuestion.objects.filter(answered_at__lt=until).count(),
        forget=lambda until: TeamQuestion.objects.filter(answered_at__lt=until).delete()[0],
    ),
    Rule(
        "champions", "Who is in the network, from the day they leave", "They asked to belong", None,
    ),
]  # fmt: skip
