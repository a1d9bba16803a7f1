"""Calendar files: the rules that Outlook, Google and Apple insist on, and the life of one entry."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone
from icalendar import Calendar

from champions import actions, calendars, links
from champions.models import Booking, Workshop


def lines(text: str) -> dict[str, str]:
    """The entry as name → value, parameters left off. Unfolded by hand, not by the package that wrote it."""
    unfolded = re.sub(r"\r\n[ \t]", "", text)
    entry = unfolded.split("BEGIN:VEVENT\r\n")[1].split("END:VEVENT")[0]
    return {line.partition(":")[0].split(";")[0]: line.partition(":")[2] for line in entry.splitlines()}


def method(text: str) -> str:
    return re.search(r"^METHOD:(\w+)\r$", text, re.M)[1]


@pytest.fixture
def booking(workshop, make_booking):
    return make_booking(workshop, email="amara@example.org", places=2)


def test_the_syntax_is_what_calendars_read(booking, workshop):
    for text in (calendars.booking_file(booking), calendars.public_file(workshop)):
        raw = text.encode()
        assert b"\n" not in raw.replace(b"\r\n", b"")
        assert raw.endswith(b"\r\n")
        assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
        assert text.count("BEGIN:VEVENT") == text.count("BEGIN:VCALENDAR") == 1
        assert "VERSION:2.0\r\n" in text
        assert "PRODID:" in text
        assert "VTIMEZONE" not in text
        assert Calendar.from_ical(raw).errors == []


def test_an_invitation_names_its_recipient_alone_and_a_way_to_reply(booking, settings):
    text = calendars.booking_file(booking)
    entry = lines(text)

    assert method(text) == "REQUEST"
    assert entry["ATTENDEE"] == "mailto:amara@example.org"
    assert entry["ORGANIZER"] == f"mailto:{settings.REPLY_TO_EMAIL}"
    assert entry["STATUS"] == "CONFIRMED"
    assert entry["SEQUENCE"] == "0"
    assert text.count("mailto:") == 2


def test_a_cancelled_booking_removes_the_same_entry(booking):
    before = lines(calendars.booking_file(booking))
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        cancelled = actions.cancel(booking=booking)
    text = calendars.booking_file(cancelled)
    after = lines(text)

    assert method(text) == "CANCEL"
    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["DTSTAMP"] > before["DTSTAMP"]
    assert after["STATUS"] == "CANCELLED"
    assert "VALARM" not in text


def test_a_moved_workshop_moves_the_entry(booking, workshop):
    later = workshop.starts_at + timedelta(days=7)
    before = lines(calendars.booking_file(booking))
    actions.change(workshop=workshop, by=None, starts_at=later, ends_at=later + timedelta(hours=4))
    after = lines(calendars.booking_file(Booking.objects.get()))

    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) == int(before["SEQUENCE"]) + 1
    assert after["DTSTART"] == f"{later.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def test_a_change_of_words_or_of_places_does_not_trouble_calendars(booking, workshop):
    before = calendars.booking_file(booking)
    actions.change(workshop=workshop, by=None, summary="Other words", capacity=20)

    assert calendars.booking_file(Booking.objects.get()) == before


def test_two_files_without_a_change_between_are_the_same_byte_for_byte(booking, workshop):
    first, public = calendars.booking_file(booking), calendars.public_file(workshop)
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        assert calendars.booking_file(booking) == first
        assert calendars.public_file(workshop) == public


def test_booking_again_after_cancelling_is_a_new_entry(booking, workshop, make_booking):
    actions.cancel(booking=booking)
    again = make_booking(workshop, email="amara@example.org")

    assert lines(calendars.booking_file(again))["UID"] != lines(calendars.booking_file(booking))["UID"]


@pytest.mark.parametrize(
    "starts_at",
    [
        datetime(2027, 1, 16, 10, tzinfo=UTC),
        datetime(2027, 7, 17, 9, tzinfo=UTC),
        datetime(2027, 3, 27, 10, tzinfo=UTC),
        datetime(2027, 3, 28, 9, tzinfo=UTC),
        datetime(2027, 10, 30, 9, tzinfo=UTC),
        datetime(2027, 10, 31, 10, tzinfo=UTC),
        datetime(2027, 6, 5, 22, tzinfo=UTC),
    ],
)
def test_the_moment_is_the_one_in_the_database(make_workshop, starts_at):
    workshop = make_workshop(starts_at=starts_at, ends_at=starts_at + timedelta(hours=4))
    entry = lines(calendars.public_file(workshop))

    assert entry["DTSTART"] == f"{starts_at:%Y%m%dT%H%M%SZ}"
    assert entry["DTEND"] == f"{starts_at + timedelta(hours=4):%Y%m%dT%H%M%SZ}"


def test_the_public_file_names_nobody_and_no_address(client, workshop, booking):
    response = client.get(f"/workshops/{workshop.slug}/calendar.ics")
    text = response.content.decode()

    assert response["Content-Type"].startswith("text/calendar")
    assert method(text) == "PUBLISH"
    assert "mailto:" not in text
    assert "Nowhere Lane" not in text
    assert lines(text)["LOCATION"] == "Bellingham\\, SE6"


def test_a_workshop_called_off_stays_in_the_public_file_as_cancelled(workshop):
    actions.call_off(workshop=workshop, by=None)
    entry = lines(calendars.public_file(Workshop.objects.get()))

    assert (entry["STATUS"], entry["SEQUENCE"]) == ("CANCELLED", "1")


def test_no_file_holds_a_link_that_could_change_the_booking(client, booking):
    text = client.get(links.booking_address(booking, "booking_calendar")).content.decode()

    assert "http" not in text
    assert method(text) == "REQUEST"


@pytest.mark.parametrize("word", ["violence", "abuse", "knife", "champion", "trauma"])
def test_a_shared_calendar_gives_nothing_away(booking, workshop, word):
    for text in (calendars.booking_file(booking), calendars.public_file(workshop)):
        assert word not in text.lower()


@pytest.mark.parametrize(
    "name",
    ["Rooms\r\nATTENDEE:mailto:x@example.org", "A; B, C \\ D", "\x01\x1b[31m\u2028Hall", "غرفة 🎉 " * 10],
)
def test_strange_venues_break_no_file(make_workshop, make_venue, make_booking, name):
    workshop = make_workshop(venue=make_venue(name=name[:120]))
    text = calendars.booking_file(make_booking(workshop))

    assert text.count("ATTENDEE") == 1 or "\\nATTENDEE" in text
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    assert all(len(line) <= 75 for line in text.encode().split(b"\r\n"))
    assert Calendar.from_ical(text.encode()).walk("VEVENT")[0]["ATTENDEE"].startswith("mailto:person")
