"""What people are told by mail, one verb each. Called inside the transaction of the thing they tell about.

Subjects and first lines are neutral, because somebody else may see the screen (C6). Mail that carries a personal
link is a secret: sealed at rest, erased once sent.
"""

from champions import calendars, links
from champions.models import Booking, Invitation
from common import outbox


def booked(booking: Booking) -> None:
    """Your places are kept."""
    _tell(booking, "booked", attachments=[calendars.attachment(booking)])


def waiting(booking: Booking) -> None:
    """You are on the waiting list."""
    _tell(booking, "waiting")


def promoted(booking: Booking) -> None:
    """Places came free and are yours now."""
    _tell(booking, "promoted", attachments=[calendars.attachment(booking)])


def moved(booking: Booking) -> None:
    """The time or the place changed."""
    _tell(booking, "moved", attachments=[calendars.attachment(booking)])


def cancelled(booking: Booking) -> None:
    """You gave your places back."""
    _tell(booking, "cancelled", attachments=[calendars.attachment(booking)])


def left_waiting_list(booking: Booking) -> None:
    """You are off the waiting list."""
    _tell(booking, "left_waiting_list")


def called_off(booking: Booking, *, was_booked: bool) -> None:
    """We cannot hold the workshop."""
    _tell(booking, "called_off", attachments=[calendars.attachment(booking)] if was_booked else [])


def booked_already(booking: Booking, *, key: str) -> None:
    """Somebody, probably you, filled in the form again. Once for each form."""
    _tell(booking, "booked_already", key=f"{booking.uuid}:{key}")


def invited_to_join(invitation: Invitation) -> None:
    """Your own link into the network."""
    outbox.queue(
        "champions/emails/invited_to_join",
        key=str(invitation.uuid),
        to=invitation.attendance.email,
        context={"attendance": invitation.attendance, "link": links.absolute(links.joining_address(invitation))},
        secret=True,
        expires_at=invitation.expires_at,
    )


def _tell(booking: Booking, name: str, *, key: str = "", attachments=()) -> None:
    context = {
        "booking": booking,
        "workshop": booking.workshop,
        "venue": booking.workshop.venue,
        "link": links.absolute(links.booking_address(booking)),
    }
    outbox.queue(
        f"champions/emails/{name}",
        key=key or str(booking.uuid),
        version=booking.sequence,
        to=booking.email,
        context=context,
        secret=True,
        expires_at=booking.workshop.ends_at,
        attachments=attachments,
    )
