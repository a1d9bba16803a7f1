"""Reminders at seven days and one day, once for each date, and never to somebody who has just booked."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from accounts.roles import Role
from champions import actions
from common import outbox
from common.models import OutboxMessage
from common.sealed import unseal


def at(moment):
    return time_machine.travel(moment, tick=False)


def reminded(kind: str = "reminder") -> list[str]:
    mail = OutboxMessage.objects.filter(kind__startswith=f"champions/emails/{kind}").order_by("created")
    return [message.kind.rsplit("_", 1)[1] for message in mail]


def test_everybody_who_booked_is_reminded_seven_days_and_one_day_before_once(workshop, make_booking):
    make_booking(workshop)
    make_booking(workshop, confirmed=False)
    for before in (timedelta(days=8), timedelta(days=7), timedelta(days=6), timedelta(hours=23), timedelta(hours=1)):
        with at(workshop.starts_at - before):
            call_command("send_reminders")
            call_command("send_reminders")

    assert reminded() == ["week", "day"]


def test_whoever_booked_after_a_reminder_was_due_is_not_reminded_by_it(make_workshop, make_booking):
    workshop = make_workshop(starts_at=timezone.now() + timedelta(days=5))
    make_booking(workshop)
    with at(timezone.now() + timedelta(hours=1)):
        assert actions.send_reminders() == 0
    with at(workshop.starts_at - timedelta(hours=20)):
        assert actions.send_reminders() == 1


def test_a_workshop_that_moves_is_reminded_of_on_its_new_date(workshop, make_booking):
    make_booking(workshop)
    with at(workshop.starts_at - timedelta(days=7)):
        actions.send_reminders()
    later = workshop.starts_at + timedelta(days=21)
    actions.change(workshop=workshop, by=None, starts_at=later, ends_at=later + timedelta(hours=4))
    with at(workshop.starts_at - timedelta(days=1)):
        assert actions.send_reminders() == 0
    with at(later - timedelta(days=7)):
        assert actions.send_reminders() == 1


def test_a_reminder_that_comes_far_too_late_is_left_out(workshop, make_booking):
    make_booking(workshop)
    with at(workshop.starts_at - timedelta(hours=20)):
        actions.send_reminders()

    assert reminded() == ["day"]


def test_nobody_is_reminded_of_what_was_cancelled_or_called_off(make_workshop, make_booking):
    workshop, other = make_workshop(), make_workshop()
    actions.cancel(booking=make_booking(workshop))
    make_booking(other)
    actions.call_off(workshop=other, by=None)
    with at(workshop.starts_at - timedelta(days=1)):
        assert actions.send_reminders() == 0


@pytest.fixture
def browser(signed_in, staff):
    return signed_in(staff(Role.COORDINATOR))


def test_staff_message_everybody_once_with_a_neutral_subject(browser, make_workshop, make_booking):
    workshop = make_workshop(capacity=1)
    make_booking(workshop)
    make_booking(workshop)
    for _ in range(2):
        posted = {"message": "Please bring a <pen> & paper.", "key": "form-1"}
        browser.post(f"/workspace/workshops/{workshop.slug}/message/", posted)

    told = OutboxMessage.objects.filter(kind="champions/emails/message")
    assert told.count() == 2
    assert all(message.subject.startswith("About your booking on") for message in told)
    assert "Please bring a <pen> & paper." in unseal(told[0].text, purpose=outbox.PURPOSE)


@pytest.mark.parametrize("message", ["", "x" * 2001])
def test_an_empty_or_endless_message_gets_a_sentence(browser, workshop, make_booking, message):
    make_booking(workshop)
    page = browser.post(f"/workspace/workshops/{workshop.slug}/message/", {"message": message}).content.decode()

    assert "<title>Error: " in page
    assert not OutboxMessage.objects.filter(kind="champions/emails/message").exists()
