"""The API answers as Open Referral UK 3.0 says: endpoints, envelope, headers, ids that resolve."""

import json
import re
import uuid
from datetime import date, time
from decimal import Decimal

import pytest

from common.models import Ward
from services_directory.choices import Weekday
from services_directory.models import (
    Accessibility,
    Contact,
    CostOption,
    Language,
    Location,
    Organisation,
    Phone,
    Schedule,
    ScheduleException,
    ServiceArea,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
)

BASE = "/api/oruk/v3"
COLLECTIONS = ["services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"]
ENVELOPE = {"total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"}


@pytest.fixture
def ask(client):
    """What the API says at a path, with the answer's status checked."""

    def get(path: str, expect: int = 200) -> dict:
        response = client.get(f"{BASE}{path}")
        assert response.status_code == expect, response.content[:300]
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Content-Type"] == "application/json"
        assert not response.cookies
        return response.json()

    return get


@pytest.fixture
def everything(make_service):
    """A service that has one of each."""
    service = make_service(
        "A place to talk",
        needs=["bullied"],
        audiences=["young"],
        minimum_age=11,
        maximum_age=Decimal("18.5"),
        description="Ring us, or come by.",
        alternate_names="the talking shop\ntalk place",
        website="https://talk.example",
        email="hello@talk.example",
        fees_description="Tea is free.",
    )
    place = Location.objects.create(
        name="The Hall",
        address_1="1 High Street",
        postal_code="SE6 4RU",
        latitude=Decimal("51.445"),
        longitude=Decimal("-0.02"),
        accessibility="A ramp at the side.",
        ward=Ward.objects.get(code="downham"),
    )
    Accessibility.objects.create(location=place, kind="lift", description="A lift to every floor")
    ServiceAtLocation.objects.create(service=service, location=place, description="On the ground floor")
    hours = {"service": service, "opens_at": time(10), "closes_at": time(18, 30)}
    Schedule.objects.create(**hours, weekday=Weekday.TU)
    Schedule.objects.create(**hours, weekday=Weekday.FR, location=place, freq="MONTHLY", week=-1)
    ScheduleException.objects.create(service=service, date=date(2026, 12, 24), description="Christmas Eve")
    CostOption.objects.create(service=service, option="A course", amount=Decimal("12.50"))
    Language.objects.create(service=service, name="Somali", code="so")
    ServiceArea.objects.create(service=service, name="South London")
    Contact.objects.create(service=service, name="Front desk", phone="020 7946 0001", public=True)
    Contact.objects.create(service=service, name="Secret Person", email="secret.person@talk.example")
    Phone.objects.create(service=service, number="020 7946 0002", location=place)
    words = Taxonomy.objects.create(name="Their words")
    service.terms.add(TaxonomyTerm.objects.create(name="Talking", taxonomy=words))
    service.save()
    return service


def test_the_root_says_which_standard_this_is(ask):
    root = ask("/")

    assert root["version"] == "HSDS-UK-3.0"
    assert root["profile"].startswith("https://")
    assert root["openapi_url"] == "http://testserver/api/oruk/v3/openapi.json"
    assert ask("") == root


def test_the_description_names_every_endpoint_and_every_reference_leads_somewhere(ask):
    described = ask("/openapi.json")

    standard = {f"/{name}" for name in COLLECTIONS} | {f"/{name}/{{id}}" for name in COLLECTIONS}
    assert {"/", "/withdrawn", *standard} == set(described["paths"])
    assert described["servers"] == [{"url": "http://testserver/api/oruk/v3"}]
    for reference in re.findall(r'"#/components/(\w+)/(\w+)"', json.dumps(described)):
        assert reference[1] in described["components"][reference[0]]


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_collection_has_the_envelope_and_its_ids_resolve(ask, everything, name):
    page = ask(f"/{name}?per_page=2")

    assert set(page) == ENVELOPE
    assert page["size"] == len(page["contents"]) > 0
    assert page["total_pages"] == -(-page["total_items"] // 2)
    for row in page["contents"]:
        assert ask(f"/{name}/{row['id']}")["id"] == row["id"]
    assert ask(f"/{name}/{uuid.uuid4()}", expect=404)["error"]["message"]
    assert ask(f"/{name}/no-id", expect=404)["error"]["message"]


def test_a_full_service_says_everything_that_may_be_said(ask, everything):
    record = ask(f"/services/{everything.translation_key}")

    assert record["name"] == "A place to talk"
    assert record["status"] == "active"
    assert record["organization_id"] == record["organization"]["id"]
    assert (record["minimum_age"], record["maximum_age"]) == (11, 18.5)
    assert record["assured_date"] == everything.checked_on.isoformat()
    assert record["fees"] == "Tea is free."
    assert {phone["number"] for phone in record["phones"]} == {"020 7946 0000"}
    assert [(row["byday"], row["opens_at"], row["closes_at"]) for row in record["schedules"][:1]] == [
        ("TU", "10:00", "18:30")
    ]
    assert record["schedules"][1]["valid_from"] == record["schedules"][1]["valid_to"] == "2026-12-24"
    assert record["cost_options"][0]["amount"] == 12.5
    assert record["languages"][0]["code"] == "so"
    assert [area["name"] for area in record["service_areas"]] == ["All of Lewisham", "South London"]
    assert {row["taxonomy_term"]["name"] for row in record["attributes"]} >= {"Talking", "A young person"}
    there = record["service_at_locations"][0]
    assert there["location"]["addresses"][0]["postal_code"] == "SE6 4RU"
    assert there["location"]["latitude"] == 51.445
    assert there["schedules"][0]["byday"] == "-1FR"
    assert [phone["number"] for phone in there["phones"]] == ["020 7946 0002"]
    assert [row["description"] for row in there["location"]["accessibility"]] == [
        "A lift to every floor",
        "A ramp at the side.",
    ]
    assert record["stop_the_violence"]["name_needed"] == "no"


def test_a_person_who_did_not_agree_is_not_named(client, everything):
    for path in (f"/services/{everything.translation_key}", "/services?full=true"):
        text = client.get(f"{BASE}{path}").content.decode()

        assert "Front desk" in text
        assert "secret.person" not in text.casefold()
        assert "Secret Person" not in text


def test_a_service_at_a_location_carries_the_name_and_status_that_the_published_document_wants(ask, everything):
    row = ask("/service_at_locations")["contents"][0]
    full = ask(f"/service_at_locations/{row['id']}")

    for record in (row, full):
        assert (record["name"], record["status"]) == ("A place to talk", "active")
        assert record["service"]["id"] == str(everything.translation_key)
        assert record["location"]["name"] == "The Hall"


def empty_fields(record, path="") -> list[str]:
    if isinstance(record, dict):
        return [found for key, value in record.items() for found in empty_fields(value, f"{path}/{key}")]
    if isinstance(record, list) and record:
        return [found for value in record for found in empty_fields(value, path)]
    return [path] if record in (None, "", [], {}) and record is not False else []


def test_what_is_empty_is_left_out(ask, everything, make_service):
    make_service("Bare", phones=[], organisation=None)

    for name in COLLECTIONS:
        for row in ask(f"/{name}")["contents"]:
            assert empty_fields(row) == []
            assert empty_fields(ask(f"/{name}/{row['id']}")) == []


def test_a_service_whose_provider_nobody_knows_still_names_one_that_resolves(ask, make_service):
    bare = make_service("Bare", organisation=None)

    record = ask(f"/services/{bare.translation_key}")

    assert record["organization_id"] == record["organization"]["id"]
    assert ask(f"/organizations/{record['organization_id']}")["name"] == "Not known yet"


def test_an_organisation_comes_with_its_services(ask, everything):
    body = Organisation.objects.get()

    assert [row["name"] for row in ask(f"/organizations/{body.uuid}")["services"]] == ["A place to talk"]
    assert "phones" not in ask(f"/organizations/{body.uuid}")["services"][0]
    assert "phones" in ask(f"/organizations/{body.uuid}?full_service=true")["services"][0]


def test_an_organisation_without_a_service_to_see_is_not_there(ask, make_service):
    make_service(live=False)

    assert ask("/organizations")["contents"] == []
    ask(f"/organizations/{Organisation.objects.get().uuid}", expect=404)


def test_it_is_read_only_and_open_to_every_site(client, db):
    refused = client.post(f"{BASE}/services")
    asked_first = client.options(f"{BASE}/services")

    assert refused.status_code == 405
    assert refused["Allow"] == "GET, HEAD, OPTIONS"
    assert asked_first.status_code == 200
    for response in (refused, asked_first, client.get(f"{BASE}/nowhere"), client.get(f"{BASE}/services/")):
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Content-Type"] == "application/json"
        assert not response.cookies
