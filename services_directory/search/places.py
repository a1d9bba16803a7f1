"""A postcode or the name of an area, as somebody types it.

Districts only, which are public knowledge; `distances` knows where each postcode is.
"""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from common.start import WARDS

# The postcode districts that touch the borough, and the areas that people name there.
DISTRICTS = {
    "SE3": ("Blackheath",),
    "SE4": ("Brockley", "Crofton Park", "Ladywell"),
    "SE6": ("Catford", "Bellingham", "Rushey Green"),
    "SE8": ("Deptford", "Evelyn"),
    "SE9": ("Grove Park",),
    "SE10": ("Deptford", "Blackheath"),
    "SE12": ("Lee", "Grove Park"),
    "SE13": ("Lewisham", "Hither Green", "Ladywell"),
    "SE14": ("New Cross", "Telegraph Hill"),
    "SE15": ("Telegraph Hill", "New Cross"),
    "SE16": ("Evelyn",),
    "SE23": ("Forest Hill", "Honor Oak", "Perry Vale"),
    "SE26": ("Sydenham", "Bell Green"),
    "BR1": ("Downham",),
    "BR3": ("Bell Green",),
}
AREAS = sorted({*WARDS, *(area for areas in DISTRICTS.values() for area in areas)})

_POSTCODE = re.compile(r"^([A-Z]{1,2}\d{1,2}[A-Z]?)(\d[A-Z]{2})$")
_DISTRICT = re.compile(r"^[A-Z]{1,2}\d{1,2}[A-Z]?\d?[A-Z]{0,2}$")


@dataclass(frozen=True)
class Place:
    """Where somebody looks. `areas` is empty when we do not know the place."""

    areas: tuple[str, ...] = ()
    message: str = ""
    # SE6, and SE64RU where a whole postcode was typed.
    district: str = ""
    postcode: str = ""
    is_postcode: bool = False
    # Latitude and longitude, once `distances` has found them.
    point: tuple[float, float] | None = None


def recognise(typed: str) -> Place:
    """The place that `typed` names, with a sentence for the page. Nothing typed is no place and no sentence."""
    if not typed.strip():
        return Place()
    compact = re.sub(r"[\s.-]", "", typed.upper())
    district = _district(compact)
    if areas := DISTRICTS.get(district, ()):
        return _known(areas, district, postcode=compact if _POSTCODE.match(compact) else "", is_postcode=True)
    if _DISTRICT.match(compact):
        return Place(
            message="We do not know that postcode. It may be outside Lewisham. "
            "Here is all the help that fits, wherever it is."
        )
    found = process.extractOne(typed.strip().title(), AREAS, scorer=fuzz.ratio, score_cutoff=80)
    if found:
        return _known((found[0],), district_of(found[0]))
    return Place(
        message="We could not find that place. Try a postcode like SE6, or an area like Catford. "
        "Here is all the help that fits, wherever it is."
    )


def _district(compact: str) -> str:
    """The first half of a postcode, whole or half typed: SE6 of SE64RU, of SE64 and of SE6."""
    if whole := _POSTCODE.match(compact):
        return whole[1]
    return next((compact[:end] for end in (4, 3) if compact[:end] in DISTRICTS and _DISTRICT.match(compact)), "")


def district_of(area: str) -> str:
    """The first postcode district that holds an area; empty if we know none."""
    return next((district for district, areas in DISTRICTS.items() if area in areas), "")


def _known(areas: tuple[str, ...], district: str, **more) -> Place:
    return Place(
        areas=areas,
        message=f"Help in {areas[0]} comes first where we know of any. We cannot work out distances yet, "
        "so help for all of Lewisham, by phone and online is here too.",
        district=district,
        **more,
    )
