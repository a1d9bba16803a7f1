"""What is printed for a workshop. Each function gives a PDF; the words are chosen here, how they look is in
`templates/champions/print/`."""

from collections.abc import Sequence

from champions.models import Booking, Workshop
from common import pdf


def sign_in_sheet(workshop: Workshop, bookings: Sequence[Booking]) -> bytes:
    """The list for the door: a box for each place, by name, and lines for people who walk in while there is room.

    Names and places only (C12): a sheet is left on a table, and read by whoever passes.
    """
    booked = [{"name": booking.name, "others": booking.places - 1} for booking in bookings]
    places = sum(booking.places for booking in bookings)
    data = {
        "title": f"Who came, {workshop.day}",
        "workshop": f"{workshop.title}. {workshop.hours}, {workshop.venue.name}.",
        "booked": booked,
        "places": places,
        "capacity": workshop.capacity,
        "free": max(0, workshop.capacity - places),
    }
    return pdf.render("champions/print/sign_in_sheet.typ", data)
