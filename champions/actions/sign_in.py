"""The day itself: who came. A training record is written here and nowhere else."""

from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone

from champions.actions.joining import invite_to_join
from champions.actions.refusals import AlreadyHere, NotBookedHere, NotOpen, NotThisDate, RoomFull
from champions.actions.seats import hold
from champions.apart import must_not_meet
from champions.models import Booking, Guest, TrainingRecord, Workshop
from common import audit


def record_attendance(
    *, workshop: Workshop, came: Iterable[Booking], by, seen: Iterable[Booking] | None = None
) -> None:
    """Make the list of those who booked and came exactly `came`. It can be put right until the person has joined.

    `seen` are those who were on the list when `by` looked at it: nobody is taken off who was not, because somebody
    else may have signed them in meanwhile. Raises NotOpen more than an hour before the start, or if the workshop was
    called off; RoomFull for more people than the room holds. Then nothing has changed.
    """
    wanted = {booking.pk for booking in came}
    with hold(workshop) as held:
        _begin(held)
        there = set(held.attendance.values_list("booking_id", flat=True))
        gone = (there if seen is None else {booking.pk for booking in seen}) - wanted - {None}
        held.attendance.not_joined().filter(booking__in=gone).delete()
        for booking in held.bookings.booked().filter(pk__in=wanted - there):
            _sign_in(held, by, name=booking.name, email=booking.email, booking=booking)
        audit.record("attendance marked", actor=by, thing=held)


def check_in(*, workshop: Workshop, reference: str, by) -> tuple[TrainingRecord, bool]:
    """Sign in the person whose code was scanned or typed; whether they are new on the list. Twice is harmless.

    Raises NotOpen, RoomFull or NotBookedHere, and then nothing has changed.
    """
    with hold(workshop) as held:
        _begin(held)
        booking = held.bookings.booked().by_reference(reference).first()
        if booking is None:
            raise NotBookedHere
        known = held.attendance.filter(booking=booking).first()
        if known:
            return known, False
        record = _sign_in(held, by, name=booking.name, email=booking.email, booking=booking)
        audit.record("attendee checked in", actor=by, thing=held)
    return record, True


def add_attendee(*, workshop: Workshop, name: str, email: str, by) -> TrainingRecord:
    """Sign in somebody who came with a group or walked in, with an address or with none. Twice is harmless.

    Raises NotOpen, RoomFull, AlreadyHere for a second person of one name where neither gave an address, or
    NotThisDate if they have no booking and must not meet somebody who has.
    """
    with hold(workshop) as held:
        _begin(held)
        known = _record_of(held, email, None)
        if known:
            return known
        if not email and held.attendance.filter(name__iexact=name, email="").exists():
            raise AlreadyHere
        booking = held.bookings.booked().by_email(email).first() if email else None
        if booking is None and must_not_meet(held, [email]):
            raise NotThisDate
        record = _sign_in(held, by, name=name, email=email, booking=booking)
        audit.record("attendee added", actor=by, thing=held)
    return record


def sign_in_guest(*, guest: Guest, by) -> TrainingRecord:
    """Sign in somebody who came along. Raises NotOpen or RoomFull; a second time is harmless."""
    with hold(guest.booking.workshop) as held:
        _begin(held)
        fresh = Guest.objects.coming_to(held).get(pk=guest.pk)
        if fresh.attendance is None:
            email = _address_of_their_own(held, fresh)
            fresh.attendance = _sign_in(held, by, name=fresh.name, email=email, booking=None)
        fresh.save(update_fields=["attendance"])
        audit.record("attendee added", actor=by, thing=held)
    return fresh.attendance


def finish(*, workshop: Workshop, by) -> Workshop:
    """Close the day, and send everybody who came their own link to join. Raises NotOpen if it has not begun."""
    with hold(workshop) as held:
        _begin(held)
        held.state = Workshop.State.DONE
        held.save(update_fields=["state"])
        for record in held.attendance.all():
            invite_to_join(attendance=record)
        audit.record("workshop finished", actor=by, thing=held)
    return held


def take_sign_in_sheet(*, workshop: Workshop, by) -> list[Booking]:
    """Who is to be on the paper list, by name, with whom they bring. That `by` takes it away is logged (C12)."""
    audit.record("sign-in sheet downloaded", actor=by, thing=workshop)
    return list(workshop.bookings.booked().by_name().prefetch_related("guests"))


def take_certificates(*, workshop: Workshop, by) -> list[TrainingRecord]:
    """Everybody who came and whose name we still know, by name. That `by` takes them away is logged."""
    audit.record("certificates downloaded", actor=by, thing=workshop)
    records = workshop.attendance.certified().with_workshop().by_name()
    return [record for record in records if record.called]


def _begin(held: Workshop) -> None:
    if not held.is_open_for_sign_in:
        raise NotOpen
    if held.state in Workshop.ANNOUNCED_STATES:
        held.state = Workshop.State.RUNNING
        held.save(update_fields=["state"])


def _sign_in(held: Workshop, by, *, name: str, email: str, booking: Booking | None) -> TrainingRecord:
    known = _record_of(held, email, booking)
    if known:
        if booking and not known.booking_id:
            known.booking = booking
            known.save(update_fields=["booking"])
        return known
    if held.attendance.count() >= held.capacity:
        raise RoomFull
    record = TrainingRecord.objects.create(
        workshop=held,
        name=name,
        email=email.lower(),
        booking=booking,
        user=get_user_model().objects.filter(email__iexact=email).first() if email else None,
        kind=held.kind,
        attended_on=timezone.localdate(held.starts_at),
        recorded_by=by,
    )
    if held.state == Workshop.State.DONE:
        # Added after the day was closed: nobody else will send this person their link.
        invite_to_join(attendance=record)
    return record


def _address_of_their_own(held: Workshop, guest: Guest) -> str:
    """Empty where somebody else here has it too: a couple may share one address, and both of them came."""
    others = Q(guest__isnull=False) | ~Q(name__iexact=guest.name)
    is_shared = guest.email and held.attendance.by_email(guest.email).filter(others).exists()
    return "" if is_shared else guest.email


def _record_of(held: Workshop, email: str, booking: Booking | None) -> TrainingRecord | None:
    """People are known by their address; whoever gave none by the booking alone, and a guest who gave none not."""
    if email:
        return held.attendance.by_email(email).first()
    return held.attendance.filter(booking=booking, email="").first() if booking else None
