"""Three months after a workshop nobody's name or address is left of it. The numbers stay."""

from datetime import date
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from champions.clock import months_before
from champions.models import Booking, Invitation, Offer, Workshop
from champions.models.bookings import new_reference
from common import audit
from common.models import OutboxMessage

KEPT_FOR_MONTHS = 3


def forget_old_bookings(*, today: date | None = None) -> tuple[int, int]:
    """Take the people out of all that is older than three months; how many bookings and records of attendance.

    What stays: how many places, for whom, who came, and that a certificate is real. Somebody with an account keeps
    their own record, under the name of the account.
    """
    until = months_before(today or timezone.localdate(), KEPT_FOR_MONTHS)
    bookings = records = 0
    for workshop in Workshop.objects.ended_before(until).with_names_left():
        with transaction.atomic():
            ours, theirs = _forget_bookings(workshop), _forget_attendance(workshop)
            audit.record("people of an old workshop forgotten", thing=workshop)
        bookings, records = bookings + ours, records + theirs
    return bookings, records


def _forget_bookings(workshop: Workshop) -> int:
    named = workshop.bookings.named()
    for booking in named:
        _forget_mail(booking.uuid, *Offer.objects.filter(booking=booking).values_list("uuid", flat=True))
        # No link, mail or calendar that somebody kept leads to the row that is left.
        booking.uuid, booking.reference, booking.idempotency_key = uuid4(), new_reference(), uuid4().hex
        booking.name = booking.email = booking.mobile = ""
    Booking.objects.bulk_update(
        named, ["uuid", "reference", "idempotency_key", "name", "email", "mobile"], batch_size=500
    )
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
