"""The demo content shows every state of a workshop, says that it is demo content, and can be loaded again."""

import pytest

from accounts.models import User
from champions import demo
from champions.answers import results
from champions.choices import Kind
from champions.models import Booking, Champion, TrainingRecord, Venue, Workshop
from champions.permissions import can_mark_attendance, is_active_champion, is_active_facilitator


@pytest.fixture
def loaded(vocabulary) -> None:
    demo.load(None)


def counts() -> list[int]:
    return [model.objects.count() for model in (Workshop, Booking, TrainingRecord, Champion, Venue, User)]


def test_loading_it_again_changes_nothing(loaded):
    before = counts()
    demo.load(None)

    assert counts() == before


def test_every_state_can_be_seen(loaded):
    states = {
        workshop.slug: (workshop.seats_left, workshop.bookings.waiting().count()) for workshop in Workshop.objects.all()
    }

    assert states["demo-catford-saturday"] == (7, 0)
    assert states["demo-downham-full"] == (0, 2)
    assert {workshop.kind for workshop in Workshop.objects.upcoming()} >= {Kind.LOCAL, Kind.PRACTITIONER}
    assert Workshop.objects.filter(state=Workshop.State.DONE).count() == 3
    assert Workshop.objects.get(slug="demo-downham-now").is_open_for_sign_in
    assert results().events == 3


def test_the_demo_people_hold_their_roles(loaded):
    people = {name: User.objects.get(email=f"{name}@demo.example") for name in ("champion", "facilitator", "trainer")}

    assert is_active_champion(people["champion"])
    assert is_active_facilitator(people["facilitator"])
    assert can_mark_attendance(people["trainer"])
    assert not is_active_facilitator(people["champion"])


def test_it_says_that_it_is_demo_content(loaded, client):
    page = client.get("/workshops/demo-catford-saturday/").content.decode()

    assert "This is a demo workshop" in page
    assert not Workshop.objects.exclude(is_demo=True).exists()
