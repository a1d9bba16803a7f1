"""The page, the card and the filter say the same about being open, at every moment."""

from datetime import UTC, datetime, time

import pytest
import time_machine

from services_directory.choices import BankHolidays, ServiceStatus
from services_directory.models import Location, LocationSchedule, Schedule, ScheduleException, ServiceAtLocation

WEDNESDAY_NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
WEDNESDAY_NIGHT = datetime(2026, 11, 18, 22, tzinfo=UTC)
OFFICE_DAYS = ["MO", "TU", "WE", "TH", "FR"]


@pytest.fixture
def office(make_service):
    def make(title="The office", days=OFFICE_DAYS, opens=9, closes=17, **overrides):
        service = make_service(title, **overrides)
        service.schedules.set(
            [Schedule(weekday=day, opens_at=time(opens), closes_at=time(closes)) for day in days],
        )
        service.save()
        return service

    return make


@pytest.mark.parametrize(
    ("now", "text", "listed"),
    [(WEDNESDAY_NOON, "Open now, until 5pm", 1), (WEDNESDAY_NIGHT, "Closed, opens tomorrow 9am", 0)],
)
def test_card_page_and_filter_agree(client, office, titles, now, text, listed):
    with time_machine.travel(now, tick=False):
        service = office()

        assert text in client.get("/find-support/").content.decode()
        assert f"{text}. Monday to Friday 9am to 5pm" in client.get(service.address).content.decode()
        assert len(titles(client.get("/find-support/", {"when": "1"}))) == listed


def test_hours_that_nobody_knows_are_never_open_and_say_ring_first(client, make_service, titles):
    service = make_service()

    assert titles(client.get("/find-support/", {"when": "1"})) == []
    assert "Hours not known: ring first" in client.get(service.address).content.decode()


def test_a_page_that_stands_open_follows_the_clock(client, office, titles):
    with time_machine.travel(WEDNESDAY_NOON, tick=False) as clock:
        office()
        assert titles(client.get("/find-support/", {"when": "1"})) == ["The office"]
        clock.move_to(WEDNESDAY_NIGHT)
        assert titles(client.get("/find-support/", {"when": "1"})) == []


def test_a_closed_day_and_bank_holidays_are_told(client, office):
    with time_machine.travel(WEDNESDAY_NOON, tick=False):
        service = office(bank_holidays=BankHolidays.CLOSED)
        service.exceptions.set([ScheduleException(date=WEDNESDAY_NOON.date())])
        service.save()
        page = client.get(service.address).content.decode()

    assert "Closed, opens tomorrow 9am" in page
    assert "Closed on bank holidays" in page


def test_a_service_that_is_closed_for_now_says_so(client, office, titles):
    with time_machine.travel(WEDNESDAY_NOON, tick=False):
        service = office(status=ServiceStatus.TEMPORARILY_CLOSED)

        assert "Closed for now" in client.get(service.address).content.decode()
        assert titles(client.get("/find-support/", {"when": "1"})) == []


@pytest.fixture
def two_halls(office):
    service = office("In two halls", days=[])
    for number, (name, day) in enumerate([("North hall", "WE"), ("South hall", "TH")]):
        hall = Location.objects.create(name=name)
        hall.schedules.set([LocationSchedule(weekday=day, opens_at=time(9), closes_at=time(17))])
        hall.save()
        service.places.add(ServiceAtLocation(location=hall, sort_order=number))
    service.save()
    return service


def test_each_place_has_hours_of_its_own_and_one_open_is_open(client, two_halls, titles):
    with time_machine.travel(WEDNESDAY_NOON, tick=False):
        page = client.get(two_halls.address).content.decode()

        assert "<dt>At North hall</dt><dd>Open now, until 5pm. Wednesday 9am to 5pm</dd>" in page
        assert "<dt>At South hall</dt><dd>Closed, opens tomorrow 9am. Thursday 9am to 5pm</dd>" in page
        assert titles(client.get("/find-support/", {"when": "1"})) == ["In two halls"]


def test_a_secret_place_is_not_named_by_its_hours(client, two_halls):
    two_halls.confidentiality = "confidential"
    two_halls.save()

    assert "North hall" not in client.get(two_halls.address).content.decode()


@pytest.mark.parametrize(("code", "found"), [("2", ["Evenings"]), ("3", ["Saturdays"])])
def test_evenings_and_weekends_can_be_chosen(client, office, titles, code, found):
    office()
    office("Evenings", opens=17, closes=20)
    office("Saturdays", days=["SA"])

    assert titles(client.get("/find-support/", {"when": code})) == found
