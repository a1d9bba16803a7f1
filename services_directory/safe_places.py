"""Places where somebody who feels unsafe can walk in: ward by ward and street by street, and on a map of our own.

The map is a schematic: one tile for each ward, roughly where it lies, north on top. It is ours, so nothing is loaded
from anywhere, nobody learns who looks, and no boundary of somebody else's is drawn.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone

from common.models import Ward
from services_directory.cards import open_text
from services_directory.choices import LocationType, Referral
from services_directory.models import Location, ServicePage
from services_directory.search.current import current_index, opening_of

SAFE_PLACE = "safe-place"
ELSEWHERE = "Elsewhere in Lewisham"

# Column and row of each ward by its code.
TILES = {
    "evelyn": (1, 0),
    "new-cross-gate": (1, 1), "deptford": (2, 1),
    "telegraph-hill": (1, 2), "brockley": (2, 2), "lewisham-central": (3, 2), "blackheath": (4, 2),
    "crofton-park": (1, 3), "ladywell": (2, 3), "hither-green": (3, 3), "lee-green": (4, 3),
    "forest-hill": (0, 4), "perry-vale": (1, 4), "rushey-green": (2, 4), "catford-south": (3, 4), "grove-park": (4, 4),
    "sydenham": (1, 5), "bellingham": (2, 5), "downham": (3, 5),
}  # fmt: skip
# A tile in the units of the drawing, the gap after it, and where its lines of text begin.
WIDTH, HEIGHT, GAP, FIRST_LINE, LINE = 88, 76, 4, 24, 17
_NUMBER = re.compile(r"^(?:(?:unit|flat|shop|suite)\s+\S+\s+)?\d+\w?(?:\s*[-–/]\s*\d+\w?)?\s+", re.I)


@dataclass(frozen=True)
class SafePlace:
    """One door that is open to anybody: what is there, where, and whether it is open now."""

    service: ServicePage
    location: Location
    open_text: str


def wards_with_places() -> list[dict]:
    """Wards with their streets and what is there: {"name", "code", "number", "streets": [{"name", "places"}]}.

    A confidential location is never among them. A fixed few queries.
    """
    found: dict[tuple[str, str], dict[str, list[SafePlace]]] = defaultdict(lambda: defaultdict(list))
    for place in _safe_places():
        ward = place.location.ward
        key = (ward.name, ward.code) if ward else (ELSEWHERE, "elsewhere")
        found[key][street_of(place.location)].append(place)
    return [
        {
            "name": name,
            "code": code,
            "number": sum(map(len, streets.values())),
            "streets": [{"name": street, "places": streets[street]} for street in sorted(streets)],
        }
        for (name, code), streets in sorted(found.items(), key=lambda row: (row[0][0] == ELSEWHERE, row[0]))
    ]


def _safe_places() -> list[SafePlace]:
    index, now = current_index(), timezone.now()
    services = ServicePage.objects.published().beside_survivors().exclude(referral=Referral.PROFESSIONALS)
    services = services.filter(needs__code=SAFE_PLACE).order_by("title")
    places = []
    for service in services.prefetch_related("phones", "places__location__ward"):
        opening = opening_of(service, index)
        for part in [] if service.location_is_confidential else service.places.all():
            location = part.location
            if location.location_type == LocationType.PHYSICAL and (location.address_1 or location.ward):
                hours = opening.at_places.get(location.pk, opening.hours)
                places.append(SafePlace(service, location, open_text(service, hours.state(now))))
    return sorted(places, key=lambda place: place.location.name)


def street_of(location: Location) -> str:
    """The street of an address without its number: "Rushey Green" of "Unit 2, 14-16 Rushey Green"."""
    return _NUMBER.sub("", location.address_1.split(",")[-1].strip()) or "Street not known"


def tiles(wards: list[dict]) -> list[dict]:
    """Every ward of the borough as a tile of the map, in the order of a page: from the north, line by line."""
    numbers = {ward["code"]: ward["number"] for ward in wards}
    known = [ward for ward in Ward.objects.all() if ward.code in TILES]
    return [_tile(ward, numbers.get(ward.code, 0)) for ward in sorted(known, key=lambda ward: TILES[ward.code][::-1])]


def _tile(ward: Ward, number: int) -> dict:
    column, row = TILES[ward.code]
    x, y = column * (WIDTH + GAP), row * (HEIGHT + GAP)
    said = f"{number} place{'' if number == 1 else 's'}" if number else "none yet"
    words = [*ward.name.split(), said] if len(ward.name.split()) < 3 else [*ward.name.rsplit(" ", 1), said]
    lines = [{"x": x + WIDTH / 2, "y": y + FIRST_LINE + order * LINE, "text": word} for order, word in enumerate(words)]
    return {"code": ward.code, "name": ward.name, "number": number, "said": said, "x": x, "y": y, "lines": lines}
