"""The index of now, kept in the memory of each process.

It is made again when a published service or a search word changes (one small query tells), when the day changes what
is published, and every ten minutes in any case, because a need or an organisation may have got another name; every
hour in a large directory, where making it takes much longer.
Nothing of it is written anywhere, and no search is ever kept.
"""

import gc
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.db import connection
from django.db.models import Count, Max, QuerySet, Value, prefetch_related_objects
from django.utils import timezone

from services_directory.facts import Opening
from services_directory.hours import State, at_place, of_service
from services_directory.models import Location, ServicePage, Synonym
from services_directory.search.index import Index
from services_directory.search.reading import Reading
from services_directory.search.understanding import situation
from services_directory.search.words import stem, words_in

logger = logging.getLogger(__name__)
KEEP_SECONDS, KEEP_SECONDS_OF_MANY = 600, 3600
# More than these take seconds to read: then it is done beside the visitors, who go on with the index of a moment ago.
MANY = 1_000
# Counting so many rows for every visitor would cost more than the page: how long nobody looks for a change.
LOOK_AGAIN_SECONDS = 5
_PARTS_WITH_HOURS = ("schedules", "exceptions", "places__location__schedules", "places__location__exceptions")


@dataclass(frozen=True)
class _Made:
    stamp: tuple
    at: float
    index: Index

    def is_of(self, stamp: tuple) -> bool:
        return self.stamp == stamp and time.monotonic() - self.at <= self.lasts

    @property
    def is_large(self) -> bool:
        return len(self.index.entries) > MANY

    @property
    def lasts(self) -> int:
        return KEEP_SECONDS_OF_MANY if self.is_large else KEEP_SECONDS


_kept: _Made | None = None
_looked_at = 0.0
# One reading at a time in each process: four threads that start together would fill its memory four times.
_reading = threading.Lock()


def current_index() -> Index:
    """The index as the directory stands. One query, and a fixed few for every 500 services when it is made again.

    In a large directory it may be as old as one reading takes, and a few seconds more. Nothing that has left the
    site shows even then, because what is found is looked up again.
    """
    global _looked_at
    kept = _kept
    if kept and kept.is_large and time.monotonic() - _looked_at < LOOK_AGAIN_SECONDS:
        return kept.index
    _looked_at, stamp = time.monotonic(), _stamp()
    if kept and kept.is_of(stamp):
        return kept.index
    if kept and kept.is_large:
        if _reading.acquire(blocking=False):
            beside(_renew_and_let_go)
        return kept.index
    with _reading:
        return _renewed(stamp)


def beside(work: Callable[[], None]) -> None:
    """Do it in a thread of its own."""
    threading.Thread(target=work, daemon=True).start()


def _renew_and_let_go() -> None:
    try:
        _renewed(_stamp())
    except Exception:
        # The old index serves on; the next visitor begins the next try.
        logger.exception("The directory could not be read into the index.")
    finally:
        _reading.release()
        connection.close()


def _renewed(stamp: tuple) -> Index:
    """Inside the lock: read the directory, unless whoever was here before has done it."""
    global _kept
    if _kept is None or not _kept.is_of(stamp):
        _kept = _Made(stamp, time.monotonic(), _make())
        if _kept.is_large:
            # What reading thousands of services leaves behind is let go now, or a later visitor would wait for that.
            gc.collect()
    return _kept.index


def opening_of(service: ServicePage, index: Index | None = None, *, drafted: bool = False) -> Opening:
    """The hours of a service and of its places, from the index where it holds them: a page need not ask for them."""
    index = index or current_index()
    position = None if drafted else index.position_of.get(service.pk)
    if position is not None:
        return Opening(index.facets.hours[position], index.place_hours[position])
    if not drafted:
        # Newer than the index of a large directory. Asked at once, or each of its places would ask for itself.
        # The parts of a draft are in memory and nowhere else.
        prefetch_related_objects([service], *_PARTS_WITH_HOURS)
    places = [place.location for place in service.places.all()]
    return Opening(of_service(service), {location.pk: at_place(service, location) for location in places})


def state_of(service: ServicePage, index: Index | None = None) -> State:
    """Whether a service is open now, and until when."""
    index = index or current_index()
    position = index.position_of.get(service.pk)
    now = timezone.now()
    return of_service(service).state(now) if position is None else index.facets.state(position, now)


def _stamp() -> tuple:
    """What changes whenever a service, a place or a search word does: how many there are, and the latest change.

    Of all services, because one that is taken off the site changes at that moment too; and the day, because some leave
    by their date.
    """
    with connection.cursor() as cursor:
        cursor.execute(*_question())
        return timezone.localdate(), settings.DEMO, *sorted(cursor.fetchall())


@lru_cache(maxsize=1)
def _question() -> tuple[str, tuple]:
    """The query behind the stamp. Every page asks it, and writing it takes longer than answering it: once is enough."""
    services = _changes("services", ServicePage.objects.order_by())
    others = _changes("places", Location.objects.order_by()), _changes("words", Synonym.objects.order_by())
    return services.union(*others, all=True).query.sql_with_params()


def _changes(name: str, rows) -> QuerySet:
    named = rows.annotate(what=Value(name)).values("what")
    return named.annotate(number=Count("pk"), latest=Max("last_modified")).values_list("what", "number", "latest")


def _make() -> Index:
    situations = _situations()
    # As plain rows: to make an object of each of a thousand search words took nearly half of the time for the demo.
    synonyms = list(Synonym.objects.values_list("pk", "said", "means"))
    reading = Reading()
    index = Index(
        reading.entries(),
        synonyms={
            tuple(stem(word) for word in words_in(said)): _words_of(means) + situations.get(pk, [])
            for pk, said, means in synonyms
        },
        said={word for _, said, _ in synonyms for word in words_in(said)},
    )
    index.facets, index.place_hours, index.offered = reading.facets(), reading.place_hours, reading.offered()
    return index


def _situations() -> dict[int, list[str]]:
    """In what situations people type each search word, by its key, in the order of the needs."""
    found: dict[int, list[str]] = {}
    links = Synonym.needs.through.objects.order_by("need__order", "need__name")
    for pk, need in links.values_list("synonym_id", "need_id"):
        found.setdefault(pk, []).append(situation(need))
    return found


def _words_of(means: str) -> list[str]:
    return [words for words in means.split(",") if words.strip()]
