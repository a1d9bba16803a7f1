"""A reference is short enough to read out on the phone, so two people can draw the same one."""

import pytest
from django.db import IntegrityError

from champions import actions
from champions.models import Booking, Workshop
from common import codes


@pytest.fixture
def draw(monkeypatch):
    """The references that come next."""

    def draw_these(*references: str) -> None:
        coming = iter(references)
        monkeypatch.setattr(codes, "new", lambda groups: next(coming))

    return draw_these


def test_somebody_who_draws_a_taken_reference_gets_another_one(workshop, make_booking, draw):
    draw("KD7-94MX", "KD7-94MX", "KD7-94MX", "KD7-94MW")

    first, second = make_booking(workshop), make_booking(workshop, places=2)

    workshop.refresh_from_db()
    assert [first.reference, second.reference] == ["KD7-94MX", "KD7-94MW"]
    assert second.is_booked
    assert workshop.seats_taken == 3


def test_a_reference_may_be_taken_at_another_workshop(make_workshop, make_booking, draw):
    draw("KD7-94MX", "KD7-94MX", "KD7-94MW")

    make_booking(make_workshop())

    assert make_booking(make_workshop()).reference == "KD7-94MW"


def test_staff_who_book_for_somebody_get_another_one_too(workshop, make_booking, draw):
    draw("KD7-94MX", "KD7-94MX", "KD7-94MW")
    make_booking(workshop)

    added = actions.add_booking(workshop=workshop, by=None, name="Ben", description="parent", places=1)

    assert added.reference == "KD7-94MW"


def test_any_other_refusal_of_the_database_is_no_reason_to_try_again(workshop, make_booking, monkeypatch):
    make_booking(workshop, email="amara@example.org")
    sees_nobody = "champions.models.bookings.BookingQuerySet.of_form_or_contact"
    monkeypatch.setattr(sees_nobody, lambda self, key, contact: self.none())

    with pytest.raises(IntegrityError):
        make_booking(workshop, email="amara@example.org")

    assert Booking.objects.count() == 1
    assert Workshop.objects.get().seats_taken == 1
