"""Three months after a workshop nobody's name or address is left of it. The numbers stay."""

from contextlib import suppress
from datetime import date, timedelta
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from champions.actions.places import cancel
from champions.actions.refusals import TooLate
from champions.clock import months_before
from champions.models import AccessNeed, Booking, Guest, Invitation, Offer, Workshop
from champions.models.bookings import BookingQuerySet, new_reference
from common import audit
from common.models import OutboxMessage

KEPT_FOR_MONTHS = 3
# Those who waited, cancelled or never confirmed: as long as the link to their booking works.
KEPT_WITHOUT_PLACE = timedelta(days=30)


def forget_old_bookings(*, today: date | None = None) -> tuple[int, int]:
    """Take the people out of all that is older than three months; of bookings without a place, than 30 days.

    What stays: how many places, for whom, who came, and that a certificate is real. Somebody with an account keeps
    their own record, under the name of the account. Gives how many bookings and records of attendance were changed.
    """
    today = today or timezone.localdate()
    until = months_before(today, KEPT_FOR_MONTHS)
    long_ago = set(Workshop.objects.ended_before(until).with_names_left().values_list("pk", flat=True))
    bookings = records = 0
    for workshop in Workshop.objects.ended_before(today - KEPT_WITHOUT_PLACE).with_names_left():
        is_long_ago = workshop.pk in long_ago
        with transaction.atomic():
            named = workshop.bookings.named()
            ours = _forget_bookings(named if is_long_ago else named.without_place())
            theirs = _forget_attendance(workshop) if is_long_ago else 0
            if ours or theirs:
                audit.record("people of an old workshop forgotten", thing=workshop)
        bookings, records = bookings + ours, records + theirs
    return bookings, records


def forget_bookings_of(*, contact: str) -> int:
    """Take one person out of all their bookings, whoever asks it for them. What is still to come is cancelled first.

    What they need on the day and the names of those they bring go too. Gives how many bookings were changed.
    """
    for booking in Booking.objects.by_contact(contact).coming():
        # Once it has begun nothing can be given back, and the place stays taken.
        with suppress(TooLate):
            cancel(booking=booking)
    with transaction.atomic():
        mine = Booking.objects.by_contact(contact)
        AccessNeed.objects.filter(booking__in=mine).delete()
        Guest.objects.filter(booking__in=mine).delete()
        return _forget_bookings(mine)


def _forget_bookings(bookings: BookingQuerySet) -> int:
    named = list(bookings)
    for booking in named:
        _forget_mail(booking.uuid, *Offer.objects.filter(booking=booking).values_list("uuid", flat=True))
        # No link, mail or calendar that somebody kept leads to the row that is left.
        booking.uuid, booking.reference, booking.idempotency_key = uuid4(), new_reference(), uuid4().hex
        booking.name = booking.email = booking.mobile = ""
    forgotten = ["uuid", "reference", "idempotency_key", "name", "email", "mobile"]
    Booking.objects.bulk_update(named, forgotten, batch_size=500)
    return len(named)


def _forget_attendance(workshop: Workshop) -> int:
    invitations = Invitation.objects.filter(attendance__workshop=workshop)
    _forget_mail(*invitations.values_list("uuid", flat=True))
    invitations.filter(used_at=None).delete()
    return workshop.attendance.named().update(name="", email="")


def _forget_mail(*keys) -> None:
    """Each stored mail holds an address."""
    for key in keys:
        OutboxMessage.objects.about(str(key)).delete()
