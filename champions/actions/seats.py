"""The promise (rule 10): every place that is taken or freed goes through `hold`, the one mutex.

Inside it the workshop's row is locked, so all that reads and decides is true until the transaction ends. The
counter is moved by the database itself, and a CHECK keeps it between 0 and the capacity even if this file is wrong.
It counts confirmed bookings, holds that wait to be confirmed, and places offered to people who wait.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from champions import emails
from champions.actions.refusals import JustMoved
from champions.apart import contacts_of, must_not_meet
from champions.models import Booking, Offer, Workshop

CONFIRM_WITHIN = timedelta(hours=24)
# Booked minutes before the list closes, somebody still has time to open a mail.
LEAST_TO_CONFIRM = timedelta(minutes=30)
OFFER_LASTS = timedelta(hours=48)
OFFER_LASTS_LATE = timedelta(hours=12)
LATE = timedelta(days=3)
# After so many offers without an answer somebody leaves the list: a place offered to them is kept from everybody else.
MOST_UNANSWERED = 2


@contextmanager
def hold(workshop: Workshop) -> Iterator[Workshop]:
    """Lock the row of `workshop` and give it freshly read, with all that has run out set free.

    Whatever is free before and after is offered to those who wait, so that nobody inside overtakes them.
    Keep what happens inside short: everybody else who books this workshop is standing behind it.
    """
    with transaction.atomic():
        # Asked in the same statement, as of the moment before the lock. What others made while we stood there has
        # not run out yet; what they swept is looked for once too often.
        held = Workshop.objects.locked().with_venue().with_whether_something_ran_out().get(pk=workshop.pk)
        if held.something_ran_out:
            _forget_what_has_run_out(held)
            _offer_free_places(held)
        yield held
        _offer_free_places(held)


@contextmanager
def hold_booking(booking: Booking) -> Iterator[tuple[Workshop, Booking]]:
    """Lock the workshop of `booking`, and give both freshly read. Raises JustMoved."""
    with hold(Booking.objects.with_workshop().get(pk=booking.pk).workshop) as held:
        fresh = held.bookings.filter(pk=booking.pk).first()
        if fresh is None:
            raise JustMoved
        yield held, fresh


@contextmanager
def hold_both(one: Workshop, other: Workshop) -> Iterator[tuple[Workshop, Workshop]]:
    """Lock two workshops, always in the same order, so that moves in opposite directions never deadlock."""
    with ExitStack() as stack:
        held = {row.pk: stack.enter_context(hold(row)) for row in sorted([one, other], key=lambda row: row.pk)}
        yield held[one.pk], held[other.pk]


def take(held: Workshop, places: int) -> None:
    """Inside `hold`: count that many places as taken; a negative number frees them."""
    Workshop.objects.filter(pk=held.pk).update(seats_taken=F("seats_taken") + places)
    held.seats_taken += places


def let_go(held: Workshop, booking: Booking) -> None:
    """Inside `hold`: free whatever this booking keeps from others. The caller gives it its next state."""
    if booking.state in Booking.SEATED_STATES:
        take(held, -booking.places)
    for offer in booking.offers.open():
        take(held, -offer.places)
        spend(offer, Offer.State.WITHDRAWN)
    booking.queue_number = None
    booking.confirm_by = None


def release(held: Workshop, booking: Booking) -> None:
    """Inside `hold`: end a live booking and free what it held."""
    let_go(held, booking)
    booking.state = Booking.State.CANCELLED
    mark_changed(booking)
    booking.save()


def put_back_on_the_list(held: Workshop, booking: Booking) -> None:
    """Inside `hold`: free what they held or were offered, and let them wait, with the way to another date."""
    let_go(held, booking)
    booking.state, booking.queue_number = Booking.State.WAITING, next_queue_number(held)
    mark_changed(booking)
    booking.save()
    emails.another_date(booking)


def spend(offer: Offer, state: str) -> None:
    """An offer ends once, in one way."""
    offer.state = state
    offer.save(update_fields=["state"])


def mark_changed(thing: Booking | Workshop) -> None:
    """Note that calendars must hear of a change. The caller saves."""
    thing.sequence += 1
    thing.changed_at = timezone.now()


def next_queue_number(held: Workshop) -> int:
    """Inside `hold`: the end of the waiting list."""
    held.last_queue_number += 1
    held.save(update_fields=["last_queue_number"])
    return held.last_queue_number


def confirm_by(held: Workshop) -> datetime:
    """Until when places are held for somebody who has not confirmed: 24 hours, and never beyond closing time."""
    now = timezone.now()
    return max(min(now + CONFIRM_WITHIN, held.booking_closes_at), now + LEAST_TO_CONFIRM)


def offer_ends_at(held: Workshop) -> datetime:
    """48 hours, 12 in the last three days, and never after booking closes."""
    now = timezone.now()
    lasts = OFFER_LASTS if held.starts_at - now > LATE else OFFER_LASTS_LATE
    return min(now + lasts, held.booking_closes_at)


def _offer_free_places(held: Workshop) -> None:
    """Offer them to the next whole group that fits; those passed over keep their turn until the list closes.

    Nothing is offered once booking has closed: people need time to hear of it.
    """
    nobody_ever_waited = held.last_queue_number == 0
    if not held.is_open or held.is_full or nobody_ever_waited:
        return
    for booking in held.bookings.waiting().without_offer().free_to_come():
        # Asked again for each, because one who was offered places just now may be in the way of the next.
        if booking.places <= held.seats_left and not must_not_meet(held, contacts_of(booking)):
            take(held, booking.places)
            offer = Offer.objects.create(booking=booking, places=booking.places, expires_at=offer_ends_at(held))
            emails.offered(offer)


def _forget_what_has_run_out(held: Workshop) -> None:
    """Free what was held until a moment that has passed."""
    for booking in held.bookings.run_out():
        let_go(held, booking)
        booking.state = Booking.State.LAPSED
        booking.save()
    for offer in Offer.objects.run_out().filter(booking__workshop=held).select_related("booking"):
        take(held, -offer.places)
        spend(offer, Offer.State.EXPIRED)
        offer.booking.workshop = held
        _ask_others_first(held, offer.booking)


def _ask_others_first(held: Workshop, booking: Booking) -> None:
    """Behind all who were not yet asked; off the list after the second offer without an answer."""
    booking.unanswered += 1
    if booking.unanswered >= MOST_UNANSWERED:
        booking.state, booking.queue_number = Booking.State.CANCELLED, None
    else:
        booking.queue_number = next_queue_number(held)
    booking.save()
    if held.is_open:
        emails.offer_ran_out(booking)
