"""Joining the network by one's own link, after a workshop. There is no other way in."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core import mail
from django.utils import timezone

from champions import actions, links
from champions.choices import RoleKind, RoleType, Setting
from champions.models import Champion, DatedRole, Invitation
from champions.permissions import is_active_champion
from champions.promise import CURRENT_VERSION, PROMISES
from common.models import AuditEntry, Ward


@pytest.fixture
def ward(db) -> Ward:
    return Ward.objects.create(code="lee-green", name="Lee Green")


@pytest.fixture
def invitation(workshop, make_booking, begin) -> Invitation:
    booking = make_booking(workshop, name="Amara", email="Amara@Example.org")
    begin(workshop)
    actions.record_attendance(workshop=workshop, came=[booking], by=None)
    actions.finish(workshop=workshop, by=None)
    return Invitation.objects.get()


@pytest.fixture
def answers(ward) -> dict:
    return {
        "is_adult": "yes",
        "role_type": RoleType.TRUSTED_ADULT,
        "setting": Setting.SHOP,
        "ward": ward.pk,
        "agrees": "on",
    }


def test_after_a_workshop_amara_joins_and_is_a_champion_at_once(client, invitation, answers, ward):
    response = client.post(links.joining_address(invitation), answers)
    page = client.get(response["Location"]).content.decode()

    champion = Champion.objects.get()
    assert response.status_code == 303
    assert "You are in" in page
    assert champion.user.email == "amara@example.org"
    assert (champion.role_type, champion.setting, champion.ward) == (RoleType.TRUSTED_ADULT, Setting.SHOP, ward)
    assert (champion.promise_version, champion.promise_agreed_on) == (CURRENT_VERSION, timezone.localdate())
    assert is_active_champion(champion.user)
    assert champion.user.training.get() == invitation.attendance
    assert not client.cookies


def test_her_account_has_no_password_and_her_address_counts_as_proven(client, invitation, answers):
    client.post(links.joining_address(invitation), answers)

    user = get_user_model().objects.get(email="amara@example.org")
    assert not user.has_usable_password()
    assert EmailAddress.objects.get(user=user).verified


def test_she_signs_in_with_a_code_from_her_mail(client, invitation, answers, django_capture_on_commit_callbacks):
    client.post(links.joining_address(invitation), answers)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/accounts/login/code/", {"email": "amara@example.org"})
    code = re.search(r"^([A-Z0-9-]{5,})$", mail.outbox[-1].body, re.M)[1]
    client.post("/accounts/login/code/confirm/", {"code": code})

    assert workshop_title(invitation) in client.get("/my/bookings/").content.decode()


def workshop_title(invitation: Invitation) -> str:
    return invitation.attendance.workshop.title


def test_using_the_link_again_changes_nothing(client, invitation, answers):
    address = links.joining_address(invitation)
    client.post(address, answers)
    again = client.post(address, answers | {"setting": Setting.FAITH})

    assert "You are in" in again.content.decode()
    assert (Champion.objects.count(), DatedRole.objects.count()) == (1, 1)
    assert Champion.objects.get().setting == Setting.SHOP
    assert AuditEntry.objects.filter(action="joined the network").count() == 1


def test_opening_the_link_makes_nobody_a_champion(client, invitation):
    page = client.get(links.joining_address(invitation)).content.decode()

    assert all(sentence in page for sentence in PROMISES[CURRENT_VERSION])
    assert not get_user_model().objects.exists()


def test_a_17_year_old_leaves_nothing_behind(client, invitation, answers):
    response = client.post(links.joining_address(invitation), {"is_adult": "no"})

    invitation.refresh_from_db()
    assert response["Location"] == "/workshops/young-people/"
    assert not get_user_model().objects.exists()
    assert invitation.used_at is None


@pytest.mark.parametrize("missing", ["is_adult", "role_type", "setting", "agrees"])
def test_nobody_joins_without_an_answer_or_the_promise(client, invitation, answers, missing):
    del answers[missing]
    page = client.post(links.joining_address(invitation), answers).content.decode()

    assert "<title>Error: " in page
    assert not Champion.objects.exists()


def test_youth_champions_cannot_join_here(client, invitation, answers):
    page = client.post(links.joining_address(invitation), answers | {"role_type": "youth"}).content.decode()

    assert "<title>Error: " in page
    assert "youth champion" not in page.lower()


def test_an_old_link_gets_help(client, invitation, answers):
    address = links.joining_address(invitation)
    with time_machine.travel(timezone.now() + actions.joining.INVITATION_LASTS + timedelta(minutes=1)):
        response = client.post(address, answers)

    assert response.status_code == 410
    assert not Champion.objects.exists()


@pytest.mark.parametrize("token", ["x", "gAAAAA", "%00", "a" * 300])
def test_a_changed_link_gets_help(client, db, token):
    assert client.get(f"/champions/join/{token}/").status_code == 410


def test_a_booking_link_does_not_open_the_network(client, workshop, make_booking):
    token = links.booking_address(make_booking(workshop)).split("/")[-2]

    assert client.get(f"/champions/join/{token}/").status_code == 410


def test_somebody_with_an_account_joins_with_it(client, make_user, invitation, answers):
    user = make_user("amara@example.org")
    client.post(links.joining_address(invitation), answers)

    assert Champion.objects.get().user == user
    assert get_user_model().objects.count() == 1


def test_a_champion_who_comes_again_is_not_asked_again(client, invitation, answers, make_workshop, make_booking, begin):
    client.post(links.joining_address(invitation), answers)
    second = make_workshop()
    booking = make_booking(second, email="amara@example.org")
    begin(second)
    actions.record_attendance(workshop=second, came=[booking], by=None)
    actions.finish(workshop=second, by=None)

    assert Invitation.objects.count() == 1
    assert Champion.objects.get().user.training.count() == 2


def test_the_same_person_invited_twice_is_one_champion(client, answers, make_workshop, make_booking, begin):
    for _ in range(2):
        workshop = make_workshop()
        booking = make_booking(workshop, email="amara@example.org")
        begin(workshop)
        actions.record_attendance(workshop=workshop, came=[booking], by=None)
        actions.finish(workshop=workshop, by=None)
    for invitation in Invitation.objects.all():
        client.post(links.joining_address(invitation), answers)

    assert (Champion.objects.count(), DatedRole.objects.count()) == (1, 1)
    assert Champion.objects.get().user.training.count() == 2


def test_there_is_no_public_way_to_sign_up(client, db):
    password = "a-long-enough-password-1"
    client.post("/accounts/signup/", {"email": "x@example.org", "password1": password, "password2": password})

    assert not get_user_model().objects.exists()


@pytest.mark.parametrize("address", ["/workshops/", "/workshops/{slug}/", "/workshops/{slug}/calendar.ics"])
def test_nothing_about_a_champion_is_public(client, invitation, answers, workshop, address):
    client.post(links.joining_address(invitation), answers)
    page = client.get(address.format(slug=workshop.slug)).content.decode().lower()

    assert "amara" not in page


def test_the_role_begins_today(invitation, ward):
    champion = actions.join(invitation=invitation, role_type=RoleType.ADVOCATE, setting=Setting.FAITH, ward=None)

    role = champion.user.dated_roles.get()
    assert (role.kind, role.starts_on, role.ends_on) == (RoleKind.CHAMPION, timezone.localdate(), None)
    assert list(Champion.objects.active()) == [champion]
