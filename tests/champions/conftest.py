"""Workshops and bookings to begin a test with, and a visitor who books as people do: page by page."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from champions import actions, links
from champions.choices import Description, Kind, RoleKind, RoleType, Setting
from champions.models import Booking, Champion, Venue, Workshop
from champions.promise import CURRENT_VERSION

STATE = re.compile(r'name="state" value="([^"]+)"')


@pytest.fixture
def make_venue(db) -> Callable[..., Venue]:
    def make(**overrides) -> Venue:
        fields = {
            "name": "Bellingham Rooms",
            "address": "7 Nowhere Lane\nLondon SE6 9ZZ",
            "area": "Bellingham, SE6",
            "step_free": True,
            "hearing_loop": True,
            "getting_in": "Ring the green bell.",
        }
        return Venue.objects.create(**fields | overrides)

    return make


@pytest.fixture
def make_workshop(make_venue) -> Callable[..., Workshop]:
    """A workshop in two weeks that is open for booking; `state` and every other field can be given."""
    count = iter(range(1000))

    def make(**overrides) -> Workshop:
        starts_at = overrides.get("starts_at", (timezone.now() + timedelta(days=14)).replace(microsecond=0))
        fields = {
            "slug": f"workshop-{next(count)}",
            "kind": Kind.LOCAL,
            "title": "Community champions workshop, Bellingham",
            "summary": "Four hours that leave you ready to talk.",
            "starts_at": starts_at,
            "ends_at": starts_at + timedelta(hours=4),
            "facilitating_team": "Crime Reduction Team",
            "state": Workshop.State.OPEN,
            "booking_opens_at": starts_at - timedelta(days=60),
        }
        if "venue" not in overrides:
            fields["venue"] = make_venue()
        return actions.create(**fields | overrides)

    return make


@pytest.fixture
def workshop(make_workshop) -> Workshop:
    return make_workshop()


@pytest.fixture
def make_booking(db) -> Callable[..., Booking]:
    """A booking by the real action: confirmed, or waiting if it does not fit."""
    count = iter(range(1000))

    def make(workshop: Workshop, **overrides) -> Booking:
        number = next(count)
        fields = {
            "key": f"key-{number}",
            "name": f"Person {number}",
            "email": f"person{number}@example.org",
            "description": {Kind.LOCAL: Description.PARENT, Kind.PRACTITIONER: Description.TEACHER}.get(
                Kind(workshop.kind), Description.HAS_ATTENDED
            ),
            "places": 1,
            "may_wait": True,
            "confirmed": True,
        }
        return actions.book(workshop=workshop, **fields | overrides)

    return make


@pytest.fixture
def begin(db) -> Callable[..., Workshop]:
    """Let time pass until a workshop has begun."""

    def let_it_begin(workshop: Workshop) -> Workshop:
        starts_at = timezone.now() - timedelta(hours=1)
        Workshop.objects.filter(pk=workshop.pk).update(
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=4),
            booking_closes_at=starts_at - timedelta(hours=2),
        )
        workshop.refresh_from_db()
        return workshop

    return let_it_begin


@pytest.fixture
def trainer(make_user):
    user = make_user("trainer@example.org")
    actions.start_role(user=user, kind=RoleKind.TRAINER)
    return user


class Visitor:
    """Somebody without an account, at the booking form of one workshop."""

    def __init__(self, workshop: Workshop) -> None:
        self.client = Client()
        self.address = f"/workshops/{workshop.slug}/book/"
        self.state = ""

    def post(self, **data):
        """Send the form on the screen, with its hidden state, as the browser would."""
        posted = {"state": self.state, **data} if self.state else data
        response = self.client.post(self.address, posted, headers={"Origin": "http://testserver"})
        if found := STATE.search(response.content.decode()):
            self.state = found[1]
        return response

    def answer(self, **answers):
        """Go as far as "Check your answers"; pass `is_adult`, `description`, `places`, `name` or `email` to differ."""
        given = {
            "is_adult": "yes",
            "description": Description.PARENT.value,
            "places": "2",
            "name": "Amara",
            "email": "amara@example.org",
        } | answers
        self.post(step="age", is_adult=given["is_adult"])
        self.post(step="description", description=given["description"])
        self.post(step="places", places=given["places"])
        return self.post(step="contact", name=given["name"], email=given["email"])

    def confirm(self, **data):
        """Say yes, after as long as a person takes."""
        with time_machine.travel(timezone.now() + timedelta(seconds=30)):
            return self.post(step="check", **data)


@pytest.fixture
def confirm(db) -> Callable[[str], Booking]:
    """Press the link in the mail to that address, as its reader would."""

    def press(email: str) -> Booking:
        booking = Booking.objects.held().by_email(email).get()
        Client().post(links.confirming_address(booking), headers={"Origin": "http://testserver"})
        booking.refresh_from_db()
        return booking

    return press


@pytest.fixture
def visit() -> Callable[[Workshop], Visitor]:
    return Visitor


@pytest.fixture
def make_champion(make_user) -> Callable[..., Champion]:
    """Somebody in the network since today; every field of the champion can be given."""

    def make(email: str, first_name: str = "", **fields) -> Champion:
        user = make_user(email, first_name=first_name)
        joined = fields.get("promise_agreed_on", timezone.localdate())
        actions.start_role(user=user, kind=RoleKind.CHAMPION, on=joined)
        about = {"role_type": RoleType.TRUSTED_ADULT, "setting": Setting.SHOP, "promise_version": CURRENT_VERSION}
        return Champion.objects.create(user=user, **{"promise_agreed_on": joined} | about | fields)

    return make
