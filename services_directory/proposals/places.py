"""Where a service is, as its provider writes it: a name, a street and a postcode become a place of the directory."""

from services_directory.models import Location, ServiceAtLocation, ServicePage

Written = dict[str, str]


def place_for(written: Written, link: ServiceAtLocation, page: ServicePage) -> Location:
    """The place that these words mean, stored if it is a new one. Call it only when an officer has said yes.

    A service that moves takes its place along, with the hours there; where other services use the place too, it stays
    as it is for them, and this one gets another.
    """
    old = link.location if link.location_id else None
    if old and _words_of(old) == _words(written):
        return old
    known = Location.objects.filter(**_words(written)).order_by("pk").first()
    if known:
        return known
    if old and not ServiceAtLocation.objects.filter(location=old).exclude(service=page.pk).exists():
        return _moved(old, written)
    return Location.objects.create(**_words(written))


def _moved(place: Location, written: Written) -> Location:
    """The same place at another address. Where that is on the map nobody has said yet: the postcode tells."""
    if place.postal_code != written["postal_code"]:
        place.latitude = place.longitude = place.ward = None
    for name, words in _words(written).items():
        setattr(place, name, words)
    place.save()
    return place


def _words(written: Written) -> Written:
    return {name: written[name] for name in ("name", "address_1", "postal_code")}


def _words_of(place: Location) -> Written:
    return {"name": place.name, "address_1": place.address_1, "postal_code": place.postal_code}
