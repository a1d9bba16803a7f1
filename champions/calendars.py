"""What calendars are told about workshops and bookings. Neutral words: other people see calendars.

Bookings go out as REQUEST to one attendee, so that a move updates the entry and a cancellation removes it. The
organiser is the address that takes replies. No file holds a link that could change a booking, because people
share calendars.
"""

from dataclasses import replace

from django.conf import settings
from django.utils import timezone

from accounts.models import User
from champions.models import Allocation, Booking, Workshop
from common import calendar_files
from common.calendar_files import CalendarEvent

TITLE = "Community workshop"


def public_file(workshop: Workshop) -> str:
    """The workshop for anyone's calendar: the area, and no names."""
    return calendar_files.publication(_public_event(workshop))


def public_feed() -> str:
    """All workshops that are announced, and those of the last weeks. One that was called off stays, as cancelled."""
    workshops = Workshop.objects.public().recent().with_venue()
    return calendar_files.feed([_public_event(workshop) for workshop in workshops], name="Community workshops")


def feed_of(user: User) -> str:
    """What this person booked under their address, and what they lead. A place they gave back stays, as cancelled."""
    bookings = Booking.objects.of_user(user).with_workshop().for_calendars()
    led = Allocation.objects.of_user(user).with_workshop().for_calendars()
    events = [replace(_event(row), is_cancelled=not row.is_booked) for row in bookings]
    events += [_led_event(row.workshop) for row in led]
    return calendar_files.feed(events, name="My community workshops")


def booking_file(booking: Booking) -> str:
    """What the owner of this booking should have in their calendar now."""
    if not booking.email:
        # Nobody to name as the one invited.
        return calendar_files.publication(replace(_event(booking), is_cancelled=not booking.is_booked))
    write = calendar_files.invitation if booking.is_booked else calendar_files.cancellation
    return write(_event(booking), organiser=settings.REPLY_TO_EMAIL, recipient=booking.email)


def method_of(booking: Booking) -> str:
    """What `booking_file` asks a calendar to do."""
    if not booking.email:
        return "PUBLISH"
    return "REQUEST" if booking.is_booked else "CANCEL"


def attachment(booking: Booking) -> tuple[str, str, str]:
    """The same as a part of a mail: (file name, text, MIME type)."""
    return calendar_files.FILE_NAME, booking_file(booking), calendar_files.mime_type(method_of(booking))


def _public_event(workshop: Workshop) -> CalendarEvent:
    return CalendarEvent(
        uid=f"workshop-{workshop.pk}-{workshop.slug}@safer-lewisham",
        starts_at=workshop.starts_at,
        ends_at=workshop.ends_at,
        title=TITLE,
        place=workshop.venue.area,
        details="Free. People who book are told the full address.",
        sequence=workshop.sequence,
        changed_at=workshop.changed_at,
        is_cancelled=workshop.state == Workshop.State.CANCELLED,
    )


def _led_event(workshop: Workshop) -> CalendarEvent:
    return replace(
        _public_event(workshop),
        uid=f"leading-{workshop.pk}-{workshop.slug}@safer-lewisham",
        place=f"{workshop.venue.name}, {workshop.venue.address}",
        details="You lead this workshop.",
    )


def _event(booking: Booking) -> CalendarEvent:
    workshop = booking.workshop
    starts = timezone.localtime(workshop.starts_at)
    return CalendarEvent(
        uid=f"booking-{booking.uuid}@safer-lewisham",
        starts_at=workshop.starts_at,
        ends_at=workshop.ends_at,
        title=TITLE,
        place=f"{workshop.venue.name}, {workshop.venue.address}",
        details=f"Your booking on {starts:%-d %B}. Reference {booking.reference}. Places: {booking.places}.",
        sequence=booking.sequence,
        changed_at=booking.changed_at,
    )
