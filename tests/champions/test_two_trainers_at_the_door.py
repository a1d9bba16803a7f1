"""Two trainers, two phones, one room: nobody is counted twice and no more are let in than it holds. PostgreSQL alone,
because SQLite lets one writer in at a time and so hides the fault."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection
from django.utils import timezone

from champions import actions
from champions.models import TrainingRecord
from champions.models.workshop_lists import WorkshopQuerySet

THREADS = 8

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def at_once(act, number: int = THREADS) -> list[str]:
    """Do `act(0)`, `act(1)`, ... at the same moment; what became of each."""
    barrier = threading.Barrier(number)

    def one(index: int) -> str:
        barrier.wait(timeout=30)
        try:
            act(index)
            return "done"
        except (actions.Refused, IntegrityError) as refused:
            return type(refused).__name__
        finally:
            connection.close()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(one, range(number)))


@pytest.fixture
def day(make_workshop, make_booking, begin):
    workshop = make_workshop(capacity=5)
    make_booking(workshop)
    return begin(workshop)


def test_one_code_in_front_of_eight_phones_signs_in_once(day):
    reference = day.bookings.get().reference
    outcomes = at_once(lambda index: actions.check_in(workshop=day, reference=reference, by=None))

    assert outcomes == ["done"] * THREADS
    assert TrainingRecord.objects.count() == 1


def walk_in(workshop):
    return lambda index: actions.add_attendee(workshop=workshop, name=f"Person {index}", email="", by=None)


def test_eight_people_at_five_places_are_five(day):
    outcomes = at_once(walk_in(day))

    assert sorted(outcomes) == ["RoomFull"] * 3 + ["done"] * 5
    assert TrainingRecord.objects.count() == 5


def test_without_the_lock_there_would_be_more(day, monkeypatch):
    """The control: if this fails, the test above proves nothing."""
    monkeypatch.setattr(WorkshopQuerySet, "locked", lambda self: self)
    most = 0
    for _ in range(10):
        TrainingRecord.objects.all().delete()
        at_once(walk_in(day))
        most = max(most, TrainingRecord.objects.count())

    assert most > 5


def test_everybody_answers_at_once_and_every_answer_counts(make_workshop):
    workshop = make_workshop(starts_at=timezone.now() + timedelta(days=1))
    outcomes = at_once(
        lambda index: actions.count_answers(workshop=workshop, moment="before", answers={"trust": "a_lot"})
    )

    assert outcomes == ["done"] * THREADS
    assert workshop.answer_counts.get(statement="trust", answer="a_lot").number == THREADS
