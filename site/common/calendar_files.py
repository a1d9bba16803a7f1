"""Calendar files (.ics) that Outlook, Google and Apple accept. The only module that imports icalendar.

Times are UTC ("form A" of our research): no time zone block that a calendar could misread, and the same instant
on both sides of a clock change. The same event always gives the same bytes, because DTSTAMP is the moment of its
last change and not of the rendering.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, vCalAddress

PRODUCT = "-//Safer Lewisham//Bookings//EN"
FILE_NAME = "booking.ics"
# Tab and line feed may stay: the package escapes them. Nothing else below a space belongs in a calendar.
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


@dataclass(frozen=True)
class CalendarEvent:
    """What a calendar is told. `uid` never changes; `sequence` rises with each change of time, place or status."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    title: str
    place: str
    details: str
    sequence: int
    changed_at: datetime
    is_cancelled: bool = False


def invitation(event: CalendarEvent, *, organiser: str, recipient: str) -> str:
    """A REQUEST to one person: calendars offer to add it, and later files with its uid move or remove it.

    `organiser` must be an address that takes replies, because some calendars send one. `recipient` is the only
    attendee named, so nobody learns who else comes. RSVP is off: the booking itself is the answer.
    """
    return _personal("REQUEST", event, organiser, recipient, status="CONFIRMED")


def cancellation(event: CalendarEvent, *, organiser: str, recipient: str) -> str:
    """A CANCEL of the whole of that person's event (each booking has its own uid), which removes it."""
    return _personal("CANCEL", event, organiser, recipient, status="CANCELLED")


def publication(event: CalendarEvent) -> str:
    """A file for anyone: it names nobody."""
    item = _item(event, status="CANCELLED" if event.is_cancelled else "CONFIRMED")
    return _file("PUBLISH", item)


def feed(events: Iterable[CalendarEvent], *, name: str) -> str:
    """A calendar that follows us: what it held before is changed in place. It names nobody.

    Something that was called off must stay in it as cancelled, or calendars keep showing it.
    """
    calendar = _calendar("PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for event in events:
        calendar.add_component(_item(event, status="CANCELLED" if event.is_cancelled else "CONFIRMED"))
    return calendar.to_ical().decode()


def mime_type(method: str) -> str:
    """The MIME type of a mail's calendar part. Outlook shows no buttons unless it repeats the method."""
    return f"text/calendar; method={method}"


def _personal(method: str, event: CalendarEvent, organiser: str, recipient: str, *, status: str) -> str:
    item = _item(event, status=status)
    item.add("organizer", vCalAddress(f"mailto:{organiser}"))
    attendee = vCalAddress(f"mailto:{recipient}")
    attendee.params.update({"RSVP": "FALSE", "PARTSTAT": "ACCEPTED", "ROLE": "REQ-PARTICIPANT"})
    item.add("attendee", attendee, encode=False)
    return _file(method, item)


def _item(event: CalendarEvent, *, status: str) -> Event:
    item = Event()
    item.add("uid", event.uid)
    item.add("dtstamp", event.changed_at.astimezone(UTC).replace(microsecond=0))
    item.add("dtstart", event.starts_at.astimezone(UTC))
    item.add("dtend", event.ends_at.astimezone(UTC))
    item.add("summary", _clean(event.title))
    item.add("location", _clean(event.place))
    item.add("description", _clean(event.details))
    item.add("sequence", event.sequence)
    item.add("status", status)
    return item


def _file(method: str, item: Event) -> str:
    calendar = _calendar(method)
    calendar.add_component(item)
    return calendar.to_ical().decode()


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    return calendar


def _clean(text: str) -> str:
    return _CONTROL_CHARACTERS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
