"""A place is a promise (rule 10, C1), under load. PostgreSQL alone: SQLite lets one writer in at a time and so
hides the fault. The control takes the lock out and must oversell, or the test above it proves nothing."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection
from django.db.models import Sum

from champions import actions
from champions.choices import Description
from champions.models import Booking, Offer, Workshop
from champions.models.workshop_lists import WorkshopQuerySet

THREADS = 16
ATTEMPTS = 48
CAPACITY = 30
CHECK = next(rule for rule in Workshop._meta.constraints if rule.name == "seats_taken_fit_the_capacity")

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def attempt(workshop: Workshop, number: int, barrier: threading.Barrier) -> str:
    """One of many who press the button at the same moment. Groups of one, two and three."""
    barrier.wait(timeout=30)
    try:
        booking = actions.book(
            workshop=workshop,
            key=f"key-{number}",
            name=f"Person {number}",
            email=f"person{number}@example.org",
            description=Description.RESIDENT,
            places=1 + number % 3,
            may_wait=True,
            confirmed=True,
        )
        return booking.state
    except IntegrityError:
        return "refused by the database"
    finally:
        connection.close()


def everybody_at_once(workshop: Workshop) -> list[str]:
    barrier = threading.Barrier(THREADS)
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(lambda number: attempt(workshop, number, barrier), range(ATTEMPTS)))


def places_promised(workshop: Workshop) -> int:
    """Places that somebody booked, or that are kept for somebody who was asked."""
    offers = Offer.objects.open().filter(booking__workshop=workshop)
    return sum(rows.aggregate(total=Sum("places", default=0))["total"] for rows in (workshop.bookings.seated(), offers))


@pytest.fixture
def without_the_lock(monkeypatch) -> None:
    monkeypatch.setattr(WorkshopQuerySet, "locked", lambda self: self)


@pytest.fixture
def without_the_check(db):
    """The last defence, taken away for one test."""
    with connection.schema_editor() as editor:
        editor.remove_constraint(Workshop, CHECK)
    yield
    Booking.objects.all().delete()
    Workshop.objects.update(seats_taken=0)
    with connection.schema_editor() as editor:
        editor.add_constraint(Workshop, CHECK)


def test_forty_eight_groups_at_once_get_exactly_thirty_places(make_workshop):
    for _ in range(3):
        workshop = make_workshop(capacity=CAPACITY)

        outcomes = everybody_at_once(workshop)

        workshop.refresh_from_db()
        assert workshop.seats_taken == CAPACITY
        assert places_promised(workshop) == CAPACITY
        assert set(outcomes) == {Booking.State.BOOKED, Booking.State.WAITING}
        assert workshop.bookings.count() == ATTEMPTS


def test_those_who_wait_stand_in_the_order_in_which_they_reached_the_lock(make_workshop):
    workshop = make_workshop(capacity=CAPACITY)

    everybody_at_once(workshop)

    queue = list(workshop.bookings.waiting().values_list("queue_number", "created"))
    assert [number for number, _ in queue] == list(range(1, len(queue) + 1))


def test_one_form_sent_many_times_at_once_makes_one_booking(workshop, make_booking):
    barrier = threading.Barrier(8)

    def press(_):
        barrier.wait(timeout=30)
        try:
            return make_booking(workshop, key="same", email="amara@example.org", name="Amara", places=2).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(press, range(8)))

    workshop.refresh_from_db()
    assert len(made) == 1
    assert workshop.seats_taken == 2


def test_places_given_back_while_others_book_are_never_lost_or_doubled(make_workshop, make_booking):
    workshop = make_workshop(capacity=CAPACITY)
    booked = [make_booking(workshop, places=5) for _ in range(6)]
    waiting = [make_booking(workshop, places=1 + number % 3) for number in range(20)]
    barrier = threading.Barrier(6)

    def give_back(booking):
        barrier.wait(timeout=30)
        try:
            actions.cancel(booking=booking)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(give_back, booked))

    workshop.refresh_from_db()
    assert len(waiting) == 20
    assert workshop.seats_taken == places_promised(workshop) == CAPACITY


def test_control_without_lock_and_check_the_same_code_oversells(make_workshop, without_the_lock, without_the_check):
    for _ in range(5):
        workshop = make_workshop(capacity=CAPACITY)

        everybody_at_once(workshop)

        if places_promised(workshop) > CAPACITY:
            return
    pytest.fail("Nothing was oversold without the lock: here the tests above prove nothing.")


def test_the_database_refuses_to_oversell_even_without_the_lock(make_workshop, without_the_lock):
    for _ in range(5):
        workshop = make_workshop(capacity=CAPACITY)

        everybody_at_once(workshop)

        assert places_promised(workshop) <= CAPACITY
