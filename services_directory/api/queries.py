"""Which services, places and organisations the API may speak of, and how a request narrows them.

Parameters combine as AND. All of it stands on `published()`: what readers may not see is not here either.
"""

from dataclasses import replace

from django.db.models import Exists, OuterRef, Q, QuerySet

from common.models import Postcode
from services_directory.api import words
from services_directory.api.parameters import Asked, BadParameter
from services_directory.choices import Confidentiality, Coverage
from services_directory.models import KnownService, Location, Organisation, Schedule, ServiceAtLocation, ServicePage
from services_directory.search.distances import miles_between
from services_directory.search.places import DISTRICTS

_SEARCHED = ("title", "alternate_names", "summary", "description", "organisation__name")

_METRES_IN_A_MILE = 1609.344
# In a degree, no more than anywhere in Great Britain.
_METRES_IN_LATITUDE, _METRES_IN_LONGITUDE = 111_000, 54_000

# The areas of London by the letters of their postcodes.
_LONDON = {
    "BR",
    "CR",
    "DA",
    "E",
    "EC",
    "EN",
    "HA",
    "IG",
    "KT",
    "N",
    "NW",
    "RM",
    "SE",
    "SM",
    "SW",
    "TW",
    "UB",
    "W",
    "WC",
}


def services(asked: Asked) -> QuerySet:
    """Published services that fit, oldest record first: an order that no edit changes, so that pages stay true."""
    return ServicePage.objects.published().filter(_fitting(asked)).order_by("pk")


def at_locations(asked: Asked) -> QuerySet:
    """Services at their locations, without those whose location is confidential."""
    near = _within(asked)
    if near is not None:
        asked = replace(asked, postcode="", proximity=None)
    wanted = ServicePage.objects.published().filter(_fitting(asked))
    public = wanted.exclude(confidentiality=Confidentiality.CONFIDENTIAL)
    found = ServiceAtLocation.objects.filter(service__in=public.values("pk")).order_by("pk")
    return found if near is None else found.filter(location__in=near)


def _within(asked: Asked) -> list[int] | None:
    """The places at most so many metres from the postcode; nothing if no distance was asked for."""
    if asked.proximity is None:
        return None
    middle = Postcode.objects.filter(pk=asked.postcode).values_list("latitude", "longitude").first()
    if middle is None:
        raise BadParameter("postcode", "We do not know where that postcode is. Leave `proximity` out, or try another.")
    # A square holds the circle; what lies in the square is measured one by one.
    high, wide = asked.proximity / _METRES_IN_LATITUDE, asked.proximity / _METRES_IN_LONGITUDE
    box = {
        "latitude__range": (middle[0] - high, middle[0] + high),
        "longitude__range": (middle[1] - wide, middle[1] + wide),
    }
    places = Location.objects.filter(**box).values_list("pk", "latitude", "longitude")
    miles = asked.proximity / _METRES_IN_A_MILE
    return [pk for pk, north, east in places if miles_between(middle, (float(north), float(east))) <= miles]


def withdrawn(asked: Asked) -> QuerySet:
    """Services that readers saw once and see no more, with the moment at which partners could first know."""
    found = KnownService.objects.exclude(gone_at=None)
    if asked.modified_after:
        found = found.filter(gone_at__gte=asked.modified_after)
    return found.order_by("pk").values_list("service", "gone_at")


def organizations(asked: Asked) -> QuerySet:
    """Organisations with a service that readers may see."""
    found = Organisation.objects.filter(Exists(ServicePage.objects.published().filter(organisation=OuterRef("pk"))))
    for word in asked.search:
        found = found.filter(Q(name__icontains=word) | Q(alternate_name__icontains=word))
    if asked.modified_after:
        found = found.filter(last_modified__gte=asked.modified_after)
    return found.order_by("pk")


def _fitting(asked: Asked) -> Q:
    wanted = Q()
    for word in asked.search:
        holds = Q()
        for name in _SEARCHED:
            holds |= Q(**{f"{name}__icontains": word})
        wanted &= holds
    for term in asked.terms:
        wanted &= words.with_term(term)
    for taxonomy in asked.taxonomies:
        wanted &= words.with_taxonomy(taxonomy)
    if asked.organization:
        wanted &= Q(organisation__uuid=asked.organization)
    if asked.minimum_age is not None:
        wanted &= Q(minimum_age__gte=asked.minimum_age)
    if asked.maximum_age is not None:
        wanted &= Q(maximum_age__lte=asked.maximum_age)
    return wanted & _open(asked) & _changed(asked) & _serving(asked)


def _open(asked: Asked) -> Q:
    """Hours of the service that begin at or after, end at or before, and fall on the day: all of them at once."""
    hours = Q()
    if asked.start_time:
        hours &= Q(opens_at__gte=asked.start_time)
    if asked.end_time:
        hours &= Q(closes_at__lte=asked.end_time)
    if asked.day:
        hours &= Q(weekday=asked.day)
    return Q(pk__in=Schedule.objects.filter(hours).values("service_id")) if hours else Q()


def _changed(asked: Asked) -> Q:
    """Changed at or after a moment: the service itself, who runs it, or a place of it that may be known."""
    since = asked.modified_after
    if since is None:
        return Q()
    moved = ServiceAtLocation.objects.filter(location__last_modified__gte=since)
    place = ~Q(confidentiality=Confidentiality.CONFIDENTIAL) & Q(pk__in=moved.values("service_id"))
    return Q(last_modified__gte=since) | Q(organisation__last_modified__gte=since) | place


def _serving(asked: Asked) -> Q:
    """Services whose area holds the postcode."""
    if not asked.postcode:
        return Q()
    if asked.proximity is not None:
        raise BadParameter("proximity", "A distance is measured to a place: ask `/service_at_locations`.")
    district = asked.postcode[:-3]
    reach = [Coverage.NATIONAL]
    if district.rstrip("0123456789") in _LONDON:
        reach.append(Coverage.LONDON)
    if district in DISTRICTS:
        # Which ward a postcode lies in we do not know, so help for part of the borough is not kept back.
        reach += [Coverage.BOROUGH, Coverage.WARDS]
    return Q(coverage__in=reach)
