"""What must be true of every workshop at every moment, checked from outside: after a crash, or every night."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Sum

from champions.models import Booking, Offer, Workshop
from common.models import OutboxMessage

# Each of these tells somebody that their places are theirs.
_CONFIRMING = [f"champions/emails/{name}" for name in ("booked", "changed", "moved")]


def faults() -> list[str]:
    """One sentence for each thing that is wrong; empty if all is well. Locks one workshop after the other."""
    found: list[str] = []
    for key in Workshop.objects.values_list("pk", flat=True):
        with transaction.atomic():
            # Not `hold`, which would put right what this is here to see.
            workshop = Workshop.objects.locked().get(pk=key)
            found += [f"{workshop.slug}: {fault}" for fault in _faults_of(workshop)]
    return found


def _faults_of(workshop: Workshop) -> Iterator[str]:
    bookings = list(workshop.bookings.all())
    offers = list(Offer.objects.open().filter(booking__workshop=workshop).select_related("booking"))
    yield from _of_the_counter(workshop, bookings, offers)
    yield from _of_the_bookings(workshop, bookings)
    yield from _of_the_offers(offers)
    if workshop.is_announced:
        yield from _of_the_mail(bookings, offers)


def _of_the_counter(workshop: Workshop, bookings: list[Booking], offers: list[Offer]) -> Iterator[str]:
    seated = workshop.bookings.seated().aggregate(total=Sum("places", default=0))["total"]
    offered = sum(offer.places for offer in offers)
    if workshop.seats_taken != seated + offered:
        yield f"the counter says {workshop.seats_taken}, bookings hold {seated} and offers {offered}"
    if seated + offered > workshop.capacity:
        yield f"{seated + offered} places are promised and there are {workshop.capacity}"


def _of_the_bookings(workshop: Workshop, bookings: list[Booking]) -> Iterator[str]:
    numbers = [row.queue_number for row in bookings if row.queue_number is not None]
    if len(numbers) != len(set(numbers)) or max(numbers, default=0) > workshop.last_queue_number:
        yield "queue numbers are double, or beyond the last one given"
    for row in bookings:
        if row.is_waiting != (row.queue_number is not None):
            yield f"{row.reference} is {row.state} with queue number {row.queue_number}"
        if (row.state == Booking.State.HELD) != (row.confirm_by is not None):
            yield f"{row.reference} is {row.state} and to be confirmed by {row.confirm_by}"
    contacts = [row.contact.lower() for row in bookings if row.state in Booking.LIVE_STATES and row.contact]
    if len(contacts) != len(set(contacts)):
        yield "somebody has two live bookings"


def _of_the_offers(offers: list[Offer]) -> Iterator[str]:
    for offer in offers:
        if not offer.booking.is_waiting or offer.places != offer.booking.places:
            yield f"an offer of {offer.places} is open for {offer.booking.reference}, which is {offer.booking.state}"


def _of_the_mail(bookings: list[Booking], offers: list[Offer]) -> Iterator[str]:
    by_key = {str(row.uuid): row for row in bookings}
    mail = OutboxMessage.objects.filter(key__in=[*by_key, *(str(offer.uuid) for offer in offers)])
    sent: dict[str, set[str]] = {}
    for kind, key, version in mail.values_list("kind", "key", "version"):
        sent.setdefault(key, set()).add(kind)
        if kind in _CONFIRMING and key in by_key and version > by_key[key].sequence:
            yield f"{by_key[key].reference} was told of version {version} and is at {by_key[key].sequence}"
    for key, row in by_key.items():
        if row.is_booked and row.contact and not sent.get(key, set()) & set(_CONFIRMING):
            yield f"{row.reference} is booked and was never told"
    for offer in offers:
        if "champions/emails/offered" not in sent.get(str(offer.uuid), set()):
            yield f"{offer.booking.reference} has an offer and was never told"
