"""Calendars that follow us: the public one names nobody, and one's own can be closed at any time."""

import pytest
from icalendar import Calendar

from champions import actions
from champions.models import CalendarFeed


@pytest.fixture
def ben(make_user):
    return make_user("ben@example.org")


@pytest.fixture
def my_feed(ben, signed_in):
    """Ben's own address, made on his page."""
    signed_in(ben).post("/my/bookings/calendar/", {"open": ""})
    return lambda: f"/workshops/calendars/{CalendarFeed.objects.get(user=ben).key}.ics"


def events(answer) -> list:
    assert answer.status_code == 200
    calendar = Calendar.from_ical(answer.content)
    assert calendar.errors == []
    return list(calendar.walk("VEVENT"))


def test_everybody_may_follow_the_dates(client, make_workshop):
    announced, called_off = make_workshop(), make_workshop()
    make_workshop(state="draft")
    actions.call_off(workshop=called_off, by=None)

    answer = client.get("/workshops/calendar.ics")

    assert sorted(str(event["status"]) for event in events(answer)) == ["CANCELLED", "CONFIRMED"]
    text = answer.content.decode()
    assert announced.venue.address.split()[1] not in text
    assert "mailto" not in text.lower()
    assert not answer.cookies


def test_the_public_calendar_costs_the_same_for_few_and_many(client, make_workshop, django_assert_num_queries):
    for _ in range(12):
        make_workshop()

    with django_assert_num_queries(1):
        client.get("/workshops/calendar.ics")


def test_bens_calendar_holds_his_bookings_and_nobody_elses(client, ben, my_feed, make_workshop, make_booking):
    mine = make_booking(make_workshop(), email=ben.email)
    make_booking(make_workshop(), email="amara@example.org")

    answer = client.get(my_feed())

    assert [str(event["uid"]) for event in events(answer)] == [f"booking-{mine.uuid}@safer-lewisham"]
    assert "no-store" in answer["Cache-Control"]
    assert "/workshops/bookings/" not in answer.content.decode()


def test_a_place_given_back_stays_as_cancelled_and_one_he_waits_for_is_not_there(
    client, ben, my_feed, make_workshop, make_booking
):
    given_back = make_booking(make_workshop(), email=ben.email)
    full = make_workshop(capacity=1)
    make_booking(full)
    make_booking(full, email=ben.email)
    actions.cancel(booking=given_back)

    assert [str(event["status"]) for event in events(client.get(my_feed()))] == ["CANCELLED"]


def test_what_he_leads_is_in_it_with_the_address_of_the_venue(client, trainer, signed_in, workshop):
    actions.allocate(workshop=workshop, leading=[trainer], by=None)
    feed = actions.open_feed(user=trainer)

    (event,) = events(client.get(f"/workshops/calendars/{feed.key}.ics"))

    assert workshop.venue.name in str(event["location"])


def test_the_same_calendar_twice_is_the_same_to_the_byte(client, ben, my_feed, workshop, make_booking):
    make_booking(workshop, email=ben.email)

    assert client.get(my_feed()).content == client.get(my_feed()).content


def test_another_address_closes_the_first_and_closing_closes_it(client, ben, my_feed, signed_in):
    first = my_feed()
    browser = signed_in(ben)
    browser.post("/my/bookings/calendar/", {"open": ""})

    assert client.get(first).status_code == 404
    second = my_feed()
    assert client.get(second).status_code == 200
    assert second in browser.get("/my/bookings/").content.decode()
    browser.post("/my/bookings/calendar/", {"close": ""})
    assert client.get(second).status_code == 404


def test_somebody_who_left_has_no_calendar(client, ben, my_feed):
    address = my_feed()
    ben.is_active = False
    ben.save()

    assert client.get(address).status_code == 404
