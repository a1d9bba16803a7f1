"""The facts of an entry that its provider may change, as JSON holds them, and how they come back onto the page.

A confidential location is not among them, in any form: neither its places nor hours or numbers that name one.
"""

from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from services_directory.hours_in_words import how_often
from services_directory.models import Contact, Phone, Schedule, ScheduleException, ServicePage

# In the order of the form, under its headings.
PARTS_OF_THE_FORM: dict[str, tuple[str, ...]] = {
    "What it is": ("title", "summary", "description", "status"),
    "Who can use it": ("minimum_age", "maximum_age", "gender", "eligibility_description"),
    "How to get in touch": ("phones", "email", "website", "in_person", "by_phone", "online", "referral", "drop_in"),
    "What happens then": ("application_process", "wait_time"),
    "When it is open": ("hours", "schedules", "exceptions", "bank_holidays"),
    "Who will know": (
        "name_needed", "name_needed_text", "run_by_text", "tells_others", "tells_others_text", "asks_status",
        "asks_status_text", "cost", "fees_description", "police_involvement",
    ),
    "Languages and getting in": ("languages", "interpretation_services", "step_free", "accessibility"),
    "Who answers for this entry": ("contacts",),
}  # fmt: skip

ROWS: dict[str, tuple[type, tuple[str, ...]]] = {
    "phones": (Phone, ("number", "type", "description")),
    "schedules": (Schedule, ("weekday", "opens_at", "closes_at", "description")),
    "exceptions": (ScheduleException, ("date", "opens_at", "closes_at", "description")),
    "contacts": (Contact, ("name", "title", "department", "email", "phone", "public", "gets_reminders")),
}
# Parts that may hold at one place only.
AT_A_PLACE = ("phones", "schedules", "exceptions")
# Names and addresses of people: never on a page that a forwarded mail opens.
PRIVATE = ("contacts",)
NAMES = tuple(name for names in PARTS_OF_THE_FORM.values() for name in names)
FIELDS = tuple(name for name in NAMES if name not in ROWS)
# Once known they stay known: without them an entry leaves the site.
ANSWERS = ("name_needed", "tells_others", "asks_status", "cost")

Facts = dict[str, Any]


def facts_of(page: ServicePage, *, private: bool) -> Facts:
    """Everything that a provider may change, as it stands on `page`. `private` adds the people behind the entry."""
    facts: Facts = {name: plain(getattr(page, name)) for name in FIELDS}
    for name in ROWS:
        if private or name not in PRIVATE:
            facts[name] = [_row(name, part) for part in rows_of(page, name)]
    return facts


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
    row = {"uuid": str(part.uuid), **{field: plain(getattr(part, field)) for field in ROWS[name][1]}}
    if name in AT_A_PLACE:
        row["place"] = plain(part.location_id)
    if name == "schedules":
        row["often"] = how_often(part)
    return row


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
        for field in fields:
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
