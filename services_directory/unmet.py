"""What people looked for and did not find: counted by situation and week, and nothing else is kept (rule 3).

To look for help changes nothing in the database: the numbers lie in the cache until the clock moves them (`store`), so
whoever finds nothing still gets the lines to ring while the database takes no changes.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F

from common import counting
from common.models import DailyCount, Need
from services_directory.models import EmptySearch

KEPT = timedelta(weeks=104)
_NAMED = "unmet:"


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def count(*, needs: Iterable[int]) -> None:
    """One more search that found nothing, for each of these situations; for none of them if it was not clear which."""
    named: list[int | None] = [*needs]
    for need in named or [None]:
        counting.count(_name(need))


def store() -> None:
    """Move what was counted since the last time into the table of weeks."""
    counting.store(_names())
    with transaction.atomic():
        moved = DailyCount.objects.select_for_update().filter(what__startswith=_NAMED)
        for row in moved:
            need = Need.objects.filter(pk=row.what.removeprefix(_NAMED)).first()
            _add(week_of(row.day), need, row.number)
        moved.delete()


def _add(week: date, need: Need | None, number: int) -> None:
    row, _ = EmptySearch.objects.get_or_create(week=week, need=need)
    EmptySearch.objects.filter(pk=row.pk).update(times=F("times") + number)


def _names() -> Iterator[str]:
    yield _name(None)
    yield from map(_name, Need.objects.values_list("pk", flat=True))


def _name(need: int | None) -> str:
    return f"{_NAMED}{need or 0}"


def forget_old(*, today: date) -> int:
    """Delete what is older than two years. Gives how many rows."""
    return EmptySearch.objects.filter(week__lt=today - KEPT).delete()[0]
