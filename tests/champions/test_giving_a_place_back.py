"""Cancelling by the personal link (C7), and links that are changed, cut or too old."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from champions import actions, links
from champions.models import Workshop
from common.models import OutboxMessage
from common.sealed import seal


@pytest.fixture
def booking(workshop, make_booking):
    return make_booking(workshop, places=3)


def post(client, address):
    return client.post(address, headers={"Origin": "http://testserver"})


def test_opening_the_link_cancels_nothing_because_mail_scanners_follow_links(client, booking):
    page = client.get(links.booking_address(booking, "cancel_booking"))

    booking.refresh_from_db()
    assert "Cancel your booking?" in page.content.decode()
    assert booking.is_booked


def test_cancelling_frees_the_places_and_twice_is_harmless(client, booking):
    address = links.booking_address(booking, "cancel_booking")

    first, second = post(client, address), post(client, address)

    booking.refresh_from_db()
    booking.workshop.refresh_from_db()
    assert first.status_code == second.status_code == 303
    assert "Your booking is cancelled" in client.get(first["Location"]).content.decode()
    assert booking.workshop.seats_taken == 0
    assert OutboxMessage.objects.filter(kind="champions/emails/cancelled").count() == 1


def test_it_is_too_late_once_the_workshop_has_begun(client, booking, begin):
    begin(booking.workshop)
    answer = post(client, links.booking_address(booking, "cancel_booking"))

    booking.refresh_from_db()
    assert "too late to cancel" in answer.content.decode()
    assert booking.is_booked


@pytest.mark.parametrize("page", ["", "cancel/", "calendar.ics"])
def test_a_changed_link_gets_help(client, booking, page):
    address = links.booking_address(booking)
    for broken in (address[:-10] + "/", "/workshops/bookings/x/", address[:40] + "AAAA" + address[44:]):
        response = client.get(broken + page)

        assert response.status_code == 410
        assert "This link does not work any more" in response.content.decode()


@pytest.mark.parametrize("secret", ["not a uuid", 7, None, ["x"], {"a": 1}, "0" * 32])
def test_a_link_that_names_no_booking_gets_help(client, db, secret):
    response = client.get(f"/workshops/bookings/{seal(secret, purpose='champions:booking')}/")

    assert response.status_code == 410


def test_a_link_stops_working_a_month_after_the_workshop(client, booking):
    address = links.booking_address(booking)
    with time_machine.travel(booking.workshop.ends_at + timedelta(days=29)):
        assert client.get(address).status_code == 200
    with time_machine.travel(booking.workshop.ends_at + timedelta(days=31)):
        assert client.get(address).status_code == 410


def test_a_posted_broken_link_gets_help_too(client, db):
    assert post(client, "/workshops/bookings/x/cancel/").status_code == 410


def test_another_site_cannot_cancel(client, booking):
    address = links.booking_address(booking, "cancel_booking")
    response = client.post(address, headers={"Origin": "https://elsewhere.example"})

    booking.refresh_from_db()
    assert response.status_code == 403
    assert booking.is_booked


def test_the_link_leaves_the_site_with_nobody(client, booking):
    assert client.get(links.booking_address(booking))["Referrer-Policy"] == "same-origin"


def test_a_workshop_called_off_tells_everybody_and_frees_every_place(make_workshop, make_booking):
    workshop = make_workshop(capacity=1)
    booked, waiting = make_booking(workshop), make_booking(workshop)

    actions.call_off(workshop=workshop, by=None)
    actions.call_off(workshop=workshop, by=None)

    workshop.refresh_from_db()
    told = OutboxMessage.objects.filter(kind="champions/emails/called_off")
    assert (workshop.state, workshop.seats_taken) == (Workshop.State.CANCELLED, 0)
    assert {message.to: bool(message.attachments) for message in told} == {booked.email: True, waiting.email: False}


def test_the_page_of_a_workshop_called_off_says_so(client, workshop):
    actions.call_off(workshop=workshop, by=None)

    assert "This workshop is called off" in client.get(workshop.get_absolute_url()).content.decode()
    assert timezone.now() < workshop.starts_at
