"""The endpoints of Open Referral UK 3.0, and /organizations of HSDS 3.0. All of them are read only and need no key."""

from django.http import HttpRequest

from services_directory.api import ids, queries, records, words
from services_directory.api.answers import NotThere, key, open_to_all, page_of
from services_directory.api.counted import Counted
from services_directory.api.openapi import document
from services_directory.api.parameters import Asked
from services_directory.models import ServicePage

PROFILE = "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md"
# The services that come with an organisation; `/services?organization_id=` has all of them, in pages.
MOST_OF_ONE = 100


@open_to_all
def root(request: HttpRequest, asked: Asked) -> dict:
    """Which standard this is, and where it is described."""
    base = request.build_absolute_uri(request.path.rstrip("/"))
    return {"version": "HSDS-UK-3.0", "profile": PROFILE, "openapi_url": f"{base}/openapi.json"}


@open_to_all
def openapi(request: HttpRequest, asked: Asked) -> dict:
    """The description of this API for machines."""
    return document(request.build_absolute_uri(request.path.removesuffix("/openapi.json")))


@open_to_all
def nothing(request: HttpRequest, asked: Asked, rest: str = "") -> dict:
    raise NotThere


@open_to_all
def services(request: HttpRequest, asked: Asked) -> dict:
    """Services, one page of them."""
    found = Counted("services", queries.services(asked), asked)
    if asked.minimal:
        return page_of(asked, found.total, lambda start, end: _minimal(found.keys(start, end)))
    ready = _in_full if asked.full else _as_rows
    return page_of(asked, found.total, lambda start, end: _write(found.keys(start, end), ready))


@open_to_all
def service(request: HttpRequest, asked: Asked, id: str) -> dict:
    """One service in full."""
    wanted = ServicePage.objects.published().filter(translation_key=key(id))
    return _one(records.with_parts(wanted), records.service_record)


@open_to_all
def at_locations(request: HttpRequest, asked: Asked) -> dict:
    """Services at their locations, one page of them."""
    found = Counted("places", queries.at_locations(asked), asked)
    return page_of(asked, found.total, lambda start, end: _write(found.keys(start, end), _places))


@open_to_all
def at_location(request: HttpRequest, asked: Asked, id: str) -> dict:
    """One service at one location, in full."""
    place = queries.at_locations(Asked()).filter(uuid=key(id)).values("pk", "service_id").first()
    if place is None:
        raise NotThere
    wanted = records.with_parts(ServicePage.objects.published().filter(pk=place["service_id"])).first()
    if wanted is None:
        raise NotThere
    return records.at_location_record(next(row for row in wanted.places.all() if row.pk == place["pk"]), wanted)


@open_to_all
def organizations(request: HttpRequest, asked: Asked) -> dict:
    """Organisations that run a service, one page of them."""
    found = Counted("organizations", queries.organizations(asked), asked)
    return page_of(asked, found.total, lambda start, end: _write(found.keys(start, end), _bodies))


@open_to_all
def organization(request: HttpRequest, asked: Asked, id: str) -> dict:
    """One organisation with its services."""
    wanted = key(id)
    if wanted == ids.UNKNOWN_ORGANISATION:
        return records.organization_row(None)
    body = queries.organizations(Asked()).filter(uuid=wanted).select_related("parent").first()
    if body is None:
        raise NotThere
    full = asked.full_service or asked.full
    run = _ready(ServicePage.objects.published().filter(organisation=body).order_by("pk"), full=full)[:MOST_OF_ONE]
    return records.organization_record(body, list(run), full=full)


@open_to_all
def withdrawn(request: HttpRequest, asked: Asked) -> dict:
    """Services that left the directory, by id: the standard has no way to say it, and a copy must let go of them."""
    found = queries.withdrawn(asked)
    return page_of(asked, found.count(), lambda start, end: [_left(*row) for row in found[start:end]])


def _left(key, gone_at) -> dict:
    return {"id": str(key), "withdrawn": gone_at.isoformat()}


@open_to_all
def taxonomies(request: HttpRequest, asked: Asked) -> dict:
    """Lists of words: ours, then those that came in with other systems' entries."""
    found = words.taxonomies(" ".join(asked.search))
    return page_of(asked, found.count(), found.cut)


@open_to_all
def taxonomy(request: HttpRequest, asked: Asked, id: str) -> dict:
    return words.taxonomies().one(key(id)) or _gone()


@open_to_all
def terms(request: HttpRequest, asked: Asked) -> dict:
    """Words of these lists."""
    taxonomy = asked.taxonomies[0] if asked.taxonomies else None
    found = words.terms(" ".join(asked.search), taxonomy=taxonomy, parent=asked.parent, top=asked.top_only)
    return page_of(asked, found.count(), found.cut)


@open_to_all
def term(request: HttpRequest, asked: Asked, id: str) -> dict:
    return words.terms().one(key(id)) or _gone()


def _gone():
    raise NotThere


def _one(queryset, write) -> dict:
    row = queryset.first()
    return write(row) if row else _gone()


def _write(keys: list[int], ready) -> list[dict]:
    """The records with these keys, of those that may be seen now."""
    rows, write = ready()
    found = rows.in_bulk(keys)
    return [write(found[pk]) for pk in keys if pk in found]


def _ready(services, *, full: bool):
    return records.with_parts(services) if full else services.select_related("organisation__parent")


def _as_rows():
    return _ready(ServicePage.objects.published(), full=False), records.service_row


def _in_full():
    return _ready(ServicePage.objects.published(), full=True), records.service_record


def _places():
    rows = queries.at_locations(Asked()).select_related("location", "service__organisation__parent")
    return rows, records.at_location_row


def _bodies():
    return queries.organizations(Asked()).select_related("parent"), records.organization_row


def _minimal(keys: list[int]) -> list[dict]:
    services = ServicePage.objects.published().filter(pk__in=keys).order_by("pk")
    rows = services.values_list("translation_key", "title", "status", "last_modified")
    return [
        {"id": str(uuid), "name": name, "status": status, "last_modified": changed.isoformat()}
        for uuid, name, status, changed in rows
    ]
