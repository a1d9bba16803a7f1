"""The parts of a service, an organisation and a place as HSDS 3.0 writes them. What is empty is left out."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from services_directory.api.ids import of_part
from services_directory.choices import Frequency, LocationType

# Where our own facts stand, beside what the standard knows.
OURS = "stop_the_violence"


def compact(record: dict[str, Any]) -> dict[str, Any]:
    """`record` without its empty fields. Zero and false are answers and stay."""
    return {key: value for key, value in record.items() if value not in (None, "", [], {})}


def number(value: Decimal | None) -> int | float | None:
    """A number of JSON: 12, not 12.00."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def day(value) -> str | None:
    return value.isoformat() if value else None


def clock(value) -> str | None:
    return f"{value:%H:%M}" if value is not None else None


def phone(row) -> dict:
    return compact(
        {
            "id": str(row.uuid),
            "number": row.number,
            "extension": row.extension,
            "type": row.type,
            "description": row.description,
        }
    )


def schedule(row) -> dict:
    """Weekly or monthly hours. One row is one day of the week."""
    monthly = row.freq == Frequency.MONTHLY
    return compact(
        {
            "id": str(row.uuid),
            "freq": row.freq,
            "interval": row.interval,
            "byday": f"{row.week}{row.weekday}" if monthly and row.week else row.weekday,
            "opens_at": clock(row.opens_at),
            "closes_at": clock(row.closes_at),
            "dtstart": day(row.valid_from),
            "valid_from": day(row.valid_from),
            "valid_to": day(row.valid_to),
            "timezone": "Europe/London",
            "description": row.description,
        }
    )


def exception(row) -> dict:
    """One day that differs: a schedule that does not come back. Without times it is closed on that day."""
    return compact(
        {
            "id": str(row.uuid),
            "dtstart": day(row.date),
            "valid_from": day(row.date),
            "valid_to": day(row.date),
            "opens_at": clock(row.opens_at),
            "closes_at": clock(row.closes_at),
            "timezone": "Europe/London",
            "description": row.description,
            "notes": "Closed on this day" if row.closed else "These hours replace the usual ones on this day",
        }
    )


def cost_option(row) -> dict:
    return compact(
        {
            "id": str(row.uuid),
            "option": row.option,
            "amount": number(row.amount),
            "currency": row.currency if row.amount is not None else "",
            "amount_description": row.amount_description,
            "valid_from": day(row.valid_from),
            "valid_to": day(row.valid_to),
        }
    )


def language(row) -> dict:
    return compact({"id": str(row.uuid), "name": row.name, "code": row.code, "note": row.note})


def contact(row) -> dict:
    """A contact who may be shown. The others never come here."""
    phones = [{"id": str(of_part(row.uuid, "phone")), "number": row.phone}] if row.phone else []
    return compact(
        {
            "id": str(row.uuid),
            "name": row.name,
            "title": row.title,
            "department": row.department,
            "email": row.email,
            "phones": phones,
            OURS: {"may_be_shown": True},
        }
    )


def service_area(row) -> dict:
    return compact(
        {
            "id": str(row.uuid),
            "name": row.name,
            "description": row.description,
            "extent": row.extent,
            "extent_type": row.extent_type,
            "uri": row.uri,
        }
    )


def served_areas(service) -> list[dict]:
    """The area that a service covers as we know it, and each of its wards, beside what other systems wrote."""
    key = service.translation_key
    ours = [{"id": str(of_part(key, "coverage")), "name": service.get_coverage_display()}]
    for ward in service.wards.all():
        area = {"id": str(of_part(key, f"ward/{ward.code}")), "name": ward.name}
        if ward.ons_code:
            area |= {"extent": ward.ons_code, "extent_type": "ONS code"}
        ours.append(area)
    return [*ours, *(service_area(row) for row in service.service_areas.all())]


def identifier(row) -> dict:
    return compact(
        {
            "id": str(row.uuid),
            "identifier_scheme": row.identifier_scheme,
            "identifier_type": row.identifier_type,
            "identifier": row.identifier,
        }
    )


_ADDRESS = ("address_1", "address_2", "city", "state_province", "postal_code", "country")
# What the standard demands of an address. One that lacks any of them is sent among our own facts instead.
_WHOLE_ADDRESS = ("address_1", "city", "state_province", "postal_code", "country")


def location(place) -> dict:
    """A place with its address and hours. Never call it for a service whose location is confidential."""
    whole = all(getattr(place, name) for name in _WHOLE_ADDRESS)
    address = compact({name: getattr(place, name) for name in _ADDRESS})
    kind = LocationType.POSTAL if place.location_type == LocationType.POSTAL else LocationType.PHYSICAL
    return compact(
        {
            **location_row(place),
            "addresses": [{"id": str(of_part(place.uuid, "address")), **address, "address_type": kind.value}]
            if whole
            else [],
            "accessibility": _access(place),
            "schedules": [
                *(schedule(row) for row in place.schedules.all()),
                *(exception(row) for row in place.exceptions.all()),
            ],
            OURS: compact(
                {
                    "ward": place.ward.code if place.ward else "",
                    # The usual town, county and country alone say nothing about the place.
                    "part_of_address": {} if whole else address,
                }
            ),
        }
    )


def location_row(place) -> dict:
    """A place as a list shows it."""
    return compact(
        {
            "id": str(place.uuid),
            "location_type": place.location_type,
            "name": place.name,
            "alternate_name": place.alternate_name,
            "description": place.description,
            "transportation": place.transportation,
            "url": place.url,
            "latitude": number(place.latitude),
            "longitude": number(place.longitude),
        }
    )


def _access(place) -> list[dict]:
    rows = [
        compact(
            {
                "id": str(row.uuid),
                "description": row.description or row.get_kind_display(),
                "details": row.details,
                "url": row.url,
                OURS: compact({"kind": row.kind}),
            }
        )
        for row in place.access_details.all()
    ]
    if place.accessibility:
        rows.append({"id": str(access_id(place.uuid)), "description": place.accessibility})
    return rows


def access_id(place: UUID) -> UUID:
    """The id of what a place says about getting in, in one text."""
    return of_part(place, "accessibility")
