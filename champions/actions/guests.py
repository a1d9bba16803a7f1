"""The people whom somebody brings: they give their own names, and the person who booked can take one off."""

from champions.actions.refusals import NoPlaces, NotThisDate, TooLate
from champions.actions.seats import hold_booking
from champions.apart import must_not_meet
from champions.models import Booking, Guest


def come_along(*, booking: Booking, key: str, name: str, email: str = "") -> Guest:
    """Note who comes with this booking. `key` names the form: sent twice, it is noted once.

    Raises TooLate if the booking is over, NoPlaces if everybody whom it has room for is named, JustMoved, or
    NotThisDate if somebody has a place there from whom they are kept apart.
    """
    # Locked, so that two friends at the last free line are told apart.
    with hold_booking(booking) as (held, fresh):
        known = fresh.guests.filter(form_key=key).first()
        if known:
            return known
        if not fresh.can_be_cancelled:
            raise TooLate
        if fresh.guests.count() >= fresh.places - 1:
            raise NoPlaces
        if must_not_meet(held, [email]):
            raise NotThisDate
        return Guest.objects.create(booking=fresh, form_key=key, name=name, email=email.lower())


def take_off(*, booking: Booking, guest: int) -> None:
    """Somebody does not come after all. Harmless if they are not on the list."""
    booking.guests.filter(pk=guest).delete()
