"""Bookings of one workshop that everybody wants: how many a second, beside the same request without the booking."""

from datetime import timedelta
from urllib.parse import urlencode

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from servers import Figures, Request, Server

from champions import actions
from champions.choices import Kind
from champions.journey import FORM, Journey
from champions.models import Booking, Venue, Workshop
from common import form_state

PLACES, TRIES, CLIENTS = 30, 200, 16


def a_workshop() -> Workshop:
    starts = timezone.now() + timedelta(days=30)
    venue, _ = Venue.objects.get_or_create(name="A hall", defaults={"address": "A street", "area": "Catford, SE6"})
    fields = {"kind": Kind.LOCAL, "title": "A workshop", "venue": venue, "facilitating_team": "A team"}
    times = {"starts_at": starts, "ends_at": starts + timedelta(hours=4), "booking_opens_at": timezone.now()}
    workshop = actions.create(**fields, **times, capacity=PLACES)
    return actions.publish(workshop=workshop, by=None)


def presses(workshop: Workshop, tries: int = TRIES) -> list[Request]:
    """The last page of the form, filled in by so many people from two hundred addresses."""
    return [_press(workshop, number) for number in range(tries)]


def _press(workshop: Workshop, number: int) -> Request:
    journey = Journey.begin(workshop)
    journey.state |= {"key": f"key-{number}", "began": journey.state["began"] - 60}
    who = {"name": f"Person {number}", "email": f"person{number}@example.org"}
    journey.answers.update(is_adult="yes", description="parent", places=1, **who)
    state = form_state.pack(journey.state, form=FORM)
    address = f"198.51.{number % 200 // 100}.{number % 100 + 1}"
    return Request(
        f"/workshops/{workshop.slug}/book/",
        urlencode({"step": "check", "wait": "yes", "state": state}).encode(),
        {"Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": address},
    )


def sell(server: Server) -> tuple[Figures, int]:
    """Everybody presses at once. What it cost, and how many places were promised."""
    workshop = a_workshop()
    # One booking is there already, for the server that books nothing and answers with it.
    first = {"key": "first", "name": "First", "email": "first@example.org", "description": "parent", "places": 1}
    actions.book(workshop=workshop, **first, confirmed=True)
    figures = server.run(presses(workshop), CLIENTS)
    return figures, workshop.bookings.seated().count()


def remember(how_many: int) -> None:
    """Fill the tables with bookings of workshops that are over."""
    began = timezone.now() - timedelta(days=365)
    venue = Venue.objects.get(name="A hall")
    rows = Workshop.objects.bulk_create(
        Workshop(
            slug=f"past-{how_many}-{number}", title="Over", venue=venue, state=Workshop.State.DONE, starts_at=began,
            ends_at=began + timedelta(hours=4), booking_closes_at=began, seats_taken=PLACES,
        )
        for number in range(how_many // PLACES + 1)
    )  # fmt: skip
    Booking.objects.bulk_create(
        (
            Booking(
                workshop=rows[number // PLACES], reference=f"P{number}", idempotency_key=str(number), name="Past",
                how_described="parent",
                email=f"past{number}@example.org", state=Booking.State.BOOKED, confirmed_at=began,
            )
            for number in range(how_many)
        ),
        batch_size=5000,
    )  # fmt: skip


def take_the_last_defence_away() -> None:
    """The database refuses a place too many by itself. For the control, it must not. The database is thrown away."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE champions_workshop DROP CONSTRAINT seats_taken_fit_the_capacity")


def statements() -> tuple[int, int]:
    """SQL statements of the first page of the form, and of the POST that books."""
    workshop, browser = a_workshop(), Client()
    press = _press(workshop, 1)
    with CaptureQueriesContext(connection) as form:
        browser.get(press.path)
    with CaptureQueriesContext(connection) as post:
        browser.post(
            press.path, press.body.decode(), content_type="application/x-www-form-urlencoded",
            headers={"Origin": "http://testserver"},
        )  # fmt: skip
    assert workshop.bookings.count() == 1, "The measured POST booked nothing."
    return len(form), len(post)
