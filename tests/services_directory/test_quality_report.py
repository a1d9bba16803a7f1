"""The officer sees what is not well: late, empty and double entries, and what people looked for in vain."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.roles import Role
from services_directory import actions, quality, unmet
from services_directory.models import EmptySearch, Location, ServiceAtLocation

TODAY = timezone.localdate()
REPORT = "/admin/directory/quality/"


@pytest.fixture
def officer(staff, signed_in, index):
    actions.let_the_directory_team_work(index=index)
    return signed_in(staff(Role.DIRECTORY))


def pairs():
    found = quality.duplicates(quality.live_services())
    return [(*sorted((pair.one.title, pair.other.title)), pair.why) for pair in found]


def test_the_officer_reads_it_all_on_one_page(officer, make_service):
    make_service("Never looked at", checked_on=None)
    make_service("Kooth")
    make_service("Cooth")
    unmet.count(needs=[])
    unmet.store()

    page = officer.get(REPORT).content.decode()

    assert "Nobody has checked it in time (1)" in page
    assert "Perhaps there twice (3)" in page
    assert "a similar name" in page
    assert "Not clear from what was chosen or typed" in page
    assert REPORT in officer.get("/admin/").content.decode()


@pytest.mark.parametrize("role", [Role.COMMS, Role.TRANSLATOR])
def test_nobody_else_does(staff, signed_in, index, role):
    client = signed_in(staff(role))

    assert client.get(REPORT).status_code in (302, 403)
    assert REPORT not in client.get("/admin/").content.decode()


def test_what_is_late_comes_longest_first(make_service):
    make_service("In time")
    make_service("Late", checked_on=TODAY - timedelta(days=100))
    make_service("Later", checked_on=TODAY - timedelta(days=150))
    make_service("Never", checked_on=None)

    late = quality.overdue(quality.live_services(), TODAY)

    assert [service.title for service in late] == ["Never", "Later", "Late"]


def test_what_an_entry_leaves_out_is_named(make_service):
    make_service("Empty", phones=[], organisation=None, name_needed="")

    (row,) = quality.incomplete(quality.live_services())

    assert {"Who runs it", "Do they need a name?", "A phone number, email or website", "When it helps"} <= {
        *row.missing
    }
    assert "Cost" not in row.missing


def test_one_number_one_postcode_or_one_name_makes_a_pair(make_service):
    first = make_service("Youth mentoring Lewisham", phones=["020 7946 0001"])
    make_service("Lewisham youth mentoring", phones=["020 7946 0002"])
    make_service("Something else", phones=["020 7946 0003"])
    other = make_service("A hall", phones=["(020) 7946 0003"])
    hall = Location.objects.create(name="Hall", postal_code="SE6 4RU")
    house = Location.objects.create(name="House", postal_code="se64ru")
    ServiceAtLocation.objects.create(service=first, location=hall)
    ServiceAtLocation.objects.create(service=other, location=house)

    assert sorted(pairs()) == [
        ("A hall", "Something else", "the same phone number"),
        ("A hall", "Youth mentoring Lewisham", "the same postcode"),
        ("Lewisham youth mentoring", "Youth mentoring Lewisham", "a similar name"),
    ]


def test_what_is_not_alike_makes_no_pair(make_service):
    make_service("Boxing club", phones=["1"])
    make_service("Chess club", phones=["2"])

    assert pairs() == []


def test_the_report_costs_the_same_however_many_entries(make_service, django_assert_max_num_queries):
    for number in range(20):
        make_service(f"Service {number}")
    with django_assert_max_num_queries(9):
        services = quality.live_services()
        quality.incomplete(services)
        quality.duplicates(services)
        quality.empty_searches(TODAY)


class TestInVain:
    def test_a_search_that_finds_nothing_is_counted_by_week_and_not_kept(self, make_service, search):
        make_service("A place to talk")
        with time_machine.travel("2026-11-25 12:00"):
            search("zzqqxx")
            search("zzqqxx")
            unmet.store()
            search("zzqqxx")
            unmet.store()

        row = EmptySearch.objects.get()
        assert (row.week, row.need, row.times) == (date(2026, 11, 23), None, 3)

    def test_the_situation_is_known_from_the_words(self, make_service, search, need):
        make_service("Knitting", needs=["join-in"])
        search("cannabis")
        unmet.store()

        assert EmptySearch.objects.get().need == need("drugs")

    def test_and_from_the_filters(self, client, make_service, need):
        make_service("Drugs line", needs=["drugs"], minimum_age=18)
        client.get("/find-support/", {"need": need("drugs").pk, "age": "1"})
        unmet.store()

        row = EmptySearch.objects.get()
        assert (row.need, row.times) == (need("drugs"), 1)

    def test_what_is_found_is_not_counted(self, client, make_service, search):
        make_service("A place to talk")
        search("talk")
        client.get("/find-support/")
        unmet.store()

        assert not EmptySearch.objects.exists()

    def test_whoever_finds_nothing_changes_nothing_in_the_database(self, client, make_service, need):
        make_service("Drugs line", needs=["drugs"], minimum_age=18)
        client.get("/find-support/")

        with CaptureQueriesContext(connection) as asked:
            page = client.get("/find-support/", {"need": need("drugs").pk, "age": "1"})

        assert "999" in page.content.decode()
        assert [query["sql"] for query in asked if not query["sql"].lstrip("(").startswith("SELECT")] == []

    def test_after_two_years_it_is_forgotten(self, db):
        EmptySearch.objects.create(week=TODAY - timedelta(weeks=110), times=3)
        EmptySearch.objects.create(week=TODAY - timedelta(weeks=2), times=3)

        assert unmet.forget_old(today=TODAY) == 1
