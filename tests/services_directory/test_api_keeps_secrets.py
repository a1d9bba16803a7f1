"""What the API must not say: where a confidential service is, and what readers may not see."""

from datetime import timedelta

import pytest
from django.utils import timezone

from common.models import Ward
from services_directory.choices import Confidentiality, Weekday
from services_directory.models import Location, Phone, Schedule, ServiceAtLocation

PLANTED = ["Larkspur House", "17 Wisteria Row", "SE99 9ZZ", "Bus 9999", "51.4111", "0.0222", "Wisteria"]
PATHS = [
    "/services", "/services?full=true", "/services?minimal=true", "/services?search=Larkspur",
    "/services?postcode=SE6+4RU",
    "/service_at_locations", "/service_at_locations?search=Quiet", "/organizations", "/taxonomies", "/taxonomy_terms",
    "/openapi.json", "/",
]  # fmt: skip


@pytest.fixture
def refuge(make_service):
    service = make_service("Quiet Harbour", confidentiality=Confidentiality.CONFIDENTIAL, area="Lewisham")
    location = Location.objects.create(
        name=PLANTED[0],
        address_1=PLANTED[1],
        postal_code=PLANTED[2],
        transportation=PLANTED[3],
        latitude=PLANTED[4],
        longitude=f"-{PLANTED[5]}",
        ward=Ward.objects.get(code="downham"),
    )
    ServiceAtLocation.objects.create(service=service, location=location)
    Schedule.objects.create(service=service, location=location, weekday=Weekday.MO, opens_at="09:00", closes_at="17:00")
    Phone.objects.create(service=service, location=location, number="020 7946 0003")
    return service


def test_no_answer_holds_the_address(client, refuge):
    place = refuge.places.get()
    paths = [
        *PATHS,
        f"/services/{refuge.translation_key}",
        f"/organizations/{refuge.organisation.uuid}?full_service=true",
        f"/service_at_locations/{place.uuid}",
    ]
    said = {path: client.get(f"/api/oruk/v3{path}").content.decode().casefold() for path in paths}

    assert "quiet harbour" in said[f"/services/{refuge.translation_key}"]
    hidden = [*PLANTED, str(place.location.uuid), str(place.uuid), "Downham"]
    assert {
        path: secret
        for path, text in said.items()
        for secret in hidden
        # The words and wards of the borough are public; that this service is there is not.
        if secret.casefold() in text
    } == {}


def test_its_numbers_and_hours_stay_without_telling_where(client, refuge):
    record = client.get(f"/api/oruk/v3/services/{refuge.translation_key}").json()

    assert "020 7946 0003" in {phone["number"] for phone in record["phones"]}
    assert [row["byday"] for row in record["schedules"]] == ["MO"]
    assert "service_at_locations" not in record


@pytest.mark.parametrize(
    "facts",
    [
        {"live": False},
        {"checked_on": None},
        {"checked_on": timezone.localdate() - timedelta(days=181)},
        {"status": "defunct"},
        {"status": "inactive"},
        {"name_needed": ""},
        {"demo": True},
    ],
    ids=lambda facts: "-".join(facts),
)
def test_what_readers_may_not_see_is_in_no_answer(client, settings, make_service, facts):
    settings.DEMO = False
    service = make_service("Not to be seen", **facts)

    assert client.get(f"/api/oruk/v3/services/{service.translation_key}").status_code == 404
    for path in ("/services", "/services?full=true", "/services?minimal=true", "/organizations"):
        assert client.get(f"/api/oruk/v3{path}").json()["total_items"] == 0


def test_the_search_words_are_not_logged(client, make_service, caplog):
    with caplog.at_level("DEBUG"):
        client.get("/api/oruk/v3/services?search=bruises&page=x")
        client.get("/api/oruk/v3/services/nowhere?search=bruises")

    from common.log_privacy import without_secrets

    assert [record for record in caplog.records if "bruises" in without_secrets(record.getMessage())] == []
