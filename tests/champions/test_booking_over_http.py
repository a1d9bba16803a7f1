"""The whole way, through a real web server with several workers: hundreds of tries from two hundred addresses for
thirty places, with the rate limits on. The control, without the lock, is in test_capacity_under_load.py."""

import os
import time
from collections import Counter

import pytest
from crowd import everybody_presses, serving
from django.db.models import Sum

from champions.models import Offer, Workshop
from common.models import OutboxMessage

# BOOKING_ATTEMPTS=1000 for the full measure; fewer by themselves, so that the tests stay quick.
ATTEMPTS = int(os.environ.get("BOOKING_ATTEMPTS", "300"))
CAPACITY = 30

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def port(tmp_path):
    with serving(tmp_path) as (port, _):
        yield port


def places_promised(workshop: Workshop) -> int:
    return workshop.bookings.seated().aggregate(total=Sum("places", default=0))["total"]


def test_hundreds_of_tries_from_two_hundred_addresses_get_exactly_thirty_places(make_workshop, port):
    workshop = make_workshop(capacity=CAPACITY)

    began = time.monotonic()
    answers = everybody_presses(port, workshop, ATTEMPTS)
    seconds = time.monotonic() - began

    print(f"{ATTEMPTS} tries in {seconds:.1f} s: {ATTEMPTS / seconds:.0f} a second; answers {dict(answers)}")
    workshop.refresh_from_db()
    queue = workshop.bookings.waiting().values_list("queue_number", flat=True)
    mail = Counter(OutboxMessage.objects.values_list("kind", flat=True))
    seated = workshop.bookings.seated().count()
    assert answers == {303: ATTEMPTS}
    assert workshop.seats_taken == places_promised(workshop) == CAPACITY
    assert workshop.bookings.count() == ATTEMPTS
    assert list(queue) == list(range(1, ATTEMPTS - seated + 1))
    assert mail == {"champions/emails/confirm": seated, "champions/emails/waiting": ATTEMPTS - seated}
    assert not Offer.objects.exists()
