"""What people looked for and did not find: counted by situation and week, and nothing else is kept (rule 3)."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from services_directory.models import EmptySearch

KEPT = timedelta(weeks=104)


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def count(*, needs: Iterable[int]) -> None:
    """One more search that found nothing, for each of these situations; for none of them if it was not clear which."""
    named: list[int | None] = [*needs]
    for need in named or [None]:
        _count_one(week_of(timezone.localdate()), need)


def _count_one(week: date, need: int | None) -> None:
    rows = EmptySearch.objects.filter(week=week, need=need)
    if rows.update(times=F("times") + 1):
        return
    try:
        with transaction.atomic():
            EmptySearch.objects.create(week=week, need_id=need, times=1)
    except IntegrityError:
        rows.update(times=F("times") + 1)


def forget_old(*, today: date) -> int:
    """Delete what is older than two years. Gives how many rows."""
    return EmptySearch.objects.filter(week__lt=today - KEPT).delete()[0]
