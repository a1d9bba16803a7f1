"""The people whom somebody brings: they give their own names, and the person who booked can take one off."""

from django.db import transaction

from champions.actions.refusals import NoPlaces, TooLate
from champions.models import Booking, Guest


@transaction.atomic
def come_along(*, booking: Booking, key: str, name: str, email: str = "") -> Guest:
    """Note who comes with this booking. `key` names the form: sent twice, it is noted once.

    Raises TooLate if the booking is over, and NoPlaces if everybody whom it has room for is named.
    """
    # The row is locked, so that two friends at the last free line are told apart.
    held = Booking.objects.select_for_update(of=("self",)).with_workshop().get(pk=booking.pk)
    known = held.guests.filter(form_key=key).first()
    if known:
        return known
    if not held.can_be_cancelled:
        raise TooLate
    if held.guests.count() >= held.places - 1:
        raise NoPlaces
    return Guest.objects.create(booking=held, form_key=key, name=name, email=email.lower())


def take_off(*, booking: Booking, guest: int) -> None:
    """Somebody does not come after all. Harmless if they are not on the list."""
    booking.guests.filter(pk=guest).delete()
