"""Booking, confirming, changing, moving and giving back. All of it inside the mutex of `seats`."""

from collections.abc import Callable
from functools import wraps
from uuid import uuid4

from django.db import IntegrityError
from django.utils import timezone

from champions import emails
from champions.actions.needs import decide_anew
from champions.actions.refusals import (
    AlreadyBooked,
    JustMoved,
    NoPlaces,
    NotForThem,
    NotOpen,
    NotThisDate,
    RanOut,
    TooLate,
)
from champions.actions.seats import (
    confirm_by,
    hold,
    hold_booking,
    hold_both,
    let_go,
    mark_changed,
    next_queue_number,
    put_back_on_the_list,
    release,
    take,
)
from champions.apart import contacts_of, must_not_meet
from champions.choices import is_for
from champions.models import Booking, Workshop
from common import audit


class _ReferenceTaken(Exception):
    """Perhaps: the database refused a booking with this reference."""


def _drawing_again(action: Callable[..., Booking]) -> Callable[..., Booking]:
    """Do it once more, from the lock on, if the reference that was drawn is somebody else's.

    Of 2.5 thousand million, two people draw the same one some day. Undoing all of it costs nothing while it does not
    happen; a savepoint would cost everybody who stands behind the lock.
    """

    @wraps(action)
    def with_a_free_reference(**given) -> Booking:
        while True:
            try:
                return action(**given)
            except _ReferenceTaken as taken:
                if not Booking.objects.by_reference(str(taken)).exists():
                    raise (taken.__cause__ or taken) from None

    return with_a_free_reference


@_drawing_again
def book(
    *,
    workshop: Workshop,
    key: str,
    name: str,
    email: str,
    description: str,
    places: int,
    mobile: str = "",
    may_wait: bool = False,
    confirmed: bool = False,
) -> Booking:
    """Hold `places` places for 24 hours, or with `may_wait` join the waiting list if they do not fit.

    The person confirms by the link that we mail; `confirmed` spares them that, where the address is known to be
    theirs. `key` names the form that was filled in: sent twice, it gives the booking that it made the first time.
    Raises NotOpen, NotForThem, AlreadyBooked or NoPlaces, and then nothing was stored but, for AlreadyBooked, a
    mail to the person who holds the booking. Raises NotThisDate if somebody has a place from whom they are kept
    apart: then they wait, and were mailed the way to another date. The page must say the same for both.
    """
    with hold(workshop) as held:
        apart = _must_wait(held, email or mobile, places)
        theirs = list(held.bookings.of_form_or_contact(key, email or mobile))
        known = next((row for row in theirs if row.idempotency_key == key), None)
        if known and not (apart and known.is_waiting):
            return known
        if not held.is_open:
            raise NotOpen
        if not is_for(held.kind, description):
            raise NotForThem
        other = known or next(iter(theirs), None)
        if other is None:
            details = {"name": name, "email": email, "mobile": mobile, "how_described": description, "places": places}
            made = _make(held, may_wait, confirmed, apart, idempotency_key=key, **details)
            if not apart:
                return made
        elif other != known:
            emails.booked_already(other, key=key)
            apart = False
    # Outside, so that what was stored is kept.
    raise NotThisDate if apart else AlreadyBooked


@_drawing_again
def add_booking(
    *,
    workshop: Workshop,
    by,
    name: str,
    description: str,
    places: int,
    email: str = "",
    mobile: str = "",
    may_wait: bool = False,
    key: str = "",
) -> Booking:
    """Staff book for somebody, on the phone or at a desk: with an address or with none, and confirmed at once.

    Works until the workshop begins. Raises NotOpen, NotForThem, AlreadyBooked, NoPlaces or NotThisDate.
    """
    with hold(workshop) as held:
        known = Booking.objects.filter(workshop=held, idempotency_key=key).first() if key else None
        if known:
            return known
        if not held.is_changeable:
            raise NotOpen
        if not is_for(held.kind, description):
            raise NotForThem
        contact = email or mobile
        if contact and held.bookings.live().by_contact(contact).exists():
            raise AlreadyBooked
        apart = _must_wait(held, contact, places)
        if apart and not may_wait:
            raise NotThisDate
        details = {"name": name, "email": email, "mobile": mobile, "how_described": description, "places": places}
        booking = _make(held, may_wait, True, apart, idempotency_key=key or uuid4().hex, **details)
        audit.record("booking added by staff", actor=by, thing=booking)
    return booking


def confirm(*, booking: Booking) -> Booking:
    """The link in our mail was pressed: the places are theirs. A second time is harmless.

    Too late, they get the places if these are still free. Raises RanOut if not, or if the booking is over.
    Kept apart meanwhile from somebody who has booked, they wait, and are shown the way to another date.
    """
    with hold_booking(booking) as (held, fresh):
        if fresh.is_booked:
            return fresh
        if fresh.state == Booking.State.LAPSED:
            _take_again(held, fresh)
        elif not fresh.is_held:
            raise RanOut
        elif must_not_meet(held, contacts_of(fresh), only_booked=True):
            fresh.confirmed_at = timezone.now()
            put_back_on_the_list(held, fresh)
            return fresh
        fresh.state, fresh.confirm_by, fresh.confirmed_at = Booking.State.BOOKED, None, timezone.now()
        fresh.save()
        emails.booked(fresh)
    return fresh


def cancel(*, booking: Booking) -> Booking:
    """Give the places back, or leave the waiting list. A second time is harmless. Raises TooLate once it began."""
    with hold_booking(booking) as (held, fresh):
        if not fresh.is_live:
            return fresh
        if not fresh.can_be_cancelled:
            raise TooLate
        was_waiting, had_file = fresh.is_waiting, fresh.is_booked
        release(held, fresh)
        emails.left_waiting_list(fresh) if was_waiting else emails.cancelled(fresh, had_file=had_file)
    return fresh


def change_places(*, booking: Booking, places: int) -> Booking:
    """Come with more or fewer people. Those who wait keep their turn. The same number again is harmless.

    Raises TooLate, NotOpen for more places once booking is closed, or NoPlaces; then nothing has changed.
    """
    with hold_booking(booking) as (held, fresh):
        if not fresh.can_be_cancelled:
            raise TooLate
        more = places - fresh.places
        if more == 0:
            return fresh
        if more > 0 and not held.is_open:
            raise NotOpen
        _hold_more(held, fresh, more)
        fresh.places = places
        mark_changed(fresh)
        fresh.save()
        emails.changed(fresh)
    return fresh


def move_booking(*, booking: Booking, to: Workshop, by=None) -> Booking:
    """To another date, with the same reference. `by` is the member of staff who does it, who may also move somebody
    to a workshop of another kind, or to one whose booking is closed. The same date again is harmless.

    Raises TooLate, NotOpen, NotForThem, AlreadyBooked, NoPlaces or NotThisDate; then the booking is where it was.
    """
    if booking.workshop_id == to.pk:
        return booking
    with hold_both(booking.workshop, to) as (old, new):
        fresh = old.bookings.filter(pk=booking.pk).first()
        if fresh is None:
            raise JustMoved
        if not fresh.can_be_moved:
            raise TooLate
        _refuse_unless_welcome(new, fresh, by)
        let_go(old, fresh)
        take(new, fresh.places)
        fresh.workshop = new
        is_known = bool(by or fresh.confirmed_at)
        fresh.state = Booking.State.BOOKED if is_known else Booking.State.HELD
        fresh.confirm_by = None if is_known else confirm_by(new)
        fresh.confirmed_at = fresh.confirmed_at or (timezone.now() if by else None)
        mark_changed(fresh)
        fresh.save()
        decide_anew(fresh.needs.all(), new)
        emails.changed(fresh) if is_known else emails.confirm(fresh)
        if by:
            audit.record("booking moved", actor=by, thing=fresh)
    return fresh


def _must_wait(held: Workshop, contact: str, places: int) -> bool:
    """There is room, and somebody has a place from whom they are kept apart."""
    return places <= held.seats_left and must_not_meet(held, [contact])


def _make(held: Workshop, may_wait: bool, confirmed: bool, apart: bool, **details) -> Booking:
    # Whoever waits and would fit was offered the places when they came free, so nobody is overtaken here.
    fits = details["places"] <= held.seats_left and not apart
    if not fits and not may_wait and not apart:
        raise NoPlaces
    booking = Booking(workshop=held, state=Booking.State.WAITING, **details)
    if not fits:
        booking.queue_number = next_queue_number(held)
    elif confirmed:
        booking.state, booking.confirmed_at = Booking.State.BOOKED, timezone.now()
    else:
        booking.state, booking.confirm_by = Booking.State.HELD, confirm_by(held)
    if fits:
        take(held, booking.places)
    try:
        booking.save(force_insert=True)
    except IntegrityError as error:
        raise _ReferenceTaken(booking.reference) from error
    if apart:
        emails.another_date(booking)
    elif not fits:
        emails.waiting(booking)
    else:
        emails.booked(booking) if confirmed else emails.confirm(booking)
    return booking


def _take_again(held: Workshop, fresh: Booking) -> None:
    taken_meanwhile = held.bookings.live().by_contact(fresh.contact).exists()
    if not held.is_open or taken_meanwhile or fresh.places > held.seats_left:
        raise RanOut
    if must_not_meet(held, contacts_of(fresh)):
        raise RanOut
    take(held, fresh.places)


def _hold_more(held: Workshop, fresh: Booking, more: int) -> None:
    """Count the difference, where the booking keeps places from others."""
    offer = fresh.open_offer
    if fresh.is_waiting and offer is None:
        return
    if more > held.seats_left:
        raise NoPlaces
    take(held, more)
    if offer:
        offer.places += more
        offer.save(update_fields=["places"])


def _refuse_unless_welcome(new: Workshop, fresh: Booking, by) -> None:
    if not (new.is_announced if by else new.is_open):
        raise NotOpen
    if not by and not is_for(new.kind, fresh.how_described):
        raise NotForThem
    if fresh.contact and new.bookings.live().by_contact(fresh.contact).exists():
        raise AlreadyBooked
    if must_not_meet(new, contacts_of(fresh)):
        raise NotThisDate
    if fresh.places > new.seats_left:
        raise NoPlaces
