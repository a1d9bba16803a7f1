"""Making and changing workshops. Whatever touches a place holds the mutex of `places`."""

from datetime import datetime
from itertools import chain, count

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from champions import emails
from champions.actions.needs import decide_anew
from champions.actions.refusals import TooManyBooked
from champions.actions.seats import hold, mark_changed, release
from champions.choices import STANDARD_AGENDA
from champions.models import AccessNeed, AgendaItem, Venue, Workshop
from champions.models.workshops import BOOKING_CLOSES
from common import audit

# A change of one of these reaches the calendars of those who booked.
_CALENDARS_HEAR_OF = ("starts_at", "ends_at", "venue_id")


@transaction.atomic
def add_venue(*, by, **fields) -> Venue:
    venue = Venue.objects.create(**fields)
    audit.record("venue added", actor=by, thing=venue)
    return venue


@transaction.atomic
def create(*, by=None, **fields) -> Workshop:
    """A draft workshop with the standard agenda (seed 003). Booking closes two hours before it starts, unless said."""
    fields.setdefault("booking_closes_at", fields["starts_at"] - BOOKING_CLOSES)
    fields.setdefault("slug", _free_slug(fields["venue"], fields["starts_at"]))
    visiting = fields.pop("guest_organisations", [])
    workshop = Workshop.objects.create(**fields)
    workshop.guest_organisations.set(visiting)
    AgendaItem.objects.bulk_create(
        AgendaItem(workshop=workshop, minutes_in=minutes, title=title, module=module)
        for minutes, title, module in STANDARD_AGENDA
    )
    audit.record("workshop created", actor=by, thing=workshop)
    return workshop


def change(*, workshop: Workshop, by, **fields) -> Workshop:
    """Change details of `workshop`. More places go to those who wait; a new time or place is mailed to everyone.

    Raises TooManyBooked if the capacity would fall below what is booked.
    """
    with hold(workshop) as held:
        if fields.get("capacity", held.capacity) < held.seats_taken:
            raise TooManyBooked
        if "guest_organisations" in fields:
            held.guest_organisations.set(fields.pop("guest_organisations"))
        # Booking closes as long before the start as it did.
        fields.setdefault("booking_closes_at", fields.get("starts_at", held.starts_at) - held.closes_before)
        before = [getattr(held, name) for name in _CALENDARS_HEAR_OF]
        for name, value in fields.items():
            setattr(held, name, value)
        has_moved = before != [getattr(held, name) for name in _CALENDARS_HEAR_OF]
        if has_moved:
            mark_changed(held)
        held.save(update_fields=[*fields, "sequence", "changed_at"])
        if before[:2] != [held.starts_at, held.ends_at]:
            decide_anew(AccessNeed.objects.filter(booking__workshop=held), held)
        if has_moved:
            _tell_those_who_booked_or_wait(held)
            _tell_those_who_lead(held)
        audit.record("workshop changed", actor=by, thing=held)
    return held


def publish(*, workshop: Workshop, by) -> Workshop:
    """Show a draft to everybody and open its booking."""
    return _move_state(workshop, by, "workshop published", Workshop.State.OPEN, only_from=[Workshop.State.DRAFT])


def close(*, workshop: Workshop, by) -> Workshop:
    """Take no more bookings."""
    return _move_state(workshop, by, "booking closed", Workshop.State.CLOSED, only_from=[Workshop.State.OPEN])


def reopen(*, workshop: Workshop, by) -> Workshop:
    """Take bookings again; free places go first to those who wait."""
    return _move_state(workshop, by, "booking reopened", Workshop.State.OPEN, only_from=[Workshop.State.CLOSED])


def call_off(*, workshop: Workshop, by) -> Workshop:
    """Cancel the workshop and every booking, and tell everyone. A second time is harmless."""
    with hold(workshop) as held:
        if held.state not in Workshop.CHANGEABLE_STATES:
            return held
        held.state = Workshop.State.CANCELLED
        mark_changed(held)
        held.save(update_fields=["state", "sequence", "changed_at"])
        for booking in held.bookings.live():
            had_file, was_waiting = booking.is_booked, booking.is_waiting
            release(held, booking)
            emails.called_off(booking, had_file=had_file, was_waiting=was_waiting)
        _tell_those_who_lead(held)
        audit.record("workshop called off", actor=by, thing=held)
    return held


def _free_slug(venue: Venue, starts_at: datetime) -> str:
    """A neutral address, such as "catford-se6-5-december-2026", with a number where two would be the same."""
    stem = slugify(f"{venue.area} {timezone.localtime(starts_at):%-d %B %Y}")[:70]
    taken = set(Workshop.objects.with_slug_like(stem).values_list("slug", flat=True))
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(name for name in names if name not in taken)


def _move_state(workshop: Workshop, by, action: str, state: str, *, only_from: list) -> Workshop:
    with hold(workshop) as held:
        if held.state in only_from:
            held.state = state
            held.save(update_fields=["state"])
            audit.record(action, actor=by, thing=held)
    return held


def _tell_those_who_booked_or_wait(held: Workshop) -> None:
    for booking in held.bookings.live():
        mark_changed(booking)
        booking.save(update_fields=["sequence", "changed_at"])
        (emails.waiting if booking.is_waiting else emails.moved)(booking)


def _tell_those_who_lead(held: Workshop) -> None:
    for allocation in held.allocations.select_related("trainer"):
        emails.leading(held, allocation.trainer)
