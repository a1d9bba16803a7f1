"""Somebody who feels unsafe outside finds a door that is open: in a list by street, and on a map that asks nobody."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine
from bs4 import BeautifulSoup

from common.models import Ward
from common.start import WARDS
from services_directory.models import Location, Schedule, ServiceAtLocation
from services_directory.safe_places import TILES, street_of

MONDAY_NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def haven(make_service):
    """A service with the need for a safe place, at this address in this ward."""

    def make(name="A library", address="12 Rushey Green", ward="rushey-green", *, needs=("safe-place",), **facts):
        service = make_service(f"Haven of {name}", needs=list(needs), **facts)
        place = Location.objects.create(
            name=name, address_1=address, postal_code="SE6 4AA", ward=Ward.objects.filter(code=ward).first()
        )
        ServiceAtLocation.objects.create(service=service, location=place)
        service.save()
        return service

    return make


@pytest.fixture
def page(client):
    return lambda: BeautifulSoup(client.get("/find-support/places/").content, "html.parser")


def test_places_stand_by_ward_and_street(haven, page):
    haven("A library", "12 Rushey Green")
    haven("A café", "Unit 2, 14-16 Rushey Green")
    haven("A shop", "3a Deptford High Street", "deptford")

    found = page()

    assert [heading.text for heading in found.select("[id^=ward-] h2")] == ["Deptford", "Rushey Green"]
    assert [heading.text for heading in found.select("[id^=ward-] h3")] == ["Deptford High Street", "Rushey Green"]
    assert [item.strong.text for item in found.find(id="ward-rushey-green").find_all("li")] == ["A café", "A library"]


@pytest.mark.parametrize(
    ("address", "street"),
    [
        ("12 Rushey Green", "Rushey Green"),
        ("Unit 2, 14-16 Rushey Green", "Rushey Green"),
        ("3a Deptford High Street", "Deptford High Street"),
        ("Catford Broadway", "Catford Broadway"),
        ("Shop 4 22 Lee High Road", "Lee High Road"),
        ("", "Street not known"),
        ("7 ", "7"),
    ],
)
def test_a_street_is_an_address_without_its_number(address, street):
    assert street_of(Location(address_1=address)) == street


def test_the_map_leads_to_the_list_and_says_in_words_what_it_shows(haven, page):
    haven("A library")
    haven("A café")

    found = page()
    drawn = found.select_one(".ward-map svg")

    assert [(link["href"], link["aria-label"]) for link in drawn.find_all("a")] == [
        ("#ward-rushey-green", "Rushey Green: 2 places")
    ]
    assert found.find(id="ward-rushey-green")
    assert "none yet" in drawn.text
    assert "This is a schematic" in found.figcaption.text


def test_every_ward_has_one_tile_of_its_own(vocabulary):
    assert {name.lower().replace(" ", "-") for name in WARDS} == TILES.keys()
    assert len(set(TILES.values())) == len(TILES)


def test_the_map_needs_nothing_from_elsewhere_and_no_script(client, haven):
    haven()

    text = client.get("/find-support/places/").content.decode()

    svg = text[text.index("<svg viewBox") : text.index("</svg>", text.index("<svg viewBox"))]
    assert "http" not in svg.replace("http://www.w3.org/2000/svg", "")
    assert "style=" not in svg
    assert "<script" not in svg


def test_a_confidential_place_is_never_there(client, haven):
    haven("Nowhere House", "1 Secret Street", "downham", confidentiality="confidential")

    text = client.get("/find-support/places/").content.decode()

    assert "Nowhere House" not in text
    assert "Secret Street" not in text
    assert "#ward-downham" not in text


@pytest.mark.parametrize(
    "facts",
    [{"needs": ("drugs",)}, {"referral": "professionals"}, {"status": "temporarily closed", "live": False}],
)
def test_only_doors_that_anybody_may_walk_through_are_there(client, haven, facts):
    haven("Not for you", **facts)

    assert "Not for you" not in client.get("/find-support/places/").content.decode()


def test_a_place_that_nobody_checked_in_time_is_not_sent_to(client, haven, settings):
    settings.DEMO = False
    haven("Too old", checked_on=date(2020, 1, 1))

    text = client.get("/find-support/places/").content.decode()

    assert "Too old" not in text
    assert "We do not know of a place that we may show here yet" in text


def test_it_says_whether_a_door_is_open_now(haven, page):
    with time_machine.travel(MONDAY_NOON, tick=False):
        service = haven()
        service.schedules.set([Schedule(weekday="MO", opens_at=time(9), closes_at=time(20))])
        service.save()

        assert "Open now, until 8pm" in page().find(id="ward-rushey-green").text


def test_it_is_one_tap_from_find_support_and_costs_the_same_however_many(client, haven, django_assert_max_num_queries):
    haven()
    assert 'href="/find-support/places/"' in client.get("/find-support/").content.decode()
    for number in range(8):
        haven(f"Place {number}", ward=["downham", "deptford"][number % 2])
    client.get("/find-support/places/")

    with django_assert_max_num_queries(9):
        response = client.get("/find-support/places/")

    assert "Set-Cookie" not in response.headers
