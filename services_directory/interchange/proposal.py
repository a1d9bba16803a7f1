"""A service as a file says it, set on our page: fields, parts and words. The page is not stored here."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.text import Truncator

from services_directory.api import words
from services_directory.api.ids import of_part
from services_directory.api.parts import OURS
from services_directory.api.records import OWN_CHOICES
from services_directory.choices import Confidentiality
from services_directory.interchange.hours import read_hours
from services_directory.interchange.report import Entry
from services_directory.interchange.shared import Shared
from services_directory.interchange.values import Problems, fill, identity, one, parts
from services_directory.models import (
    Contact,
    CostOption,
    Language,
    Phone,
    Schedule,
    ScheduleException,
    ServiceArea,
    ServiceAtLocation,
    ServicePage,
)
from services_directory.models.taxonomy import TaxonomyTerm

# The file's name of a field → ours.
_FIELDS = {
    "name": "title", "description": "description", "url": "website", "email": "email", "status": "status",
    "interpretation_services": "interpretation_services", "application_process": "application_process",
    "fees_description": "fees_description", "eligibility_description": "eligibility_description",
    "wait_time": "wait_time", "minimum_age": "minimum_age", "maximum_age": "maximum_age",
}  # fmt: skip
_NAMES = {ours: theirs for theirs, ours in _FIELDS.items()}
_PARTS: dict[str, tuple[str, type, tuple[str, ...]]] = {
    "cost_options": (
        "cost_options", CostOption, ("option", "amount", "currency", "amount_description", "valid_from", "valid_to"),
    ),
    "languages": ("spoken_languages", Language, ("name", "code", "note")),
    "service_areas": ("service_areas", ServiceArea, ("name", "description", "extent", "extent_type", "uri")),
    "phones": ("phones", Phone, ("number", "extension", "type", "description")),
    "contacts": ("contacts", Contact, ("name", "title", "department", "email")),
}  # fmt: skip
SUMMARY, LONGEST_AREA = 240, 120


def propose(page: ServicePage, entry: Entry, shared: Shared, problems: Problems) -> None:
    """Set on `page` what the entry says. What it does not speak of stays as it is."""
    record, ours = entry.data, one(entry.data, OURS, problems)
    problems.pass_over(record)
    _set_fields(page, entry, ours, problems)
    _set_own(page, entry, ours, shared, problems)
    if "organization" in record:
        body = one(record, "organization", problems)
        page.organisation = shared.organisation(body, problems.inside("organization")) if body else None
    elif record.get("organization_id"):
        page.organisation = shared.organisations.get(identity(record, problems, "organization_id") or UUID(int=0))
    _set_words(page, entry, shared, problems)
    _set_parts(page, entry, shared, problems)
    try:
        page.clean()
    except ValidationError as wrong:
        problems.add("service", " ".join(wrong.messages))


def _set_fields(page: ServicePage, entry: Entry, ours: dict, problems: Problems) -> None:
    record = entry.data
    given = {mine: record[name] for name, mine in _FIELDS.items() if name in record}
    if "fees_description" not in record and "fees" in record:
        given["fees_description"] = record["fees"]
    if entry.whole:
        given = {**dict.fromkeys(_FIELDS.values(), ""), "status": "active", **given}
    given.setdefault("title", page.title)
    if ours.get("has_description") is False:
        given["description"] = ""
    status = given.get("status")
    if isinstance(status, str):
        given["status"] = status.strip()
    fill(page, given, problems, _NAMES)
    if isinstance(other := record.get("alternate_name"), str) and other:
        page.alternate_names = "\n".join(part.strip() for part in other.split(";"))
    if page._state.adding and not ours.get("summary"):
        page.summary = Truncator(page.description.split(". ")[0].strip()).chars(SUMMARY)


def _set_own(page: ServicePage, entry: Entry, ours: dict, shared: Shared, problems: Problems) -> None:
    """Our own facts. They come with files of ours alone."""
    inside = problems.inside(OURS)
    given = {name: ours[name] for name in (*OWN_CHOICES, "summary") if name in ours}
    if entry.whole:
        given = {**{name: _empty(page, name) for name in (*OWN_CHOICES, "summary")}, **given}
    if page.location_is_confidential and given.get("confidentiality") not in (None, Confidentiality.CONFIDENTIAL):
        del given["confidentiality"]
        shared.note(f"“{page.title}” has a confidential location here, and keeps it. Only an officer may change that.")
    fill(page, given, inside)
    # A check counts only if the file says who did it.
    if ours.get("checked_by"):
        fill(page, {"checked_on": entry.data.get("assured_date", "")}, problems, {"checked_on": "assured_date"})
    elif entry.whole:
        page.checked_on = None
    if "search_names" in ours or entry.whole:
        names = ours.get("search_names", [])
        page.alternate_names = "\n".join(str(name) for name in names) if isinstance(names, list) else ""
    if "wards" in ours or entry.whole:
        codes = ours.get("wards", [])
        known = [shared.wards[code] for code in codes if code in shared.wards] if isinstance(codes, list) else []
        page.wards = known


def _empty(page: ServicePage, name: str) -> Any:
    field: Any = page._meta.get_field(name)
    return field.get_default() if field.has_default() else ""


def _set_words(page: ServicePage, entry: Entry, shared: Shared, problems: Problems) -> None:
    if "attributes" not in entry.data and not entry.whole:
        return
    found = [shared.term(row, problems.inside("attributes")) for row in parts(entry.data, "attributes", problems)]
    page.terms = [word for word in found if isinstance(word, TaxonomyTerm)]
    ours = [word for word in found if isinstance(word, tuple)]
    # Words of ours stand in files of ours alone; a file that has none of them says nothing about them.
    if not (ours or entry.whole or OURS in entry.data):
        return
    for vocabulary in words.VOCABULARIES:
        chosen = [word for kind, word in ours if kind is vocabulary]
        setattr(page, vocabulary.field, chosen if vocabulary.many else next(iter(chosen), None))


def _set_parts(page: ServicePage, entry: Entry, shared: Shared, problems: Problems) -> None:
    record, key = entry.data, page.translation_key
    spoken_of = {name for name in (*_PARTS, "schedules", "service_at_locations") if name in record or entry.whole}
    if "service_at_locations" in spoken_of:
        phones, hours, days = _set_places(page, entry, shared, problems)
    else:
        phones, hours, days = (_at_places(page, relation) for relation in ("phones", "schedules", "exceptions"))
    generated = {str(of_part(key, "coverage")), *(str(of_part(key, f"ward/{code}")) for code in shared.wards)}
    for name, (relation, model, fields) in _PARTS.items():
        if name not in spoken_of:
            continue
        rows = [row for row in parts(record, name, problems) if row.get("id") not in generated]
        made = [_part(model, row, fields, problems.inside(name)) for row in rows]
        others = phones if name == "phones" else []
        _put(page, relation, [*(part for part in made if part), *others], keep_others=name == "contacts")
    if "schedules" in spoken_of:
        usual, different = read_hours(record, Schedule, ScheduleException, problems)
        _put(page, "schedules", [*usual, *hours])
        _put(page, "exceptions", [*different, *days])


def _at_places(page: ServicePage, relation: str) -> list:
    """The parts that hold at one place only, as they are."""
    return [part for part in getattr(page, relation).all() if part.location_id]


def _set_places(page: ServicePage, entry: Entry, shared: Shared, problems: Problems) -> tuple[list, list, list]:
    """Put the service at its places; gives the phones, hours and days that hold at one of them."""
    rows = parts(entry.data, "service_at_locations", problems)
    if page.location_is_confidential:
        if rows:
            problems.add("service_at_locations", "The location is confidential. Take the places out of the file.")
        # Nothing that goes out tells where it is, so nothing that comes back can say that it is nowhere.
        return [], [], []
    places: list = []
    phones: list = []
    hours: list = []
    days: list = []
    for row in rows:
        inside = problems.inside("service_at_locations")
        key, location = identity(row, inside), shared.place(one(row, "location", inside), inside.inside("location"))
        if key is None or location is None:
            continue
        there = ServiceAtLocation(uuid=key, location=location)
        fill(there, {"description": row.get("description", "")}, inside)
        places.append(there)
        own = [_part(Phone, part, _PARTS["phones"][2], inside) for part in parts(row, "phones", inside)]
        usual, different = read_hours(row, Schedule, ScheduleException, inside)
        for part in (*own, *usual, *different):
            if part:
                part.location = location
        phones, hours, days = [*phones, *(part for part in own if part)], [*hours, *usual], [*days, *different]
    _put(page, "places", places)
    return phones, hours, days


def _part(model: type, row: dict, fields: tuple[str, ...], problems: Problems):
    """One part of a service, or nothing where it says nothing that we could keep."""
    key = identity(row, problems)
    problems.pass_over(row)
    if key is None:
        return None
    part = model(uuid=key)
    given = {name: row[name] for name in fields if name in row}
    if model is Language and not given.get("name"):
        problems.left_out["`languages`: the language has no name"] += 1
        return None
    if model is Phone:
        given["number"] = (
            str(row.get("number", "")).strip('" ') if isinstance(row.get("number", ""), str) else row["number"]
        )
        if given.get("type") not in (None, "voice", "text"):
            given["type"] = "voice"
    if model is ServiceArea and isinstance(name := given.get("name"), str) and len(name) > LONGEST_AREA:
        # Some systems write a sentence where a name belongs.
        given["name"] = Truncator(name).chars(LONGEST_AREA)
        given["description"] = given.get("description") or name
    if model is Contact:
        numbers = parts(row, "phones", problems)
        given["phone"] = numbers[0].get("number", "") if numbers else ""
        given["public"] = one(row, OURS, problems).get("may_be_shown") is True
    fill(part, given, problems)
    return part


def _put(page: ServicePage, relation: str, wanted: list, *, keep_others: bool = False) -> None:
    """Make `wanted` the parts of the page. One that is there already, by its id, keeps its row."""
    there = {part.uuid: part for part in getattr(page, relation).all()}
    found = []
    for part in wanted:
        if old := there.pop(part.uuid, None):
            part.pk = old.pk
            if page.location_is_confidential and hasattr(old, "location_id"):
                part.location_id = old.location_id
            if keep_others:
                # Private facts of a contact never leave, so a file cannot speak of them.
                part.gets_reminders, part.public = old.gets_reminders, old.public
        found.append(part)
    found = [*there.values(), *found] if keep_others else found
    for number, part in enumerate(found):
        part.sort_order = number
    getattr(page, relation).set(found)
