"""Two people to keep apart press the button at the same moment. The control without the lock lets both come in."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from champions import actions
from champions.choices import Description
from champions.models import Workshop
from champions.models.workshop_lists import WorkshopQuerySet

PAIR = ("ada@example.org", "bo@example.org")
ROUNDS = 12

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def both_at_once(workshop: Workshop) -> int:
    """How many of the two have places afterwards."""
    barrier = threading.Barrier(len(PAIR))

    def press(email: str) -> None:
        try:
            barrier.wait(timeout=30)
            actions.book(
                workshop=workshop, key=email, name="Somebody", email=email, description=Description.RESIDENT, places=1
            )
        except actions.NotThisDate:
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(len(PAIR)) as pool:
        list(pool.map(press, PAIR))
    return workshop.bookings.promised().count()


@pytest.fixture
def rounds(make_workshop) -> list[Workshop]:
    actions.keep_apart(one=PAIR[0], other=PAIR[1], by=None)
    return [make_workshop() for _ in range(ROUNDS)]


def test_one_of_them_comes_in_and_the_other_waits(rounds):
    assert [both_at_once(workshop) for workshop in rounds] == [1] * ROUNDS


def test_control_without_the_lock_both_come_in(rounds, monkeypatch):
    monkeypatch.setattr(WorkshopQuerySet, "locked", lambda self: self)

    assert max(both_at_once(workshop) for workshop in rounds) == 2
