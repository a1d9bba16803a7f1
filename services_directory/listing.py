"""The list of services: what was chosen and searched for, and the page of it that shows."""

from dataclasses import dataclass, field

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from services_directory.cards import card
from services_directory.filters import ServiceFilterSet
from services_directory.models import Audience, ServicePage
from services_directory.models.service_query import OWN_BEHAVIOUR, ServicePageQuerySet
from services_directory.search.current import current_index
from services_directory.search.places import Place, recognise

PER_PAGE = 20
# A search that fits more than this has found nothing in particular.
MOST_HITS = 500


@dataclass
class Listing:
    """One page of services with everything that the list says about them."""

    needs: list
    filters: ServiceFilterSet
    page: Page
    cards: list[dict]
    place: Place = field(default_factory=Place)

    @property
    def count(self) -> int:
        return self.page.paginator.count

    @property
    def query(self) -> str:
        """The neutral codes of the filters, for the links to other pages."""
        chosen = QueryDict(mutable=True)
        for name, values in self.filters.chosen.items():
            chosen.setlist(name, values)
        return f"{chosen.urlencode()}&" if chosen else ""

    @property
    def unknown_choice(self) -> bool:
        return bool(self.filters.form.errors)

    @property
    def own_behaviour_apart(self):
        """The need whose services stand in a list of their own, when it was chosen together with others."""
        chosen = self.filters.chosen_needs
        return len(chosen) > 1 and next((need for need in chosen if need.code == OWN_BEHAVIOUR), None)


def all_needs() -> list:
    return list(ServicePage.objects.published().their_needs())


def filtered(data: QueryDict, needs: list) -> Listing:
    """The list under its filters, in its own order."""
    filters = _filters(data, ServicePage.objects.published(), needs)
    own = filters.asks_for_own_behaviour
    services = filters.qs.for_own_behaviour() if own else filters.qs.beside_survivors()
    page = _page(services.in_order().for_cards(), data)
    return Listing(needs, filters, page, [card(service) for service in page])


def searched(data: QueryDict, search: dict) -> Listing:
    """What fits the words and the place, under the filters, best first."""
    needs = all_needs()
    place = recognise(search["place"])
    ranked = current_index().rank(search["q"], place)
    if search["q"]:
        ranked = ranked[:MOST_HITS]
    filters = _filters(data, ServicePage.objects.published().among(ranked), needs)
    allowed = set(filters.qs.values_list("pk", flat=True))
    page = _page([key for key in ranked if key in allowed], data)
    return Listing(needs, filters, page, _cards(list(page)), place)


def soonest_help() -> list[dict]:
    """A few lines that answer at once, for whoever found nothing."""
    lines = ServicePage.objects.published().crisis().beside_survivors().in_order()
    return [card(service) for service in lines.for_cards()[:5]]


def _filters(data: QueryDict, services: ServicePageQuerySet, needs: list) -> ServiceFilterSet:
    return ServiceFilterSet(data, services, needs=needs, audiences=list(Audience.objects.all()))


def _page(keys, data: QueryDict) -> Page:
    """The page that was asked for; the first if that is no page, the last if it lies beyond."""
    number = data.get("page", "1")
    # More digits than that are rubbish, and the database could not count so far.
    return Paginator(keys, PER_PAGE).get_page(number if number.isdecimal() and int(number[:9]) > 0 else 1)


def _cards(keys: list[int]) -> list[dict]:
    found = ServicePage.objects.published().for_cards().in_bulk(keys)
    return [card(found[key]) for key in keys if key in found]
