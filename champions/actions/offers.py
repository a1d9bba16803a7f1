"""The answer to an offer, and the look at lists that nobody else looks at."""

from django.utils import timezone

from champions import emails
from champions.actions.refusals import RanOut
from champions.actions.seats import hold, hold_booking, mark_changed, put_back_on_the_list, release, spend
from champions.apart import contacts_of, must_not_meet
from champions.models import Booking, Offer, Workshop


def claim(*, offer: Offer) -> Booking:
    """Take the places. A second time is harmless. Raises RanOut if it was not answered in time or was taken back.

    Kept apart meanwhile from somebody who has booked, they wait again, and are shown the way to another date.
    """
    with hold_booking(offer.booking) as (held, booking):
        fresh = booking.offers.get(pk=offer.pk)
        if fresh.state == Offer.State.CLAIMED:
            return booking
        # Asked again here, because the workshop may have been moved or called off since the mail went out.
        if not fresh.is_usable or not held.is_announced or held.booking_closes_at <= timezone.now():
            raise RanOut
        if must_not_meet(held, contacts_of(booking), only_booked=True):
            put_back_on_the_list(held, booking)
            return booking
        spend(fresh, Offer.State.CLAIMED)
        # The places are in the counter already: they pass from the offer to the booking.
        booking.state, booking.queue_number, booking.confirmed_at = Booking.State.BOOKED, None, timezone.now()
        mark_changed(booking)
        booking.save()
        emails.booked(booking)
    return booking


def decline(*, offer: Offer) -> Booking:
    """No, thank you: the places go to the next, and the person leaves the list. A second time is harmless.

    Raises RanOut if the offer ended in another way.
    """
    with hold_booking(offer.booking) as (held, booking):
        fresh = booking.offers.get(pk=offer.pk)
        if fresh.state == Offer.State.DECLINED:
            return booking
        if not fresh.is_usable:
            raise RanOut
        release(held, booking)
        spend(fresh, Offer.State.DECLINED)
        emails.left_waiting_list(booking)
    return booking


def look_at_waiting_lists() -> int:
    """Free what has run out and offer what is free, wherever something is due. The number of workshops looked at."""
    due = list(Workshop.objects.with_something_due())
    for workshop in due:
        with hold(workshop):
            pass
    return len(due)
