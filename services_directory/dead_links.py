"""Web addresses of the directory that no longer answer. What nobody could check is "not checked", and never clean."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from django.db import transaction

from services_directory.choices import LinkState
from services_directory.models import LinkCheck, ServicePage
from services_directory.web_addresses import NotReached, state_of

MOST = 400
MOST_OF_ONE_HOST = 20
# A check that is older says nothing about today.
FRESH = timedelta(days=31)


@dataclass(frozen=True)
class Report:
    """What the officer reads: addresses with their check and the entries that name them."""

    dead: list[tuple[LinkCheck, list[ServicePage]]]
    unsure: list[tuple[LinkCheck, list[ServicePage]]]
    not_checked: int
    total: int


def addresses() -> dict[str, list[ServicePage]]:
    """Every web address of the live entries, with the entries that name it. Two queries."""
    found: dict[str, list[ServicePage]] = defaultdict(list)
    services = ServicePage.objects.filter(live=True).select_related("organisation").prefetch_related("places__location")
    for service in services.order_by("title"):
        named = [service.website, service.organisation.website if service.organisation else ""]
        if not service.location_is_confidential:
            named += [place.location.url for place in service.places.all()]
        for address in dict.fromkeys(filter(None, named)):
            found[address].append(service)
    return found


def check(*, today: date, most: int = MOST, state: Callable[[str], LinkState] = state_of) -> dict[str, LinkState]:
    """Ask the addresses that were not asked for longest. Gives what was found out; empty if the network is down.

    An address that nobody answers at counts as dead only if somebody else answered in the same run.
    """
    found: dict[str, LinkState] = {}
    silent = []
    for address in _whose_turn(most):
        try:
            found[address] = state(address)
        except NotReached:
            silent.append(address)
    if not any(answer != LinkState.FORBIDDEN for answer in found.values()):
        return {}
    found |= dict.fromkeys(silent, LinkState.DEAD)
    _store(found, today)
    return found


def _whose_turn(most: int) -> list[str]:
    last = dict(LinkCheck.objects.values_list("address", "checked_on"))
    hosts: dict[str, int] = defaultdict(int)
    chosen = []
    for address in sorted(addresses(), key=lambda address: (last.get(address) or date.min, address)):
        host = urlsplit(address).netloc
        hosts[host] += 1
        if hosts[host] <= MOST_OF_ONE_HOST:
            chosen.append(address)
    return chosen[:most]


@transaction.atomic
def _store(found: dict[str, LinkState], today: date) -> None:
    LinkCheck.objects.exclude(address__in=addresses()).delete()
    before = {row.address: row for row in LinkCheck.objects.filter(address__in=found)}
    for address, state in found.items():
        old = before.get(address)
        since = old.since if old and old.state == state else today
        LinkCheck.objects.update_or_create(
            address=address, defaults={"state": state, "checked_on": today, "since": since}
        )


def report(*, today: date) -> Report:
    """The last answers, by what is to be done about them, and how many addresses we know nothing about."""
    named = addresses()
    rows = LinkCheck.objects.filter(checked_on__gte=today - FRESH)
    fresh = [(row, named[row.address]) for row in rows if row.address in named]
    return Report(
        dead=[pair for pair in fresh if pair[0].state in (LinkState.DEAD, LinkState.FORBIDDEN)],
        unsure=[pair for pair in fresh if pair[0].state == LinkState.UNSURE],
        not_checked=len(named) - len(fresh),
        total=len(named),
    )
