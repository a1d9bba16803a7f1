"""How often something was opened on a day, without watching who opened it.

A number in a cache goes up by one, and a task of the clock moves the numbers into one row for each thing and day. No
address, browser, time of day or referrer is read or kept. A page that a browser or a proxy has kept is not counted.
Numbers leave through the rule about small numbers (`shown_together`).
"""

import logging
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.core.cache import caches
from django.db import transaction
from django.db.models import F, Sum
from django.utils import timezone

from common.disclosure import count_of_people
from common.models import DailyCount

logger = logging.getLogger(__name__)
KEPT = int(timedelta(days=3).total_seconds())
# A row of numbers is asked for at once.
_AT_ONCE = 500


def count(what: str) -> None:
    """One more for `what` today, such as "page:17" or "code:bcdfg". Never fails a page: a count is not worth one."""
    cache = caches["counts"]
    key = _key(what, timezone.localdate())
    try:
        if not cache.add(key, 1, KEPT):
            cache.incr(key)
    except ValueError:
        # It ran out between the two lines.
        cache.set(key, 1, KEPT)
    except Exception:
        # Whatever the cache's own library says when its server is away.
        logger.warning("The cache of counts does not answer.")


def store(things: Iterable[str]) -> int:
    """Move what was counted of `things` today and yesterday into the database; how many were moved.

    What is counted meanwhile stays for the next time: only what was read is taken off.
    """
    today = timezone.localdate()
    wanted = {_key(what, day): (what, day) for what in things for day in (today, today - timedelta(days=1))}
    keys, moved = list(wanted), 0
    for start in range(0, len(keys), _AT_ONCE):
        for key, number in caches["counts"].get_many(keys[start : start + _AT_ONCE]).items():
            if number:
                _add(*wanted[key], number)
                caches["counts"].decr(key, number)
                moved += number
    return moved


@transaction.atomic
def _add(what: str, day: date, number: int) -> None:
    row, _ = DailyCount.objects.get_or_create(what=what, day=day)
    DailyCount.objects.filter(pk=row.pk).update(number=F("number") + number)


def totals(things: Iterable[str]) -> dict[str, int]:
    """Thing → its true total. No page shows these numbers."""
    rows = DailyCount.objects.filter(what__in=list(things))
    return dict(rows.values_list("what").annotate(total=Sum("number")).values_list("what", "total"))


def shown_together(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Name → the total of its things as it may be shown: added up first, rounded once, in one query."""
    groups = {name: list(things) for name, things in groups.items()}
    found = totals([what for things in groups.values() for what in things])
    return {name: count_of_people(sum(found.get(what, 0) for what in things)) for name, things in groups.items()}


def _key(what: str, day: date) -> str:
    return f"count:{day:%Y%m%d}:{what}"
