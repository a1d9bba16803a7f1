"""An adult books without an account (C2, C5, C6, C9)."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from champions import actions
from champions.models import Booking
from common.models import OutboxMessage


@pytest.fixture
def confirmed(visit, workshop):
    """Amara has booked two places; the answer to her last "yes"."""
    visitor = visit(workshop)
    visitor.answer()
    return visitor.confirm()


def test_an_adult_books_two_places_and_gets_reference_address_calendar_and_a_way_out(client, confirmed, confirm):
    assert Booking.objects.get().reference in client.get(confirmed["Location"]).content.decode()

    booking = confirm("amara@example.org")

    page = client.get(confirmed["Location"]).content.decode()
    assert confirmed.status_code == 303
    assert (booking.name, booking.email, booking.places, booking.state) == ("Amara", "amara@example.org", 2, "booked")
    assert booking.workshop.seats_taken == 2
    assert booking.reference in page
    assert "7 Nowhere Lane" in page
    assert "calendar.ics" in page
    assert "Cancel this booking" in page


def test_booking_takes_six_screens_at_most(visit, workshop):
    visitor = visit(workshop)
    screens = ["age"]
    for data in (
        {"step": "age", "is_adult": "yes"},
        {"step": "description", "description": "parent"},
        {"step": "places", "places": "1"},
        {"step": "contact", "name": "Ben", "email": "ben@example.org"},
    ):
        page = visitor.post(**data).content.decode()
        screens.append(re.search(r'name="step" value="(\w+)"', page)[1])
    visitor.confirm()
    screens.append("confirmation")

    assert screens == ["age", "description", "places", "contact", "check", "confirmation"]


def test_the_confirmation_is_mailed_with_a_calendar_file(visit, workshop, confirm, django_capture_on_commit_callbacks):
    visitor = visit(workshop)
    visitor.answer()
    with django_capture_on_commit_callbacks(execute=True):
        visitor.confirm()
        confirm("amara@example.org")

    _please_confirm, message = mail.outbox
    booking = Booking.objects.get()
    part = message.message().get_payload()[-1]
    assert message.to == ["amara@example.org"]
    assert booking.reference in message.body
    assert "7 Nowhere Lane" in message.body
    assert "/workshops/bookings/" in message.body
    assert part.get_content_type() == "text/calendar"
    assert (part.get_param("method"), part.get_param("charset")) == ("REQUEST", "utf-8")
    assert part.get_filename() == "booking.ics"


def test_the_mail_is_stored_with_the_booking_and_its_link_is_sealed(confirmed):
    message = OutboxMessage.objects.get()

    assert message.secret
    assert "/workshops/bookings/" not in message.text


def test_sending_the_form_twice_makes_one_booking(visit, workshop):
    visitor = visit(workshop)
    visitor.answer()
    last_page = visitor.state
    first = visitor.confirm()
    visitor.state = last_page
    second = visitor.confirm()

    assert Booking.objects.count() == 1
    assert OutboxMessage.objects.count() == 1
    assert first.status_code == second.status_code == 303


def test_refreshing_the_confirmation_changes_nothing(client, confirmed):
    for _ in range(3):
        assert client.get(confirmed["Location"]).status_code == 200

    assert Booking.objects.count() == 1
    assert Booking.objects.get().workshop.seats_taken == 2


def test_the_form_reads_nothing_from_and_leaves_nothing_in_the_browser(visit, workshop):
    visitor = visit(workshop)
    visitor.answer()
    visitor.confirm()

    assert not visitor.client.cookies


def test_what_was_answered_can_be_changed_before_the_last_yes(visit, workshop):
    visitor = visit(workshop)
    visitor.answer()

    asked_again = visitor.post(show="contact").content.decode()
    checked = visitor.post(step="contact", name="Amara Okafor", email="a.okafor@example.org").content.decode()
    visitor.confirm()

    assert 'value="amara@example.org"' in asked_again
    assert "a.okafor@example.org" in checked
    assert Booking.objects.get().name == "Amara Okafor"


def test_nothing_is_stored_before_the_last_yes(visit, workshop):
    visit(workshop).answer()

    assert not Booking.objects.exists()
    assert not OutboxMessage.objects.exists()


def test_no_answer_stands_readable_in_the_page_before_it_is_checked(visit, workshop):
    visitor = visit(workshop)
    visitor.answer()
    page = visitor.post(show="places").content.decode()

    assert "amara@example.org" not in page


def test_one_person_books_one_workshop_once(visit, workshop, make_booking):
    make_booking(workshop, email="AMARA@example.org", places=1)
    visitor = visit(workshop)
    visitor.answer()
    answer = visitor.confirm()

    assert answer.status_code == 200
    assert "Check your email" in answer.content.decode()
    assert Booking.objects.count() == 1
    # Whoever filled the form in sees nothing of the booking; its owner gets it by mail.
    assert Booking.objects.get().reference not in answer.content.decode()
    assert OutboxMessage.objects.filter(kind="champions/emails/booked_already").count() == 1


def test_somebody_who_cancelled_can_book_again(visit, workshop, make_booking):
    actions.cancel(booking=make_booking(workshop, email="amara@example.org"))
    visitor = visit(workshop)
    visitor.answer()
    visitor.confirm()

    workshop.refresh_from_db()
    assert workshop.seats_taken == 2
    assert len({booking.uuid for booking in Booking.objects.all()}) == 2


def test_a_workshop_that_was_moved_meanwhile_is_shown_again_before_the_yes(visit, workshop):
    visitor = visit(workshop)
    visitor.answer()
    later = workshop.starts_at + timedelta(days=7)
    actions.change(workshop=workshop, by=None, starts_at=later, ends_at=later + timedelta(hours=4))
    answer = visitor.confirm()

    assert "has changed since you began" in answer.content.decode()
    assert not Booking.objects.exists()
    assert visitor.confirm().status_code == 303


def test_a_workshop_that_closed_meanwhile_is_refused_in_words(visit, workshop):
    visitor = visit(workshop)
    visitor.answer()
    actions.close(workshop=workshop, by=None)
    answer = visitor.confirm()

    assert "Booking is closed" in answer.content.decode()
    assert not Booking.objects.exists()


def test_the_form_may_be_kept_by_the_browser_and_by_nothing_else(visit, workshop, client, confirmed):
    form = visit(workshop).answer()

    assert "private" in form["Cache-Control"]
    assert "no-store" in client.get(confirmed["Location"])["Cache-Control"]
    assert client.get(confirmed["Location"])["X-Robots-Tag"] == "noindex"


def test_another_site_cannot_send_the_form(workshop):
    response = Client().post(
        f"/workshops/{workshop.slug}/book/", {"step": "age"}, headers={"Origin": "https://elsewhere.example"}
    )

    assert response.status_code == 403


def test_the_form_and_its_last_yes_cost_few_queries(visit, workshop, django_assert_max_num_queries):
    visitor = visit(workshop)
    with django_assert_max_num_queries(3):
        visitor.client.get(visitor.address)
    visitor.answer()
    with django_assert_max_num_queries(15):
        visitor.confirm()
