"""Who must not meet whom. Asked inside the mutex by every route to a place; staff see the answer, nobody else."""

from collections import defaultdict
from collections.abc import Iterable

from champions.models import Booking, Guest, KeptApart, Workshop


def must_not_meet(held: Workshop, contacts: Iterable[str], *, only_booked: bool = False) -> bool:
    """Inside `hold`: whether somebody has a place, or was offered one, from whom one of these is kept apart.

    `only_booked` for those whose own places count already: of two such people, the first to say yes comes.
    """
    others = KeptApart.objects.others(contacts)
    if not others:
        return False
    there = held.bookings.booked() if only_booked else held.bookings.promised()
    return (
        there.by_contacts(others).exists()
        or Guest.objects.filter(booking__in=there, email__in=others).exists()
        or held.attendance.by_emails(others).exists()
    )


def contacts_of(booking: Booking) -> list[str]:
    """Every address and number that comes with this booking."""
    return [booking.contact, *booking.guests.values_list("email", flat=True)]


def who_must_not_meet(bookings: Iterable[Booking]) -> set[int]:
    """The keys of those of these bookings at one workshop that stand beside somebody whom they must not meet."""
    by_contact = defaultdict(set)
    for booking in bookings:
        by_contact[booking.contact.lower()].add(booking.pk)
    for key, contact in Guest.objects.filter(booking__in=bookings).values_list("booking", "email"):
        by_contact[contact].add(key)
    pairs = KeptApart.objects.among(set(by_contact)).values_list("one", "other")
    return {key for pair in pairs for contact in pair for key in by_contact[contact]}
