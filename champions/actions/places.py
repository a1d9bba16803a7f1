"""The promise (rule 10): every place that is taken or freed goes through `hold`, the one mutex.

Inside it the workshop's row is locked, so all that reads and decides is true until the transaction ends. The
counter is moved by the database itself, and a CHECK keeps it between 0 and the capacity even if this file is wrong.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from champions import emails
from champions.choices import is_for
from champions.models import Booking, Workshop


class Refused(Exception):
    """What was asked cannot be done; the class says why, and the page what to do next."""


class NotOpen(Refused):
    """Booking has not opened, has closed, or the workshop was called off."""


class NotForThem(Refused):
    """The workshop is for other people."""


class NoPlaces(Refused):
    """The group does not fit, and did not ask to wait."""


class AlreadyBooked(Refused):
    """There is a live booking for this workshop and email address."""


class TooLate(Refused):
    """The workshop has begun."""


@contextmanager
def hold(workshop: Workshop) -> Iterator[Workshop]:
    """Lock the row of `workshop` and give it freshly read; whatever is freed inside goes to those who wait.

    Keep what happens inside short: everybody else who books this workshop is standing behind it.
    """
    with transaction.atomic():
        held = Workshop.objects.locked().get(pk=workshop.pk)
        yield held
        _give_free_places_to_those_who_wait(held)


def book(
    *,
    workshop: Workshop,
    key: str,
    name: str,
    email: str,
    description: str,
    places: int,
    may_wait: bool = False,
) -> Booking:
    """Book `places` places, or with `may_wait` join the waiting list if they do not fit.

    `key` names the form that was filled in: sent twice, it gives the booking that it made the first time.
    Raises NotOpen, NotForThem, AlreadyBooked or NoPlaces, and then nothing was stored but, for AlreadyBooked, a
    mail to the person who holds the booking.
    """
    with hold(workshop) as held:
        known = Booking.objects.filter(workshop=held, idempotency_key=key).first()
        if known:
            return known
        _refuse_unless_bookable(held, description)
        other = held.bookings.live().by_email(email).first()
        if other is None:
            return _make_booking(
                held, may_wait, idempotency_key=key, name=name, email=email, how_described=description, places=places
            )
        emails.booked_already(other, key=key)
    # Outside, so that the mail is kept.
    raise AlreadyBooked


def cancel(*, booking: Booking) -> Booking:
    """Give the places back, or leave the waiting list. A second time is harmless. Raises TooLate once it began."""
    with hold(booking.workshop) as held:
        booking = held.bookings.get(pk=booking.pk)
        if not booking.is_live:
            return booking
        if not booking.can_be_cancelled:
            raise TooLate
        was_booked = booking.is_booked
        release(held, booking)
        (emails.cancelled if was_booked else emails.left_waiting_list)(booking)
    return booking


def release(held: Workshop, booking: Booking) -> None:
    """Inside `hold`: end a live booking and free what it held."""
    if booking.is_booked:
        _move_counter(held, -booking.places)
    booking.state = Booking.State.CANCELLED
    booking.queue_number = None
    mark_changed(booking)
    booking.save()


def mark_changed(thing: Booking | Workshop) -> None:
    """Note that calendars must hear of a change. The caller saves."""
    thing.sequence += 1
    thing.changed_at = timezone.now()


def _refuse_unless_bookable(held: Workshop, description: str) -> None:
    if not held.is_open:
        raise NotOpen
    if not is_for(held.kind, description):
        raise NotForThem


def _make_booking(held: Workshop, may_wait: bool, **details) -> Booking:
    # Whoever waits and would fit was seated when the places came free, so nobody is overtaken here.
    fits = details["places"] <= held.seats_left
    if not fits and not may_wait:
        raise NoPlaces
    booking = Booking(workshop=held, state=Booking.State.BOOKED if fits else Booking.State.WAITING, **details)
    if fits:
        _move_counter(held, booking.places)
    else:
        booking.queue_number = _next_queue_number(held)
    booking.save()
    (emails.booked if fits else emails.waiting)(booking)
    return booking


def _give_free_places_to_those_who_wait(held: Workshop) -> None:
    """Seat the next whole group that fits, in the order of arrival; those passed over keep their turn.

    Nothing is given once booking has closed: people need time to hear of it.
    """
    if not held.is_open or held.is_full:
        return
    for booking in held.bookings.waiting():
        if booking.places <= held.seats_left:
            _move_counter(held, booking.places)
            booking.state = Booking.State.BOOKED
            booking.queue_number = None
            mark_changed(booking)
            booking.save()
            emails.promoted(booking)


def _move_counter(held: Workshop, places: int) -> None:
    Workshop.objects.filter(pk=held.pk).update(seats_taken=F("seats_taken") + places)
    held.seats_taken += places


def _next_queue_number(held: Workshop) -> int:
    held.last_queue_number += 1
    held.save(update_fields=["last_queue_number"])
    return held.last_queue_number
