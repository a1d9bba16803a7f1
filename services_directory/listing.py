"""The list of services: what was chosen and searched for, and the page of it that shows."""

from dataclasses import dataclass, field

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils import timezone

from services_directory.at_hand import ready_for_cards
from services_directory.cards import card
from services_directory.choosing import NEAREST, NOT_NEAR, Choice
from services_directory.facts import hours_for_paper
from services_directory.forms import FilterForm
from services_directory.models import ServicePage
from services_directory.models.service_query import OWN_BEHAVIOUR
from services_directory.my_list import PARAMETER, MyList
from services_directory.search.current import current_index, opening_of, state_of
from services_directory.search.distances import in_words, located
from services_directory.search.facets import mask_of, positions_in
from services_directory.search.index import Index
from services_directory.search.places import Place, recognise

PER_PAGE = 20
# A search that fits more than this has found nothing in particular.
MOST_HITS = 500


@dataclass
class Listing:
    """One page of services with everything that the list says about them."""

    needs: list
    filters: FilterForm
    page: Page
    cards: list[dict]
    place: Place = field(default_factory=Place)
    mine: MyList = field(default_factory=MyList)

    @property
    def count(self) -> int:
        return self.page.paginator.count

    @property
    def nearest_first(self) -> bool:
        return NEAREST in self.filters.chosen.get("near", [])

    @property
    def not_near(self) -> bool:
        return NOT_NEAR in self.filters.chosen.get("near", [])

    @property
    def query(self) -> str:
        """The neutral codes of the filters, for the links to other pages."""
        chosen = QueryDict(mutable=True)
        for name, values in self.filters.chosen.items():
            chosen.setlist(name, values)
        if self.mine.keys:
            chosen[PARAMETER] = self.mine.codes
        return f"{chosen.urlencode()}&" if chosen else ""

    @property
    def unknown_choice(self) -> bool:
        return bool(self.filters.errors)

    @property
    def own_behaviour_apart(self):
        """The need whose services stand in a list of their own, when it was chosen together with others."""
        chosen = self.filters.chosen_needs
        return len(chosen) > 1 and next((need for need in chosen if need.code == OWN_BEHAVIOUR), None)


def filtered(data: QueryDict, index: Index) -> Listing:
    """The list under its filters, in its own order."""
    filters = FilterForm(data, index.offered)
    everything = index.facets.everything
    among = index.own_behaviour if filters.asks_for_own_behaviour else everything & ~index.own_behaviour
    return _listing(data, index, filters, positions_in(_narrowed(index, filters, among, apart=True)))


def searched(data: QueryDict, search: dict) -> Listing:
    """What fits the words and the place, under the filters, best first."""
    index = current_index()
    place = located(recognise(search["place"]))
    ranked = [index.position_of[key] for key in index.rank(search["q"], place)]
    if search["q"]:
        ranked = ranked[:MOST_HITS]
    filters = FilterForm(data, index.offered, knows_where=bool(place.point))
    wanted = filters.chosen.get("near", [])
    everything, away = (mask_of(some, len(index.entries)) for some in (ranked, index.away_from(ranked, place)))
    allowed = set(positions_in(_narrowed(index, filters, away if NOT_NEAR in wanted else everything, apart=False)))
    if place.point:
        _count_near(index, filters, everything, away)
    if NEAREST in wanted:
        ranked = index.nearest_first(ranked, place)
    return _listing(data, index, filters, [position for position in ranked if position in allowed], place)


def _count_near(index: Index, filters: FilterForm, everything: int, away: int) -> None:
    """Write beside "nearest first" and "other places" how many services each would leave."""
    now = timezone.now()
    left = {NEAREST: everything, NOT_NEAR: away}
    if NOT_NEAR in filters.chosen.get("near", []):
        left[NEAREST] = away
    counts = {code: index.facets.narrowed(filters.demands, mask, now).bit_count() for code, mask in left.items()}
    filters.choice_counts = {**filters.choice_counts, "near": counts}


def looked_for(found: Listing, words: str = "") -> list[int]:
    """The keys of the situations that a list was made for: those chosen, or else the one that the words tell of."""
    if chosen := found.filters.chosen_needs:
        return [need.pk for need in chosen]
    told = current_index().understanding.situation_of(words)
    return [] if told is None else [told]


def kept(mine: MyList) -> list[dict]:
    """The services of a list that are still offered, in its order, each with the list that is left without it."""
    index = current_index()
    found = ServicePage.objects.published().for_cards().in_bulk(mine.keys)
    services = [found[key] for key in mine.keys if key in found]
    return [
        {
            "service": service,
            "hours": hours_for_paper(service, opening_of(service, index).hours),
            "without": mine.without_service(service.pk),
        }
        for service in services
    ]


def soonest_help() -> list[dict]:
    """A few lines that answer at once, for whoever found nothing."""
    lines = ServicePage.objects.published().crisis().beside_survivors().in_order()
    return _cards(current_index(), list(lines.for_cards()[:5]))


def instead_of(gone: ServicePage | None) -> list[dict]:
    """What helps in the same situations as a service that has left the site; else the lines that answer at once."""
    services = ServicePage.objects.published()
    needs = [need.pk for need in gone.needs.all()] if gone else []
    alike = services.for_own_behaviour() if gone and gone.is_for_own_behaviour else services.beside_survivors()
    found = list(alike.helping_with(needs).in_order().for_cards()[:5]) if needs else []
    return _cards(current_index(), found) or soonest_help()


def _narrowed(index: Index, filters: FilterForm, among: int, *, apart: bool) -> int:
    """Those of `among` that the filters leave. The filters learn how many each choice would leave."""
    now = timezone.now()
    own = {("need", number) for number, need in filters.needs.items() if need.code == OWN_BEHAVIOUR}

    def count(choice: Choice) -> int:
        # The list of those who want to change stands apart, and its choice leads there.
        there = index.own_behaviour if choice in own and apart else among
        return index.facets.count(choice, filters.demands, there, now)

    filters.count_each(count)
    return index.facets.narrowed(filters.demands, among, now)


def _listing(data: QueryDict, index: Index, filters: FilterForm, positions: list[int], place: Place | None = None):
    page = _page(positions, data)
    # Looked up again under the rules, because the index may be older than the entry: it may have left the site just
    # now, or have become help for people who use abuse, which never stands beside help for survivors.
    services = ServicePage.objects.published()
    alone = any(index.entries[position].own_behaviour for position in positions[:1])
    services = services.for_own_behaviour() if alone else services.beside_survivors()
    keys = [index.entries[position].key for position in page]
    found = ready_for_cards(services, keys)
    mine = MyList.read(data.get(PARAMETER, ""))
    cards = _cards(index, [found[key] for key in keys if key in found], mine, place)
    return Listing(index.offered.needs, filters, page, cards, place or Place(), mine)


def _cards(
    index: Index, services: list[ServicePage], mine: MyList | None = None, place: Place | None = None
) -> list[dict]:
    carried = mine.query if mine else ""
    return [card(service, state_of(service, index), carried, _how_far(index, service, place)) for service in services]


def _how_far(index: Index, service: ServicePage, place: Place | None) -> str:
    if service.location_is_confidential:
        # An index that is older than the secret still knows where it is.
        return ""
    position = index.position_of.get(service.pk)
    miles = None if position is None else index.miles_to(position, place)
    return "" if miles is None else in_words(miles)


def _page(positions: list[int], data: QueryDict) -> Page:
    """The page that was asked for; the first if that is no page, the last if it lies beyond."""
    number = data.get("page", "1")
    # More digits than that are rubbish, and the database could not count so far.
    return Paginator(positions, PER_PAGE).get_page(number if number.isdecimal() and int(number[:9]) > 0 else 1)
