"""The outside check sees every fault that is planted, and none where there is none."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from champions import actions, demo, invariants
from champions.models import Booking, Offer, Workshop
from common.models import OutboxMessage


@pytest.fixture
def busy(make_workshop, make_booking):
    """Booked, held, offered and waiting, all at one workshop, with one place free."""
    workshop = make_workshop(capacity=5)
    booked, leaving = make_booking(workshop, places=2), make_booking(workshop)
    make_booking(workshop, confirmed=False)
    make_booking(workshop, places=2)
    actions.cancel(booking=leaving)
    assert Offer.objects.count() == 1
    make_booking(workshop, places=5)
    workshop.booked = booked
    return workshop


def test_all_is_well(busy, vocabulary):
    demo.load(None)

    assert invariants.faults() == []
    call_command("check_places")


def test_a_hold_that_ran_out_and_was_not_swept_is_no_fault(busy):
    with time_machine.travel(timezone.now() + timedelta(hours=30)):
        assert invariants.faults() == []


PLANTED = {
    "the counter says": lambda: Workshop.objects.update(seats_taken=0),
    "the counter says 5, bookings hold 4": lambda: Booking.objects.booked().filter(places=2).update(places=3),
    "beyond the last one given": lambda: Workshop.objects.update(last_queue_number=0),
    "with queue number None": lambda: Booking.objects.filter(state="waiting").update(queue_number=None),
    "to be confirmed by": lambda: Booking.objects.booked().update(confirm_by=timezone.now()),
    "an offer of 2 is open": lambda: Booking.objects.filter(offers__state="open").update(places=1),
    "is booked and was never told": lambda: OutboxMessage.objects.filter(kind="champions/emails/booked").delete(),
    "has an offer and was never told": lambda: OutboxMessage.objects.filter(kind="champions/emails/offered").delete(),
    "was told of version": lambda: OutboxMessage.objects.filter(kind="champions/emails/booked").update(version=9),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_seen(busy, fault):
    PLANTED[fault]()

    with pytest.raises(CommandError) as stopped:
        call_command("check_places")
    assert fault in str(stopped.value)
    assert busy.slug in str(stopped.value)
