"""Somebody leaves the network in two steps; nothing of theirs was ever public, and nothing stays (C13, C14)."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from champions import actions, links, permissions
from champions.choices import RoleType, Setting
from champions.models import Booking, Champion, Invitation
from common.models import AuditEntry, OutboxMessage

PUBLIC = ["/workshops/", "/workshops/ask/", "/find-support/", "/api/oruk/v3/services", "/conversations/ask/"]


@pytest.fixture
def invitation(workshop, make_booking, begin) -> Invitation:
    booking = make_booking(workshop, name="Amarachi Quill", email="amarachi@example.org")
    begin(workshop)
    actions.record_attendance(workshop=workshop, came=[booking], by=None)
    actions.finish(workshop=workshop, by=None)
    return Invitation.objects.get()


@pytest.fixture
def champion(invitation) -> Champion:
    return actions.join(invitation=invitation, role_type=RoleType.TRUSTED_ADULT, setting=Setting.SHOP, ward=None)


@pytest.fixture
def amara(signed_in, champion):
    return signed_in(champion.user)


def test_from_her_own_page_it_is_two_steps(amara, champion):
    assert "/my/network/" in amara.get("/my/").content.decode()
    assert "A shop or business" in amara.get("/my/network/").content.decode()

    left = amara.post("/my/network/")

    assert left.status_code == 303
    assert "it keeps nothing about you" in amara.get(left["Location"]).content.decode()
    assert not Champion.objects.exists()


def test_the_next_day_she_is_no_champion_and_no_mail_goes_out(amara, champion):
    amara.post("/my/network/")
    user, sent = champion.user, OutboxMessage.objects.count()

    with time_machine.travel(timezone.now() + timedelta(days=1)):
        for command in ("send_reminders", "look_at_waiting_lists", "check_directory", "run_retention"):
            call_command(command)

        assert not permissions.is_active_champion(user)
        assert "/my/network/" not in amara.get("/my/").content.decode()
    assert not list(Champion.objects.active(timezone.localdate() + timedelta(days=1)))
    assert OutboxMessage.objects.count() == sent


def test_twice_is_harmless_and_the_log_names_nobody(amara, champion):
    for _ in range(2):
        amara.post("/my/network/")

    entry = AuditEntry.objects.get(action="left the network")
    assert "amarachi" not in f"{entry.thing} {entry.thing_id} {entry.reason}".lower()


def test_what_she_booked_stays_booked(amara, champion, make_workshop, make_booking):
    booking = make_booking(make_workshop(), email="amarachi@example.org")

    amara.post("/my/network/")

    assert Booking.objects.get(pk=booking.pk).is_booked


def test_she_may_come_back_by_the_link_that_she_had(amara, invitation):
    amara.post("/my/network/")
    address = links.joining_address(invitation)
    answers = {"is_adult": "yes", "role_type": "advocate", "setting": "faith", "ward": "", "agrees": "on"}

    assert "Join the network" in Client().get(address).content.decode()
    Client().post(address, answers, headers={"Origin": "http://testserver"})

    assert Champion.objects.get().setting == Setting.FAITH
    assert "You are in" in Client().get(address).content.decode()


def test_somebody_who_never_joined_sees_that_nothing_is_kept(signed_in, make_user):
    browser = signed_in(make_user("ben@example.org"))

    assert "it keeps nothing about you" in browser.get("/my/network/").content.decode()
    assert browser.post("/my/network/").status_code == 303


def test_a_champion_stands_on_no_public_page_and_not_in_the_api(client, champion, workshop, make_workshop):
    addresses = [*PUBLIC, workshop.get_absolute_url(), make_workshop().get_absolute_url(), "/workshops/calendar.ics"]
    for address in addresses:
        response = client.get(address, follow=True)
        page = response.content.decode().lower()

        assert response.status_code == 200, address
        assert "amarachi" not in page, address
        assert "quill" not in page, address


def test_no_mail_about_what_they_asked_or_sent_goes_out_after_they_left(champion):
    question = actions.ask_the_team(user=champion.user, topic="role", text="What next?")
    actions.answer_question(question=question, answer="A refresher.", by=None)
    initiative = actions.send_initiative(user=champion.user, kind="started", title="Walk", text="A walk.")
    actions.decide_initiative(initiative=initiative, by=None, shown=True)
    kinds = ["champions/emails/question_answered", "champions/emails/initiative_decided"]
    theirs = OutboxMessage.objects.filter(kind__in=kinds)
    assert theirs.filter(state=OutboxMessage.State.QUEUED).count() == 2

    actions.leave(user=champion.user)

    assert not theirs.exists()
