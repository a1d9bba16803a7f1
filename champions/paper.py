"""What is printed for a workshop. Each function gives a PDF; the words are chosen here, how they look is in
`templates/champions/print/`."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils import timezone

from champions import links
from champions.choices import Module
from champions.models import Booking, TrainingRecord, Workshop
from common import pdf, qr_codes
from common.models import EmergencyContact, KeyMessage
from services_directory.on_paper import by_need

NOT_AGREED = "(The official words are not agreed yet.)"


# What a champion hands over, and what hangs in a window: neither says whose it is, or what a person came about.
_TO_HAND_OUT = {
    "card": (
        "Help near you",
        "People who listen, and places that are open. Free, and nobody sees that you look.",
    ),
    "a4": ("You can ask here", "Somebody here listens, and knows where help is. It is free, and you need not say why."),
}


SIZES = tuple(_TO_HAND_OUT)


def to_hand_out(size: str) -> bytes:
    """The pocket card ("card", the size of a bank card) or the window poster ("a4"), with the numbers of today."""
    title, line = _TO_HAND_OUT[size]
    address = links.absolute(reverse("services_directory:find_support"))
    contacts = EmergencyContact.objects.live().filter(in_strip=True)
    numbers = [f"{contact.lead} {contact.phone}" for contact in contacts]
    data = {
        "paper": size,
        "title": title,
        "line": line,
        "lang": "en",
        "rtl": False,
        "address": address.partition("//")[2],
        "code": qr_codes.svg(address),
        "code_alt": "A code for your phone’s camera. It opens the page where you find help.",
        "scan": "Point a phone’s camera at the pattern, or type the address.",
        "promise": " · ".join(numbers) if size == "card" else "",
        "danger": "\n".join(numbers),
    }
    return pdf.render("common/print/poster.typ", data)


def sign_in_sheet(workshop: Workshop, bookings: Sequence[Booking]) -> bytes:
    """The list for the door: a box for each place, by name, and lines for people who walk in while there is room.

    Names and places only (C12): a sheet is left on a table, and read by whoever passes.
    """
    booked = [_booked(booking) for booking in bookings]
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


def _booked(booking: Booking) -> dict:
    """Who booked, whom they bring by name, and how many of them have given none."""
    guests = [guest.name for guest in booking.guests.all()]
    return {
        "name": booking.name,
        "places": booking.places,
        "guests": guests,
        "others": max(0, booking.places - 1 - len(guests)),
    }


def certificates(records: Sequence[TrainingRecord]) -> bytes:
    """A page for each of these people, who came to one workshop: their name, and the code that proves it."""
    workshop = records[0].workshop
    modules = workshop.agenda.exclude(module="").values_list("module", flat=True)
    data = {
        "title": f"Certificate, {workshop.day}",
        "workshop": workshop.title,
        "led_by": workshop.facilitating_team,
        "day": workshop.day,
        "lasts": workshop.lasts,
        "modules": [Module(module).label for module in modules],
        "check_at": links.absolute(reverse("champions:check_a_certificate")).partition("//")[2],
        "certificates": [_certificate(record) for record in records],
    }
    return pdf.render("champions/print/certificates.typ", data)


def _certificate(record: TrainingRecord) -> dict[str, str]:
    address = links.absolute(links.certificate_check_address(record))
    return {"name": record.called, "letters": record.certificate_code, "code": qr_codes.svg(address)}


def pack(workshop: Workshop) -> bytes:
    """What people take home: whom to ring, what we say, and every service that we offer today, by situation.

    Made anew each time from the directory, under the same rule as the website: what has left it is not in here.
    """
    sections, apart = by_need()
    address = links.absolute(reverse("services_directory:find_support"))
    data = {
        "title": "Help near you",
        "day": workshop.day,
        "printed_on": f"{timezone.localtime():%-d %B %Y}",
        "emergency": list(EmergencyContact.objects.live().values("name", "phone", "note")),
        "messages": [{"name": row.name, "wording": row.wording or NOT_AGREED} for row in KeyMessage.objects.all()],
        "code": qr_codes.svg(address),
        "find_support": address.partition("//")[2],
        "sections": sections,
        "apart": apart,
    }
    return pdf.render("champions/print/pack.typ", data)
