"""Whatever people do, and in whatever order, the counter tells the truth and never leaves its bounds."""

from datetime import timedelta

from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from champions import actions
from champions.choices import Description, Kind
from champions.models import Booking, Venue, Workshop

GROUP = st.integers(1, 5)
DEEDS = st.one_of(
    st.tuples(st.just("book"), GROUP, st.booleans()),
    st.tuples(st.just("cancel"), st.integers(0, 40), st.none()),
    st.tuples(st.just("capacity"), st.integers(1, 30), st.none()),
    st.tuples(st.just("close"), st.none(), st.none()),
    st.tuples(st.just("reopen"), st.none(), st.none()),
)


class CapacityRule(TestCase):
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(capacity=st.integers(1, 12), deeds=st.lists(DEEDS, max_size=25))
    def test_the_counter_equals_the_live_bookings_and_stays_between_nothing_and_the_capacity(self, capacity, deeds):
        workshop = self.open_workshop(capacity)
        for number, (deed, value, may_wait) in enumerate(deeds):
            self.do(workshop, number, deed, value, may_wait)

            workshop.refresh_from_db()
            booked = sum(workshop.bookings.booked().values_list("places", flat=True))
            assert 0 <= workshop.seats_taken <= workshop.capacity
            assert workshop.seats_taken == booked
            if workshop.is_open:
                waiting = workshop.bookings.waiting().values_list("places", flat=True)
                assert all(places > workshop.seats_left for places in waiting), "somebody waits beside a free place"

    def open_workshop(self, capacity: int) -> Workshop:
        starts_at = timezone.now() + timedelta(days=10)
        draft = actions.create(
            kind=Kind.LOCAL,
            title="Community workshop",
            venue=Venue.objects.create(name="Rooms", address="Somewhere", area="Lee, SE12"),
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=4),
            facilitating_team="A team",
            capacity=capacity,
        )
        return actions.publish(workshop=draft, by=None)

    def do(self, workshop: Workshop, number: int, deed: str, value, may_wait) -> None:
        try:
            if deed == "book":
                actions.book(
                    workshop=workshop,
                    key=f"key-{number}",
                    name="Somebody",
                    email=f"person{number}@example.org",
                    description=Description.RESIDENT,
                    places=value,
                    may_wait=may_wait,
                )
            elif deed == "cancel":
                bookings = Booking.objects.filter(workshop=workshop)
                if bookings:
                    actions.cancel(booking=bookings[value % len(bookings)])
            elif deed == "capacity":
                actions.change(workshop=workshop, by=None, capacity=value)
            else:
                getattr(actions, deed)(workshop=workshop, by=None)
        except actions.Refused:
            pass
