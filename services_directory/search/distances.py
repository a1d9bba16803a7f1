"""How far it is, worked out here from the local table of postcodes: nobody else is asked.

A service whose location is confidential has no points, so no distance and no order can give it away.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from math import asin, cos, hypot, radians, sin, sqrt

from django.conf import settings
from django.db.models import Avg, Count

from common.models import Postcode
from services_directory.search.places import Place

# Latitude and longitude in degrees.
Point = tuple[float, float]

_EARTH_KM, _KM_IN_A_MILE = 6371.0, 1.609344
_LOSES_NOTHING = "Help for all of Lewisham, by phone and online is here too."


def located(place: Place) -> Place:
    """The place with its point, if the local table knows it, and with a sentence that says what we measure from.

    Two queries at most. A place that we did not recognise stays as it is.
    """
    if not place.district:
        return place
    exact = Postcode.objects.filter(code=place.postcode).select_related("ward").first() if place.postcode else None
    if exact:
        ward = (exact.ward.name,) if exact.ward else ()
        message = _sentence(f"The nearest places to {exact} come first.")
        return replace(place, point=(exact.latitude, exact.longitude), areas=(*ward, *place.areas), message=message)
    middle = Postcode.objects.filter(district=place.district).aggregate(
        number=Count("pk"), latitude=Avg("latitude"), longitude=Avg("longitude")
    )
    if not middle["number"]:
        return place
    point = (middle["latitude"], middle["longitude"])
    if place.postcode:
        known = f"We do not know {place.postcode[:-3]} {place.postcode[-3:]}, so we measure"
    elif place.is_postcode:
        known = "That is the first part of a postcode, so we measure"
    else:
        known = "We measure"
    return replace(place, point=point, message=_sentence(f"{known} from the middle of {place.district}."))


def points_of(service, postcodes: dict[str, Point]) -> list[Point]:
    """Where a service is, unless that is a secret. A place without coordinates is where its postcode is."""
    if service.location_is_confidential:
        return []
    return [point for place in service.places.all() if (point := _point_of(place.location, postcodes))]


def postcodes_of(services: Iterable) -> dict[str, Point]:
    """The points of the postcodes of the places that have no coordinates. One query, or none."""
    places = [place.location for service in services for place in service.places.all()]
    wanted = {_compact(place.postal_code) for place in places if place.latitude is None and place.postal_code}
    rows = Postcode.objects.filter(pk__in=wanted).values_list("code", "latitude", "longitude") if wanted else []
    return {code: (latitude, longitude) for code, latitude, longitude in rows}


def miles_between(one: Point, other: Point) -> float:
    """As the crow flies (haversine)."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half)) / _KM_IN_A_MILE


def measured_from(here: Point) -> Callable[[Point], float]:
    """Gives a quick ruler for thousands of doors: miles from `here`, on a plane that touches the earth there.

    Right to a yard in a borough and to one part in a hundred across England: enough to put doors in order, and what
    people read is measured by `miles_between`.
    """
    north, east = here
    high = radians(1) * _EARTH_KM / _KM_IN_A_MILE
    wide = high * cos(radians(north))

    def miles(door: Point) -> float:
        return hypot((door[0] - north) * high, (door[1] - east) * wide)

    return miles


def in_words(miles: float) -> str:
    """A distance as people say it: never finer than what we know."""
    if miles < 0.5:
        return "Less than half a mile away"
    return f"About {miles:.1f} miles away".replace(".0 ", " ").replace("About 1 miles", "About 1 mile")


def _point_of(location, postcodes: dict[str, Point]) -> Point | None:
    if location.latitude is not None and location.longitude is not None:
        return float(location.latitude), float(location.longitude)
    return postcodes.get(_compact(location.postal_code))


def _compact(postcode: str) -> str:
    return "".join(postcode.split()).upper()


def _sentence(start: str) -> str:
    rough = " This is a demo: distances are made up." if settings.DEMO else ""
    return f"{start} {_LOSES_NOTHING}{rough}"
