"""What is not well with the directory: the officer's report. It reads, and changes nothing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from rapidfuzz import fuzz

from services_directory.models import EmptySearch, ServicePage
from services_directory.search.words import STOP_WORDS, sound_of, stem, words_in

WEEKS = 12
# Names that are this alike (of 100), whatever the order of their words, are probably of one service.
ALIKE = 85
# A word, number or postcode that more services share says nothing about two of them; it also keeps the work small.
SHARED_BY_MOST = 12

_WANTED = {
    "What it is, in one sentence": lambda service: service.summary,
    "Who runs it": lambda service: service.organisation_id,
    "When it helps": lambda service: service.needs.all(),
    "Who it is for": lambda service: service.audiences.all() or service.eligibility_description,
    "Do they need a name?": lambda service: service.name_needed,
    "Would they tell others?": lambda service: service.tells_others,
    "Do they ask about immigration status?": lambda service: service.asks_status,
    "Cost": lambda service: service.cost,
    "How to get it": lambda service: service.referral,
    "A phone number, email or website": lambda service: service.phones.all() or service.email or service.website,
    "When it is open": lambda service: service.hours or service.schedules.all() or _place_hours(service),
    "What happens first": lambda service: service.application_process,
}


@dataclass(frozen=True)
class Incomplete:
    """A service and the things that its entry does not say."""

    service: ServicePage
    missing: list[str]


@dataclass(frozen=True)
class Pair:
    """Two entries that are perhaps of one service, and why we think so."""

    one: ServicePage
    other: ServicePage
    why: str


def live_services() -> list[ServicePage]:
    """Every live service with what the report reads. A fixed few queries."""
    parts = ("needs", "audiences", "phones", "schedules", "places__location__schedules")
    return list(ServicePage.objects.filter(live=True).select_related("organisation").prefetch_related(*parts))


def overdue(services: Iterable[ServicePage], today: date) -> list[ServicePage]:
    """Those that nobody has checked in time, the longest first; those that nobody ever checked come first."""
    late = [service for service in services if not service.check_due_on or service.check_due_on < today]
    return sorted(late, key=lambda service: (service.check_due_on or date.min, service.title))


def incomplete(services: Iterable[ServicePage]) -> list[Incomplete]:
    """Those whose entry leaves something out, the emptiest first."""
    found = [Incomplete(service, [what for what, said in _WANTED.items() if not said(service)]) for service in services]
    return sorted((row for row in found if row.missing), key=lambda row: (-len(row.missing), row.service.title))


def duplicates(services: list[ServicePage]) -> list[Pair]:
    """Pairs with a similar name, or with a phone number or postcode of both. Only what shares something is compared."""
    reasons: dict[tuple[int, int], list[str]] = defaultdict(list)
    names = [" ".join(words_in(service.title)) for service in services]
    for one, other in _sharing(services, _name_keys):
        if fuzz.token_sort_ratio(names[one], names[other]) >= ALIKE or _sound(names[one]) == _sound(names[other]):
            reasons[one, other].append("a similar name")
    for one, other in _sharing(services, lambda service: {phone.digits for phone in service.phones.all()}):
        reasons[one, other].append("the same phone number")
    for one, other in _sharing(services, _postcodes):
        reasons[one, other].append("the same postcode")
    return [Pair(services[one], services[other], " and ".join(why)) for (one, other), why in sorted(reasons.items())]


def empty_searches(today: date) -> list[EmptySearch]:
    """What was looked for in vain in the last weeks, by week and situation."""
    since = today - timedelta(weeks=WEEKS)
    return list(EmptySearch.objects.filter(week__gte=since).select_related("need"))


def _sharing(services: list[ServicePage], keys) -> list[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for position, service in enumerate(services):
        for key in keys(service):
            holders[key].append(position)
    few = (held for held in holders.values() if 1 < len(held) <= SHARED_BY_MOST)
    return sorted({pair for held in few for pair in combinations(held, 2)})


def _name_keys(service: ServicePage) -> set[str]:
    return {sound_of(stem(word)) for word in words_in(service.title) if word not in STOP_WORDS}


def _sound(name: str) -> str:
    return " ".join(sound_of(word) for word in name.split())


def _postcodes(service: ServicePage) -> set[str]:
    places = (place.location for place in service.places.all())
    return {"".join(place.postal_code.split()).upper() for place in places if place.postal_code}


def _place_hours(service: ServicePage) -> bool:
    return any(place.location.schedules.all() for place in service.places.all())
