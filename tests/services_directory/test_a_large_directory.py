"""A region has 20,000 services. Reading them takes half a minute, and nobody stands and waits for it."""

from collections.abc import Iterator
from datetime import time

import pytest
from django.db import OperationalError

from common.models import Postcode
from services_directory.api import counted
from services_directory.choices import Confidentiality
from services_directory.models import Location, LocationSchedule, ServiceAtLocation
from services_directory.search import current, reading
from services_directory.search.current import current_index

pytestmark = pytest.mark.django_db


@pytest.fixture
def work(monkeypatch) -> Iterator[list]:
    """What is to be done beside the visitors, which a test does when it likes. Two services are many here."""
    given: list = []
    monkeypatch.setattr(current, "MANY", 1)
    monkeypatch.setattr(current, "beside", given.append)
    monkeypatch.setattr(current, "LOOK_AGAIN_SECONDS", 0)
    monkeypatch.setattr(current.connection, "close", lambda: None)
    yield given
    for left in given:
        left()


@pytest.fixture
def two(make_service):
    services = [make_service("Kingfisher"), make_service("Aardvark")]
    current_index()
    return services


def test_a_visitor_goes_on_with_the_index_of_a_moment_ago(two, work, make_service, search, titles):
    make_service("Kingfisher by night")

    assert titles(search("kingfisher")) == ["Kingfisher"]
    work.pop()()

    assert titles(search("kingfisher")) == ["Kingfisher", "Kingfisher by night"]
    assert work == []


def test_many_visitors_start_one_reading(two, work, make_service, search):
    make_service("Kingfisher by night")

    for _ in range(5):
        search("kingfisher")

    assert len(work) == 1


def test_what_has_left_the_site_shows_to_nobody_meanwhile(two, work, search, titles):
    two[0].unpublish()

    assert titles(search("kingfisher")) == []


def test_a_place_that_has_become_a_secret_has_no_distance_meanwhile(two, work, vocabulary, search):
    Postcode.objects.create(code="SE64RU", district="SE6", latitude=51.445, longitude=-0.02)
    hall = Location.objects.create(name="A hall", latitude=51.4452, longitude=-0.0201)
    ServiceAtLocation.objects.create(service=two[0], location=hall)
    two[0].save()
    search("kingfisher")
    work.pop()()
    assert "half a mile" in search("kingfisher", "SE6 4RU").content.decode()

    two[0].confidentiality = Confidentiality.CONFIDENTIAL
    two[0].save()

    page = search("kingfisher", "SE6 4RU").content.decode()
    assert "Kingfisher" in page
    assert "half a mile" not in page


def test_help_for_people_who_use_abuse_stands_beside_nobody_meanwhile(two, work, need, search, titles):
    two[0].needs = [need("own-behaviour")]
    two[0].save()

    assert titles(search("kingfisher")) == []


def test_a_reading_that_fails_is_tried_again(two, work, make_service, search, titles, monkeypatch):
    make_service("Kingfisher by night")
    with monkeypatch.context() as broken:
        broken.setattr(current, "_make", lambda: (_ for _ in ()).throw(OperationalError("gone")))
        search("kingfisher")
        work.pop()()

    assert titles(search("kingfisher")) == ["Kingfisher"]
    work.pop()()
    assert titles(search("kingfisher")) == ["Kingfisher", "Kingfisher by night"]


def test_services_are_read_a_few_at_a_time_and_none_is_missed(make_service, search, titles, monkeypatch):
    monkeypatch.setattr(reading, "AT_ONCE", 2)
    for name in ("One", "Two", "Three", "Four", "Five"):
        make_service(f"Boxing {name}")

    assert len(titles(search("boxing"))) == 5


def test_for_a_few_seconds_nobody_looks_for_a_change(two, work, make_service, search, monkeypatch):
    monkeypatch.setattr(current, "LOOK_AGAIN_SECONDS", 60)
    search("kingfisher")
    make_service("Kingfisher by night")

    search("kingfisher")

    assert work == []


class TestApi:
    """A partner reads everything, page by page."""

    URL = "/api/oruk/v3/services?per_page=1"

    @pytest.fixture(autouse=True)
    def large(self, monkeypatch):
        monkeypatch.setattr(counted, "MANY", 1)
        monkeypatch.setattr(counted, "_kept", {})

    def read(self, client, url: str) -> dict:
        return client.get(url).json()

    def test_counts_a_large_directory_once_for_many_pages(self, client, two, django_assert_num_queries):
        first = self.read(client, self.URL)
        with django_assert_num_queries(1):
            second = self.read(client, f"{self.URL}&page=2")

        assert (first["total_items"], second["last_page"]) == (2, True)
        assert [page["contents"][0]["name"] for page in (first, second)] == ["Kingfisher", "Aardvark"]

    @pytest.mark.parametrize("more", ["", "&minimal=true", "&full=true"])
    def test_gives_nobody_what_has_left_the_site_meanwhile(self, client, two, more):
        self.read(client, self.URL)
        two[0].unpublish()

        assert self.read(client, f"{self.URL}{more}")["contents"] == []

    def test_keeps_nothing_that_was_searched_for(self, client, two):
        self.read(client, f"{self.URL}&search=kingfisher")

        assert counted._kept == {}


@pytest.mark.parametrize("places", [1, 3])
def test_a_page_that_the_index_does_not_have_yet_asks_no_more_for_many_places(
    two, work, make_service, client, places, django_assert_max_num_queries
):
    night = make_service("Kingfisher by night")
    for number in range(places):
        hall = Location.objects.create(name=f"Hall {number}")
        hall.schedules.set([LocationSchedule(weekday="SA", opens_at=time(10), closes_at=time(12))])
        hall.save()
        ServiceAtLocation.objects.create(service=night, location=hall)
    address = night.url
    client.get(address)

    with django_assert_max_num_queries(12):
        page = client.get(address).content.decode()

    assert "Saturday" in page
