"""Places are held for 24 hours, until the link in our mail is pressed: nobody books with the address of another."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from champions import actions, links
from champions.models import Booking, Offer
from common import outbox
from common.models import OutboxMessage
from common.sealed import unseal


@pytest.fixture
def held(visit, workshop) -> Booking:
    visitor = visit(workshop)
    visitor.answer()
    visitor.confirm()
    return Booking.objects.with_workshop().get(email="amara@example.org")


def post(address, **data):
    return Client().post(address, data, headers={"Origin": "http://testserver"})


def later(**delta):
    return time_machine.travel(timezone.now() + timedelta(**delta), tick=False)


def text_of(kind: str) -> str:
    return unseal(OutboxMessage.objects.get(kind=f"champions/emails/{kind}").text, purpose=outbox.PURPOSE)


def test_a_hold_counts_as_places_and_says_until_when(held, client):
    page = client.get(links.booking_address(held)).content.decode()

    assert held.is_held
    assert held.workshop.seats_taken == 2
    assert held.confirm_by - held.created == pytest.approx(timedelta(hours=24), abs=timedelta(minutes=2))
    assert "Check your email to confirm" in page
    assert "7 Nowhere Lane" not in page


def test_the_mailed_link_confirms_and_twice_is_harmless(held, client):
    address = re.search(r"http://testserver(/workshops/bookings/\S+/confirm/)", text_of("confirm"))[1]
    assert "Yes, I am coming" in client.get(address).content.decode()
    held.refresh_from_db()
    assert held.is_held

    first, second = post(address), post(address)

    held.refresh_from_db()
    assert first.status_code == second.status_code == 303
    assert held.is_booked
    assert "7 Nowhere Lane" in client.get(first["Location"]).content.decode()
    assert "7 Nowhere Lane" in text_of("booked")
    assert "7 Nowhere Lane" not in text_of("confirm")


def test_the_page_after_booking_cannot_confirm(held, client):
    page = client.get(links.booking_address(held)).content.decode()
    token = links.booking_address(held).rstrip("/").rsplit("/", 1)[1]

    assert "/confirm/" not in page
    assert post(f"/workshops/bookings/{token}/confirm/").status_code == 410


def test_a_hold_that_ran_out_wakes_the_queue(make_workshop, make_booking):
    workshop = make_workshop(capacity=1)
    lapsing = make_booking(workshop, confirmed=False)
    waiting = make_booking(workshop)
    with later(hours=25):
        assert actions.look_at_waiting_lists() == 1
        assert Offer.objects.usable().get().booking == waiting

    lapsing.refresh_from_db()
    workshop.refresh_from_db()
    assert lapsing.state == Booking.State.LAPSED
    assert workshop.seats_taken == 1


def test_places_that_were_not_confirmed_are_free_before_anything_swept_them(make_workshop, make_booking, visit, client):
    workshop = make_workshop(capacity=1)
    make_booking(workshop, confirmed=False)
    with later(hours=25):
        assert "1 place left" in client.get(workshop.get_absolute_url()).content.decode()
        visitor = visit(workshop)
        visitor.answer(places="1")
        visitor.confirm()
        workshop.refresh_from_db()

    assert Booking.objects.get(email="amara@example.org").workshop == workshop
    assert workshop.seats_taken == 1


def test_whoever_confirms_late_gets_the_places_if_they_are_free(held, client):
    with later(hours=30):
        actions.look_at_waiting_lists()
        post(links.confirming_address(held))

    held.refresh_from_db()
    held.workshop.refresh_from_db()
    assert held.is_booked
    assert held.workshop.seats_taken == 2


def test_whoever_confirms_late_is_told_if_others_have_them(make_workshop, make_booking, client):
    workshop = make_workshop(capacity=1)
    lapsing = make_booking(workshop, confirmed=False)
    with later(hours=25):
        make_booking(workshop)
        answer = post(links.confirming_address(lapsing))
        page = client.get(answer["Location"]).content.decode()

    assert "not confirmed in time" in page
    assert "Book again" in page


def test_a_hold_can_be_given_back_and_no_calendar_hears_of_it(held):
    post(links.booking_address(held, "cancel_booking"))

    held.refresh_from_db()
    told = OutboxMessage.objects.get(kind="champions/emails/cancelled")
    assert held.state == Booking.State.CANCELLED
    assert told.attachments == []


def test_whoever_books_again_before_confirming_gets_the_link_again(held, visit, workshop):
    visitor = visit(workshop)
    visitor.answer()

    assert "Check your email" in visitor.confirm().content.decode()
    assert OutboxMessage.objects.filter(kind="champions/emails/confirm").count() == 2


def test_a_cancelled_booking_is_not_confirmed_by_an_old_link(held):
    actions.cancel(booking=held)
    post(links.confirming_address(held))

    held.refresh_from_db()
    assert held.state == Booking.State.CANCELLED


@pytest.mark.parametrize("reference", ["known", "KD7-94MX", "nonsense", "x" * 40])
def test_the_way_back_says_the_same_whether_the_reference_is_known_or_not(held, client, reference):
    reference = held.reference.lower().replace("-", " ") if reference == "known" else reference
    answer = post("/workshops/find-booking/", reference=reference, email="amara@example.org")

    assert answer.status_code == 200
    assert "If that reference and amara@example.org belong together" in answer.content.decode()


def test_the_way_back_is_mailed_to_the_owner_alone(workshop, make_booking):
    booking = make_booking(workshop, email="amara@example.org")
    post("/workshops/find-booking/", reference=booking.reference, email="amara@example.org")
    post("/workshops/find-booking/", reference=booking.reference, email="someone.else@example.org")
    post("/workshops/find-booking/", reference=booking.reference, email="AMARA@example.org")

    assert OutboxMessage.objects.get(kind="champions/emails/way_back").to == "amara@example.org"


def test_the_way_back_costs_the_page_the_same_for_known_and_unknown(workshop, make_booking, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    booking = make_booking(workshop, email="amara@example.org")
    asked = []
    for reference in (booking.reference, "KD7-94MX"):
        with CaptureQueriesContext(connection) as queries:
            post("/workshops/find-booking/", reference=reference, email="amara@example.org")
        asked.append([query["sql"].split()[0] for query in queries])

    assert asked[0] == asked[1]
    assert not OutboxMessage.objects.filter(kind="champions/emails/way_back").exists()


def test_very_many_tries_from_one_address_are_asked_to_wait_and_others_are_not(workshop):
    for _ in range(30):
        assert post("/workshops/find-booking/", reference="KD7-94MX", email="a@example.org").status_code == 200

    refused = post("/workshops/find-booking/", reference="KD7-94MX", email="a@example.org")
    elsewhere = Client(REMOTE_ADDR="192.0.2.7").post(
        "/workshops/find-booking/",
        {"reference": "KD7-94MX", "email": "a@example.org"},
        headers={"Origin": "http://testserver"},
    )

    assert refused.status_code == 429
    assert "Please wait a little" in refused.content.decode()
    assert elsewhere.status_code == 200
