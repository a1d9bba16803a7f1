"""What staff see of a waiting list: who stands where, and why nobody is offered a place."""

from dataclasses import dataclass

from django.utils import timezone

from champions.models import Booking, Offer, Workshop


@dataclass(frozen=True)
class Waiting:
    """One group on the list, and how it stands in words."""

    position: int
    booking: Booking
    standing: str
    has_offer: bool
    is_kept_apart: bool


def people_who_wait(workshop: Workshop) -> list[Waiting]:
    """The list in the order in which people are asked."""
    offers = {offer.booking_id: offer for offer in Offer.objects.usable().filter(booking__workshop=workshop)}
    rows = enumerate(workshop.bookings.waiting().with_whether_apart(), start=1)
    return [
        Waiting(position, row, _standing(row, offers.get(row.pk)), row.pk in offers, row.is_kept_apart)
        for position, row in rows
    ]


def why_nobody_is_offered(workshop: Workshop, waiting: list[Waiting]) -> str:
    """One sentence: why those who have no offer have none. `workshop` was read with its places."""
    unasked = [row.booking.places for row in waiting if not row.has_offer and not row.is_kept_apart]
    if not waiting:
        return "Nobody waits."
    if not unasked and any(row.is_kept_apart for row in waiting):
        return "Whoever waits without an offer is kept apart from somebody who has a place. Help them to another date."
    if not unasked:
        return "Everybody who waits has an offer."
    if not workshop.is_open:
        return f"{_why_not_open(workshop)} Nothing is offered then."
    if workshop.is_full:
        kept = sum(row.booking.places for row in waiting) - sum(unasked)
        return f"Every place is taken{f', or kept for those who have an offer ({kept})' if kept else ''}."
    if min(unasked) > workshop.seats_left:
        return (
            f"Free places: {workshop.seats_left}. The smallest group that waits needs {min(unasked)}, and a group is "
            "only asked when all of it fits."
        )
    return "They are asked within a few minutes."


def _standing(booking: Booking, offer: Offer | None) -> str:
    if offer:
        until = timezone.localtime(offer.expires_at)
        return f"Asked. Places are kept until {until:%-d %B, %H:%M}"
    if booking.unanswered:
        return "Asked once, and did not answer. Comes after all who were not asked"
    return "Not asked yet"


def _why_not_open(workshop: Workshop) -> str:
    now = timezone.now()
    if workshop.state != Workshop.State.OPEN:
        return f"The workshop is not open for booking ({workshop.get_state_display().lower()})."
    if workshop.booking_opens_at > now:
        return "Booking has not opened yet."
    return "Booking has closed: people could not hear of a place in time."
