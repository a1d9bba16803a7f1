"""A mail that did not arrive is never sent again: staff send a fresh link, and nobody reads the old one."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.roles import Role
from champions import actions, links
from champions.models import Booking, Invitation, Offer, TrainingRecord
from common.models import AuditEntry, OutboxMessage
from common.sealed import unseal

State = OutboxMessage.State


@pytest.fixture
def browser(signed_in, staff):
    return signed_in(staff(Role.COORDINATOR))


@pytest.fixture
def press(browser):
    """The button beside a booking."""

    def send(booking: Booking):
        address = f"/workspace/workshops/{booking.workshop.slug}/bookings/{booking.reference}/send/"
        return browser.post(address, follow=True)

    return send


def mails(kind: str):
    return OutboxMessage.objects.filter(kind=f"champions/emails/{kind}").order_by("pk")


def test_somebody_who_booked_gets_a_fresh_link_that_opens_their_booking(workshop, make_booking, press, client):
    booking = make_booking(workshop, name="Amara", email="amara@example.org")
    mails("booked").update(state=State.FAILED)

    page = press(booking).content.decode()

    old, fresh = mails("booked")
    assert (old.state, old.text, old.attachments) == (State.DROPPED, "", [])
    assert fresh.to == "amara@example.org"
    assert "A fresh link is on its way to Amara." in page
    words = unseal(fresh.text, purpose="outbox")
    path = next(word for word in words.split() if "/workshops/bookings/" in word).partition("//")[2].partition("/")[2]
    assert booking.reference in client.get(f"/{path}").content.decode()


def test_a_second_press_within_a_minute_sends_nothing_more(workshop, make_booking, press):
    booking = make_booking(workshop, name="Amara")
    press(booking)

    page = press(booking).content.decode()

    assert "Amara was sent a link less than a minute ago. Nothing more was sent." in page
    assert mails("booked").count() == 2
    with time_machine.travel(timezone.now() + timedelta(seconds=61)):
        press(booking)
    assert mails("booked").count() == 3


def test_the_mail_says_where_they_stand_now(make_workshop, make_booking, press):
    held = make_booking(make_workshop(), confirmed=False)
    press(held)
    assert mails("confirm").count() == 2

    full = make_workshop(capacity=1)
    make_booking(full)
    waiting = make_booking(full)
    assert waiting.is_waiting
    press(waiting)
    assert mails("waiting").count() == 2


def test_an_offer_that_did_not_arrive_is_told_again_for_as_long_as_it_lasts(make_workshop, make_booking, press):
    full = make_workshop(capacity=1)
    first = make_booking(full)
    waiting = make_booking(full)
    actions.cancel(booking=first)
    until = Offer.objects.get().expires_at

    press(waiting)

    old, fresh = mails("offered")
    assert (old.state, fresh.state) == (State.DROPPED, State.QUEUED)
    assert Offer.objects.get().expires_at == until


def test_a_reminder_that_waits_is_not_dropped(workshop, make_booking, press):
    booking = make_booking(workshop)
    actions.message_everyone(workshop=workshop, text="Bring a coat.", key="1", by=None)

    press(booking)

    assert mails("message").get().state == State.QUEUED


def test_nobody_without_the_right_sends_anything(workshop, make_booking, signed_in, staff, client):
    booking = make_booking(workshop)
    address = f"/workspace/workshops/{workshop.slug}/bookings/{booking.reference}/send/"

    assert client.post(address).status_code == 302
    assert signed_in(staff(Role.COMMS)).post(address).status_code == 403
    assert mails("booked").count() == 1


def test_the_page_never_shows_what_was_mailed_and_the_log_names_nobody(workshop, make_booking, press):
    booking = make_booking(workshop, name="Amara", email="amara@example.org")

    page = press(booking).content.decode()

    assert links.booking_address(booking)[:30] not in page
    entry = AuditEntry.objects.get(action="link sent again")
    assert (entry.thing, entry.thing_id, entry.reason) == ("champions.booking", str(booking.pk), "")


def test_who_booked_by_phone_has_no_button(workshop, make_booking, browser):
    make_booking(workshop, email="")

    page = browser.get(f"/workspace/workshops/{workshop.slug}/bookings/").content.decode()

    assert "Send the link again" not in page


def test_an_invitation_that_ran_out_is_sent_again_and_lasts_from_today(workshop, make_booking, begin, trainer, browser):
    booking = make_booking(workshop, name="Amara")
    begin(workshop)
    actions.record_attendance(workshop=workshop, came=[booking], by=trainer)
    actions.finish(workshop=workshop, by=trainer)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert "Amara" in browser.get(f"/my/workshops/{workshop.slug}/").content.decode()

    record = TrainingRecord.objects.get()
    page = browser.post(f"/my/workshops/{workshop.slug}/invitations/{record.pk}/", follow=True).content.decode()

    assert "A fresh link is on its way to Amara." in page
    assert Invitation.objects.get().is_usable
    assert mails("invited_to_join").count() == 2


def test_somebody_who_has_joined_needs_no_link(workshop, make_booking, begin, trainer, browser):
    booking = make_booking(workshop, name="Amara")
    begin(workshop)
    actions.record_attendance(workshop=workshop, came=[booking], by=trainer)
    actions.finish(workshop=workshop, by=trainer)
    Invitation.objects.update(used_at=timezone.now())

    record = TrainingRecord.objects.get()
    browser.post(f"/my/workshops/{workshop.slug}/invitations/{record.pk}/")

    assert mails("invited_to_join").count() == 1


def test_who_asked_for_a_workshop_gets_the_way_to_follow_it_again(browser, db):
    scoping = actions.ask_for_workshop(key="1", name="Amara", email="amara@example.org", place="Bellingham")

    browser.post(f"/workspace/workshops/places/{scoping.pk}/send/")

    assert [mail.state for mail in mails("asked")] == [State.DROPPED, State.QUEUED]


def test_the_list_of_mail_says_where_to_send_a_fresh_one(workshop, make_booking, signed_in, staff):
    make_booking(workshop)

    page = signed_in(staff(Role.ADMIN)).get("/admin/mail/").content.decode()

    assert "Who has booked: press “Send the link again”." in page
