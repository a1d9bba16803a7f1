"""The facts of an entry that its provider may change, as JSON holds them, and how they come back onto the page.

A confidential location is not among them, in any form: neither its places nor hours or numbers that name one.
"""

from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from common.models import Need
from services_directory.hours_in_words import how_often
from services_directory.models import (
    Audience,
    Contact,
    Language,
    Phone,
    Schedule,
    ScheduleException,
    ServiceAtLocation,
    ServicePage,
)
from services_directory.proposals.places import place_for

# In the order of the form, under its headings.
PARTS_OF_THE_FORM: dict[str, tuple[str, ...]] = {
    "What it is": ("title", "summary", "description", "status"),
    "Who can use it": ("needs", "audiences", "minimum_age", "maximum_age", "gender", "eligibility_description"),
    "Where it is": ("places",),
    "How to get in touch": ("phones", "email", "website", "in_person", "by_phone", "online", "referral", "drop_in"),
    "What happens then": ("application_process", "wait_time"),
    "When it is open": ("hours", "schedules", "exceptions", "bank_holidays"),
    "Who will know": (
        "name_needed", "name_needed_text", "run_by_text", "tells_others", "tells_others_text", "asks_status",
        "asks_status_text", "cost", "fees_description", "police_involvement",
    ),
    "Languages and getting in": (
        "spoken_languages", "languages", "interpretation_services", "step_free", "accessibility",
    ),
    "Who answers for this entry": ("contacts",),
}  # fmt: skip

ROWS: dict[str, tuple[type, tuple[str, ...]]] = {
    "phones": (Phone, ("number", "type", "description")),
    "schedules": (Schedule, ("weekday", "opens_at", "closes_at", "description")),
    "exceptions": (ScheduleException, ("date", "opens_at", "closes_at", "description")),
    "spoken_languages": (Language, ("name", "note")),
    "places": (ServiceAtLocation, ("name", "address_1", "postal_code", "description")),
    "contacts": (Contact, ("name", "title", "department", "email", "phone", "public", "gets_reminders")),
}
# Several of a list that staff keep, by their keys.
CHOSEN: dict[str, Any] = {"needs": Need, "audiences": Audience}
# A place stands by itself, because services share it: what is written of it is not the link's own.
OF_THE_PLACE = ("name", "address_1", "postal_code")
# Parts that may hold at one place only.
AT_A_PLACE = ("phones", "schedules", "exceptions")
# Names and addresses of people: never on a page that a forwarded mail opens.
PRIVATE = ("contacts",)
NAMES = tuple(name for names in PARTS_OF_THE_FORM.values() for name in names)
FIELDS = tuple(name for name in NAMES if name not in ROWS)
PLAIN = tuple(name for name in FIELDS if name not in CHOSEN)
# Once known they stay known: without them an entry leaves the site.
ANSWERS = ("name_needed", "tells_others", "asks_status", "cost")

Facts = dict[str, Any]


def facts_of(page: ServicePage, *, private: bool) -> Facts:
    """Everything that a provider may change, as it stands on `page`. `private` adds the people behind the entry."""
    facts: Facts = {name: plain(getattr(page, name)) for name in PLAIN}
    facts |= {name: keys_of(getattr(page, name).all()) for name in CHOSEN}
    for name in ROWS:
        if (private or name not in PRIVATE) and name not in hidden_on(page):
            facts[name] = [_row(name, part) for part in rows_of(page, name)]
    return facts


def hidden_on(page: ServicePage) -> tuple[str, ...]:
    """The facts of this entry that no provider's page names: where it is, if that must stay a secret."""
    return ("places",) if page.location_is_confidential else ()


def keys_of(chosen: Iterable) -> list[str]:
    """What was chosen of a list, by its keys, in one order."""
    return [str(key) for key in sorted(thing.pk for thing in chosen)]


def rows_of(page: ServicePage, name: str) -> list:
    """The parts of a page that a provider may see: none that is bound to a place which is a secret."""
    rows = list(getattr(page, name).all())
    return [row for row in rows if not (page.location_is_confidential and getattr(row, "location_id", None))]


def places_of(page: ServicePage) -> dict[str, str]:
    """The places that its hours and numbers may name, by key; none if where it is must stay a secret."""
    if page.location_is_confidential:
        return {}
    places = [place.location for place in page.places.all()]
    places += [part.location for name in AT_A_PLACE for part in getattr(page, name).all() if part.location_id]
    return {str(place.pk): place.name for place in places}


def _row(name: str, part) -> Facts:
    row = {"uuid": str(part.uuid), **{field: plain(_value(part, field)) for field in ROWS[name][1]}}
    if name in AT_A_PLACE:
        row["place"] = plain(part.location_id)
    if name == "schedules":
        row["often"] = how_often(part)
    return row


def _value(part, field: str) -> Any:
    at_a_place = isinstance(part, ServiceAtLocation) and field in OF_THE_PLACE
    return getattr(part.location if at_a_place else part, field)


def plain(value: Any) -> Any:
    """A value as JSON holds it, the same however it was typed: 13 and 13.00 are one age."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return value
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").strip()


def differing(base: Facts, proposed: Facts) -> list[str]:
    """The names of what differs, in the order of the form."""
    return [name for name in NAMES if name in proposed and proposed[name] != base.get(name)]


def put(page: ServicePage, name: str, value: Any) -> None:
    """Set one fact on `page`, which is not stored here."""
    if name in ROWS:
        _put_rows(page, name, value)
    elif name in CHOSEN:
        getattr(page, name).set(CHOSEN[name].objects.filter(pk__in=value))
    else:
        setattr(page, name, _as_field(ServicePage, name, value))


def _put_rows(page: ServicePage, name: str, rows: list[Facts]) -> None:
    """Make `rows` the parts of the page. A part that is known by its id keeps all that the form does not show."""
    model, fields = ROWS[name]
    seen = {part.uuid: part for part in rows_of(page, name)}
    places = places_of(page)
    hidden = [part for part in getattr(page, name).all() if part.uuid not in seen]
    wanted = []
    for row in rows:
        part = seen.get(UUID(row["uuid"])) or model(uuid=row["uuid"])
        if name == "places":
            part.location = place_for(row, part, page)
        for field in fields:
            if name != "places" or field not in OF_THE_PLACE:
                setattr(part, field, _as_field(model, field, row[field]))
        if name in AT_A_PLACE:
            part.location_id = int(row["place"]) if row.get("place") in places else None
        wanted.append(part)
    for number, part in enumerate([*wanted, *hidden]):
        part.sort_order = number
    getattr(page, name).set([*wanted, *hidden])


def _as_field(model: type, name: str, value: Any) -> Any:
    field = model._meta.get_field(name)  # type: ignore[attr-defined]
    return None if value == "" and field.null else field.to_python(value)
