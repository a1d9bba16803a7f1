"""Records of HSDS as tables, one per kind of thing, as its Tabular Data Package has them; and tables as records.

A cell that a spreadsheet would take for a formula goes out with an apostrophe before it, and comes in without.
"""

import re
from collections import defaultdict
from decimal import Decimal
from typing import Any

from services_directory.api.parts import OURS
from services_directory.api.records import OWN_CHOICES
from services_directory.interchange.report import Entry

Rows = list[tuple[int, dict]]

# What each service says of itself in one cell; our own facts have `our_` before their names.
_HOURS = ["freq", "interval", "byday", "dtstart", "valid_from", "valid_to", "opens_at", "closes_at", "timezone"]
COLUMNS = {
    "services": [
        "id", "organization_id", "name", "description", "url", "email", "status", "interpretation_services",
        "application_process", "fees_description", "eligibility_description", "wait_time", "minimum_age",
        "maximum_age", "assured_date", "last_modified",
        *(f"our_{name}" for name in ("summary", "has_description", "search_names", *OWN_CHOICES, "wards")),
    ],
    "organizations": [
        "id", "name", "alternate_name", "description", "email", "website", "uri", "legal_status",
        "year_incorporated", "parent_organization_id", "our_kind",
    ],
    "organization_identifiers": ["id", "organization_id", "identifier_scheme", "identifier_type", "identifier"],
    "locations": [
        "id", "location_type", "name", "alternate_name", "description", "transportation", "url", "latitude",
        "longitude", "our_ward",
    ],
    "addresses": [
        "id", "location_id", "address_1", "address_2", "city", "state_province", "postal_code", "country",
        "address_type",
    ],
    "accessibility": ["id", "location_id", "description", "details", "url", "our_kind"],
    "service_at_locations": ["id", "service_id", "location_id", "description"],
    "phones": [
        "id", "service_id", "service_at_location_id", "contact_id", "number", "extension", "type", "description",
    ],
    "contacts": ["id", "service_id", "name", "title", "department", "email", "our_may_be_shown"],
    "schedules": [
        "id", "service_id", "service_at_location_id", "location_id", *_HOURS, "description", "notes",
    ],
    "service_areas": ["id", "service_id", "name", "description", "extent", "extent_type", "uri"],
    "languages": ["id", "service_id", "name", "code", "note"],
    "cost_options": [
        "id", "service_id", "option", "amount", "currency", "amount_description", "valid_from", "valid_to",
    ],
    "attributes": ["id", "link_id", "link_type", "link_entity", "taxonomy_term_id"],
    "taxonomy_terms": [
        "id", "code", "name", "description", "parent_id", "taxonomy", "taxonomy_id", "language", "term_uri", "term",
    ],
}  # fmt: skip
# The names that the official examples use as well.
ALIASES = {
    "service": "services",
    "organization": "organizations",
    "location": "locations",
    "service_at_location": "service_at_locations",
    "schedule": "schedules",
    "address": "addresses",
    "attribute": "attributes",
    "phone": "phones",
    "contact": "contacts",
    "language": "languages",
    "service_area": "service_areas",
    "cost_option": "cost_options",
    "taxonomy_term": "taxonomy_terms",
}
_NUMBERS = {"minimum_age", "maximum_age", "latitude", "longitude", "amount", "interval", "year_incorporated"}
_NUMBERS |= {"our_review_days"}
_YES_NO = {f"our_{name}" for name in ("drop_in", "in_person", "by_phone", "online", "crisis", "demo")}
_YES_NO |= {"our_has_description", "our_may_be_shown"}
_LISTS = {"our_wards", "our_search_names"}
_OF_SERVICE = ("contacts", "service_areas", "languages", "cost_options", "service_at_locations")

_FORMULA, _ESCAPED = re.compile(r"^'*[=+\-@\t\r]"), re.compile(r"^'+[=+\-@\t\r]")
_PLAIN_NUMBER = re.compile(r"^-?\d+(\.\d+)?$")


def safe(value: Any) -> str:
    """A cell that no spreadsheet runs."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return in_digits(value)
    text = "\n".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if _FORMULA.match(text) and not _PLAIN_NUMBER.match(text) else text


def in_digits(number: float) -> str:
    """A number as people write it: a place on the meridian of Greenwich is at 0.000059, not at 5.9e-05."""
    return f"{Decimal(repr(number)):f}"


def flatten(records: list[dict]) -> dict[str, list[dict]]:
    """Every table with its rows. What several services share stands once."""
    tables: dict[str, dict[str, dict]] = {name: {} for name in COLUMNS}

    def put(name: str, record: dict, **links: str) -> None:
        ours = {f"our_{key}": value for key, value in record.get(OURS, {}).items()}
        tables[name].setdefault(record["id"], {**record, **ours, **links})

    for record in records:
        key = record["id"]
        put("services", record)
        put("organizations", record["organization"])
        for row in record["organization"].get("organization_identifiers", []):
            put("organization_identifiers", row, organization_id=record["organization_id"])
        for name in ("phones", "schedules", *_OF_SERVICE):
            for row in record.get(name, []):
                put(name, row, service_id=key)
        for row in record.get("contacts", []):
            for phone in row.get("phones", []):
                put("phones", phone, contact_id=row["id"])
        for row in record.get("attributes", []):
            put("attributes", row)
            put("taxonomy_terms", row["taxonomy_term"])
        for there in record.get("service_at_locations", []):
            _put_place(put, there)
    return {name: list(rows.values()) for name, rows in tables.items()}


def _put_place(put, there: dict) -> None:
    place = there["location"]
    for name in ("phones", "schedules"):
        for row in there.get(name, []):
            put(name, row, service_at_location_id=there["id"])
    put("locations", place)
    part = place.get(OURS, {}).get("part_of_address")
    for row in place.get("addresses", []) or ([{"id": place["id"], **part}] if part else []):
        put("addresses", row, location_id=place["id"])
    for name in ("accessibility", "schedules"):
        for row in place.get(name, []):
            put(name, row, location_id=place["id"])


def entries(tables: dict[str, Rows], where: str = "") -> list[Entry]:
    """The services in these tables, each with its parts. Of a table that is not there nothing is said."""
    read = {name: _by_id(rows) for name, rows in tables.items()}
    children = _Children(read)
    found = []
    for number, row in tables.get("services", []):
        record = _record(row)
        key = row.get("id", "")
        for name in ("phones", "schedules", *_OF_SERVICE):
            if name in read:
                record[name] = children.of(name, "service_id", key)
        for there in record.get("service_at_locations", []):
            _furnish(there, children, read)
        for contact in record.get("contacts", []):
            contact["phones"] = children.of("phones", "contact_id", contact.get("id"))
        if body := read.get("organizations", {}).get(row.get("organization_id", "")):
            record["organization"] = _record(body)
            record["organization"]["organization_identifiers"] = children.of(
                "organization_identifiers", "organization_id", body.get("id")
            )
        if "attributes" in read:
            record["attributes"] = children.of("attributes", "link_id", key)
            for attribute in record["attributes"]:
                if term := read.get("taxonomy_terms", {}).get(attribute.get("taxonomy_term_id")):
                    attribute["taxonomy_term"] = _record(term)
        found.append(Entry(f"{where}services row {number}", record))
    return found


class _Children:
    """Rows by the thing that they hang on. The narrowest link counts: a phone at one place is not one everywhere."""

    LINKS = ("contact_id", "service_at_location_id", "service_id", "location_id", "organization_id", "link_id")

    def __init__(self, tables: dict[str, dict[str, dict]]) -> None:
        self.found: dict[tuple, list[dict]] = defaultdict(list)
        for name, rows in tables.items():
            for row in rows.values():
                links = ("service_id",) if name == "service_at_locations" else self.LINKS
                if link := next((link for link in links if row.get(link)), None):
                    self.found[name, link, row[link]].append(row)

    def of(self, name: str, link: str, key: str | None) -> list[dict]:
        return [_record(row) for row in self.found.get((name, link, key), [])]


def _furnish(there: dict, children: _Children, read: dict) -> None:
    for name in ("phones", "schedules"):
        there[name] = children.of(name, "service_at_location_id", there.get("id"))
    place = read.get("locations", {}).get(there.get("location_id"))
    if place is None:
        return
    location = there["location"] = _record(place)
    for name in ("addresses", "accessibility", "schedules"):
        location[name] = children.of(name, "location_id", place.get("id"))


def _by_id(rows: Rows) -> dict[str, dict]:
    found: dict[str, dict] = {}
    for number, row in rows:
        found.setdefault(row.get("id") or f"row {number}", row)
    return found


def _record(row: dict) -> dict:
    """A row with its cells as what they mean. A cell that does not mean it stays text, for the checks to find."""
    record: dict = {}
    for name, text in row.items():
        value = _value(name, text)
        if not name.startswith("our_"):
            record[name] = value
        elif value is not None:
            record.setdefault(OURS, {})[name.removeprefix("our_")] = value
    return record


def _value(name: str, text: str) -> Any:
    text = text[1:] if _ESCAPED.match(text) else text
    if name in _LISTS:
        return [part.strip() for part in text.splitlines() if part.strip()]
    if name in _YES_NO:
        return {"TRUE": True, "FALSE": False, "1": True, "0": False, "": None}.get(text.strip().upper(), text)
    if name in _NUMBERS and _PLAIN_NUMBER.match(text.strip()):
        return float(text) if "." in text else int(text)
    return text
