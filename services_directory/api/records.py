"""A service, an organisation and a service at a location as records of HSDS 3.0, which Open Referral UK 3.0 accepts.

One way out for the API and for every export. Two things never pass it: a confidential location, in any form, and a
contact who may not be shown.
"""

from django.db.models import Prefetch

from services_directory.api import ids, parts, words
from services_directory.api.parts import OURS, compact, number
from services_directory.models import Contact, Organisation, ServicePage

# Everything that a full record reads, so that a page of them costs as many queries as one.
SERVICE_PARTS = (
    "phones",
    "places__location__ward",
    "places__location__access_details",
    "places__location__schedules",
    "places__location__exceptions",
    "schedules",
    "exceptions",
    "cost_options",
    "spoken_languages",
    "service_areas",
    "wards",
    "needs",
    "audiences",
    "key_messages",
    "terms__taxonomy",
    "terms__parent",
    "organisation__identifiers",
)
SERVICE_ROWS = ("organisation__parent", "domain", "level")

# Choices of ours that the standard has no field for.
OWN_CHOICES = (
    "name_needed",
    "name_needed_text",
    "run_by_text",
    "tells_others",
    "tells_others_text",
    "asks_status",
    "asks_status_text",
    "cost",
    "referral",
    "drop_in",
    "in_person",
    "by_phone",
    "online",
    "hours",
    "bank_holidays",
    "languages",
    "accessibility",
    "step_free",
    "gender",
    "coverage",
    "area",
    "confidentiality",
    "crisis",
    "police_involvement",
    "checked_by",
    "review_days",
    "demo",
)


def with_parts(services):
    """`services` ready to be written in full. Only contacts who may be shown are read at all."""
    shown = Prefetch("contacts", queryset=Contact.objects.filter(public=True), to_attr="shown_contacts")
    return services.select_related(*SERVICE_ROWS).prefetch_related(*SERVICE_PARTS, shown)


def service_row(service: ServicePage) -> dict:
    """A service as a list shows it."""
    return {
        **_own_fields(service),
        "organization_id": str(service.organisation.uuid if service.organisation else ids.UNKNOWN_ORGANISATION),
        "organization": organization_row(service.organisation),
    }


def service_record(service: ServicePage) -> dict:
    """A service in full. Ask for it `with_parts`."""
    places = [] if service.location_is_confidential else list(service.places.all())
    record = {
        **_own_fields(service),
        "organization_id": str(service.organisation.uuid if service.organisation else ids.UNKNOWN_ORGANISATION),
        "organization": _organization(service.organisation),
        "phones": [parts.phone(row) for row in service.phones.all() if _everywhere(service, row)],
        "contacts": [parts.contact(row) for row in service.shown_contacts],
        "schedules": _hours(service, None),
        "service_areas": parts.served_areas(service),
        "service_at_locations": [_at_place(service, place) for place in places],
        "languages": [parts.language(row) for row in service.spoken_languages.all()],
        "cost_options": [parts.cost_option(row) for row in service.cost_options.all()],
        "attributes": words.attributes(service),
        OURS: _ours(service),
    }
    return compact(record)


def at_location_row(place) -> dict:
    """A service at a location as a list shows it."""
    return compact(
        {
            **_at_location_head(place),
            "location": parts.location_row(place.location),
            "service": service_row(place.service),
        }
    )


def at_location_record(place, service: ServicePage) -> dict:
    """A service at a location in full. `place` belongs to `service`, which has its parts."""
    return compact(
        {
            **_at_location_head(place),
            **_at_place(service, place),
            "service": {key: value for key, value in service_record(service).items() if key != "service_at_locations"},
        }
    )


def organization_row(organisation: Organisation | None) -> dict:
    """An organisation as a list shows it. Nobody known is an organisation too, and says so."""
    if organisation is None:
        return {
            "id": str(ids.UNKNOWN_ORGANISATION),
            "name": "Not known yet",
            "description": "We do not know yet who runs this service.",
        }
    return compact(
        {
            "id": str(organisation.uuid),
            "name": organisation.name,
            "alternate_name": organisation.alternate_name,
            # The standard wants one always.
            "description": organisation.description or organisation.name,
            "email": organisation.email,
            "website": organisation.website,
            "uri": organisation.uri,
            "legal_status": organisation.legal_status,
            "year_incorporated": organisation.year_incorporated,
            "parent_organization_id": str(organisation.parent.uuid) if organisation.parent else "",
        }
    )


def organization_record(organisation: Organisation, services: list[ServicePage], *, full: bool) -> dict:
    """An organisation with its services: as rows, or each in full."""
    write = service_record if full else service_row
    return compact({**_organization(organisation), "services": [write(service) for service in services]})


def _organization(organisation: Organisation | None) -> dict:
    if organisation is None:
        return organization_row(None)
    return compact(
        {
            **organization_row(organisation),
            "organization_identifiers": [parts.identifier(row) for row in organisation.identifiers.all()],
            OURS: compact({"kind": organisation.kind}),
        }
    )


def _own_fields(service: ServicePage) -> dict:
    return compact(
        {
            "id": str(service.translation_key),
            "name": service.title,
            "description": service.description or service.summary,
            "url": service.website,
            "email": service.email,
            "status": service.status,
            "interpretation_services": service.interpretation_services,
            "application_process": service.application_process,
            "fees_description": service.fees_description,
            "fees": service.fees_description,
            "eligibility_description": service.eligibility_description,
            "wait_time": service.wait_time,
            "minimum_age": number(service.minimum_age),
            "maximum_age": number(service.maximum_age),
            "assured_date": parts.day(service.checked_on),
            "last_modified": service.last_modified.isoformat(),
        }
    )


def _ours(service: ServicePage) -> dict:
    """Our own facts, the five answers among them, by the names of `choices`."""
    own = {name: getattr(service, name) for name in OWN_CHOICES}
    own |= {"summary": service.summary, "wards": [ward.code for ward in service.wards.all()]}
    # A description that is only the summary is not a second text.
    own["has_description"] = bool(service.description)
    own["demo"] = own["demo"] or None
    # Slang and misspellings, for a search to use and not to show; so not the standard's `alternate_name`.
    own["search_names"] = service.alternate_names.splitlines()
    return compact(own)


def _everywhere(service: ServicePage, row) -> bool:
    """Whether this part holds wherever the service is. Of a confidential location nothing tells where it holds."""
    return row.location_id is None or service.location_is_confidential


def _hours(service: ServicePage, location_id: int | None) -> list[dict]:
    if location_id is None:
        rows = [row for row in service.schedules.all() if _everywhere(service, row)]
        days = [row for row in service.exceptions.all() if _everywhere(service, row)]
    else:
        rows = [row for row in service.schedules.all() if row.location_id == location_id]
        days = [row for row in service.exceptions.all() if row.location_id == location_id]
    return [*(parts.schedule(row) for row in rows), *(parts.exception(row) for row in days)]


def _at_place(service: ServicePage, place) -> dict:
    phones = [parts.phone(row) for row in service.phones.all() if row.location_id == place.location_id]
    return compact(
        {
            "id": str(place.uuid),
            "service_id": str(service.translation_key),
            "location_id": str(place.location.uuid),
            "description": place.description,
            "location": parts.location(place.location),
            "phones": phones,
            "schedules": _hours(service, place.location_id),
        }
    )


def _at_location_head(place) -> dict:
    # The published document wants a name and a status here, as of a service; the official example has neither.
    return {
        "id": str(place.uuid),
        "service_id": str(place.service.translation_key),
        "location_id": str(place.location.uuid),
        "name": place.service.title,
        "status": place.service.status,
        "description": place.description,
    }
