"""Whatever people do, and in whatever order, the counter tells the truth and never leaves its bounds."""

from contextlib import suppress
from datetime import timedelta

import time_machine
from django.db.models import Sum
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from champions import actions
from champions.choices import Description, Kind
from champions.models import Booking, Offer, Venue, Workshop

GROUP = st.integers(1, 5)
ANY = st.integers(0, 1000)


def total(rows) -> int:
    return rows.aggregate(total=Sum("places"))["total"] or 0


class TwoWorkshops(RuleBasedStateMachine):
    """People book, confirm, wait, answer, change, move and leave at two workshops, while time passes."""

    @initialize(capacity=st.integers(1, 12))
    def begin(self, capacity):
        for model in (Booking, Workshop):
            model.objects.all().delete()
        self.clock = time_machine.travel(timezone.now(), tick=False)
        self.clock.start()
        self.number = 0
        venue = Venue.objects.create(name="Rooms", address="Somewhere", area="Lee, SE12")
        self.workshops = [self.open_workshop(venue, capacity), self.open_workshop(venue, 6)]

    def open_workshop(self, venue: Venue, capacity: int) -> Workshop:
        starts_at = timezone.now() + timedelta(days=20)
        draft = actions.create(
            kind=Kind.LOCAL,
            title="Community workshop",
            venue=venue,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=4),
            facilitating_team="A team",
            capacity=capacity,
        )
        return actions.publish(workshop=draft, by=None)

    def teardown(self):
        if hasattr(self, "clock"):
            self.clock.stop()

    def one_of(self, rows, number: int):
        found = list(rows.order_by("pk"))
        return found[number % len(found)] if found else None

    @rule(places=GROUP, may_wait=st.booleans(), confirmed=st.booleans(), which=st.booleans())
    def book(self, places, may_wait, confirmed, which):
        self.number += 1
        with suppress(actions.Refused):
            actions.book(
                workshop=self.workshops[which],
                key=f"key-{self.number}",
                name="Somebody",
                email=f"person{self.number}@example.org",
                description=Description.RESIDENT,
                places=places,
                may_wait=may_wait,
                confirmed=confirmed,
            )

    @precondition(lambda self: Booking.objects.exists())
    @rule(deed=st.sampled_from([actions.cancel, actions.confirm]), number=ANY)
    def cancel_or_confirm(self, deed, number):
        with suppress(actions.Refused):
            deed(booking=self.one_of(Booking.objects, number))

    @precondition(lambda self: Booking.objects.exists())
    @rule(number=ANY, places=GROUP)
    def change_places(self, number, places):
        with suppress(actions.Refused):
            actions.change_places(booking=self.one_of(Booking.objects, number), places=places)

    @precondition(lambda self: Booking.objects.exists())
    @rule(number=ANY, which=st.booleans())
    def move(self, number, which):
        with suppress(actions.Refused):
            actions.move_booking(booking=self.one_of(Booking.objects, number), to=self.workshops[which])

    @precondition(lambda self: Offer.objects.exists())
    @rule(deed=st.sampled_from([actions.claim, actions.decline]), number=ANY)
    def answer(self, deed, number):
        with suppress(actions.Refused):
            deed(offer=self.one_of(Offer.objects, number))

    @rule(capacity=st.integers(1, 30))
    def change_capacity(self, capacity):
        with suppress(actions.Refused):
            actions.change(workshop=self.workshops[0], by=None, capacity=capacity)

    @rule(deed=st.sampled_from([actions.close, actions.reopen]))
    def close_or_reopen(self, deed):
        deed(workshop=self.workshops[0], by=None)

    @rule(hours=st.sampled_from([1, 13, 25, 49]))
    def time_passes(self, hours):
        self.clock.stop()
        self.clock = time_machine.travel(timezone.now() + timedelta(hours=hours), tick=False)
        self.clock.start()

    @rule()
    def sweep(self):
        actions.look_at_waiting_lists()

    @invariant()
    def the_counter_is_what_was_promised(self):
        for workshop in Workshop.objects.with_places():
            promised = total(workshop.bookings.seated()) + total(
                Offer.objects.open().filter(booking__workshop=workshop)
            )
            assert workshop.seats_taken == promised
            assert 0 <= workshop.seats_taken <= workshop.capacity
            assert workshop.seats_left >= 0

    @invariant()
    def an_offer_holds_what_its_booking_asks_for(self):
        for offer in Offer.objects.open().select_related("booking"):
            assert offer.booking.is_waiting
            assert offer.places == offer.booking.places

    @invariant()
    def nobody_is_kept_waiting_beside_a_free_place_once_the_sweep_has_run(self):
        if Workshop.objects.with_something_due().exists():
            return
        for workshop in Workshop.objects.with_places():
            unasked = workshop.bookings.waiting().without_offer()
            if workshop.is_open:
                assert all(booking.places > workshop.seats_left for booking in unasked)


class CapacityRule(TestCase):
    def test_the_counter_equals_what_was_promised_whatever_people_do(self):
        run_state_machine_as_test(
            TwoWorkshops,
            settings=settings(
                max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
            ),
        )
