"""A full workshop: the waiting list, with nothing retyped, in order, whole groups at a time."""

from champions import actions
from champions.models import Booking
from common.models import OutboxMessage


def states(workshop) -> list[tuple[str, str]]:
    return list(workshop.bookings.order_by("pk").values_list("name", "state"))


def test_the_last_place_goes_to_one_and_the_other_is_offered_the_waiting_list_with_nothing_retyped(
    visit, make_workshop, make_booking
):
    workshop = make_workshop(capacity=2)
    visitor = visit(workshop)
    visitor.answer(places="2")
    make_booking(workshop, name="Faster", places=1)

    refused = visitor.confirm().content.decode()
    accepted = visitor.confirm(wait="yes")
    page = visitor.client.get(accepted["Location"]).content.decode()

    assert "The places have just gone" in refused
    assert "There is only 1 place left now" in refused
    assert "You are on the waiting list" in page
    assert states(workshop) == [("Faster", "booked"), ("Amara", "waiting")]


def test_nothing_is_booked_while_the_waiting_list_is_offered(visit, make_workshop, make_booking):
    workshop = make_workshop(capacity=1)
    visitor = visit(workshop)
    visitor.answer(places="1")
    make_booking(workshop)
    visitor.confirm()

    assert Booking.objects.count() == 1


def test_the_group_that_does_not_fit_can_book_fewer_places(visit, make_workshop, make_booking):
    workshop = make_workshop(capacity=4)
    make_booking(workshop, places=1)
    visitor = visit(workshop)
    checked = visitor.answer(places="5").content.decode()
    visitor.post(show="places")
    visitor.post(step="places", places="3")
    visitor.confirm()

    workshop.refresh_from_db()
    assert "Join the waiting list" in checked
    assert workshop.seats_taken == 4


def test_somebody_who_joins_the_list_as_a_place_opens_gets_the_place(visit, make_workshop, make_booking):
    workshop = make_workshop(capacity=1)
    booking = make_booking(workshop)
    visitor = visit(workshop)
    visitor.answer(places="1")
    actions.cancel(booking=booking)
    visitor.confirm(wait="yes")

    assert Booking.objects.get(email="amara@example.org").is_held


def test_leaving_the_list_frees_no_place_and_is_confirmed(make_workshop, make_booking):
    workshop = make_workshop(capacity=1)
    make_booking(workshop)
    waiting = make_booking(workshop)

    actions.cancel(booking=waiting)

    workshop.refresh_from_db()
    assert workshop.seats_taken == 1
    assert OutboxMessage.objects.filter(kind="champions/emails/left_waiting_list", to=waiting.email).count() == 1
