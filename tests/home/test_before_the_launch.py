"""An empty platform starts with one command, and says itself what is still open before anybody may use it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Page

from accounts.models import User
from accounts.roles import Role
from common.models import AuditEntry, EmergencyContact
from home.launch.gates import GATES
from home.models import LaunchSignOff, PrivacyPage
from services_directory.models import ServicePage

pytestmark = pytest.mark.django_db
BOSS = "first@council.example"


@pytest.fixture
def empty_start() -> User:
    call_command("start_empty", BOSS, stdout=StringIO())
    return User.objects.get(email=BOSS)


@pytest.fixture
def open_things(staff, signed_in):
    browser = signed_in(staff(Role.ADMIN))
    return lambda: browser.get(reverse("launch")).content.decode()


def test_an_empty_start_has_the_pages_and_no_demo(empty_start, client):
    assert client.get("/").status_code == 200
    assert client.get("/find-support/").status_code == 200
    assert not ServicePage.objects.exists()
    assert not User.objects.exclude(email=BOSS).exists()
    assert "Demo" not in " ".join(Page.objects.values_list("title", flat=True))


def test_the_first_administrator_can_sign_in_and_may_not_do_everything(empty_start):
    assert empty_start.has_role(Role.ADMIN)
    assert not empty_start.is_superuser
    assert not empty_start.has_usable_password()
    assert empty_start.emailaddress_set.get().verified


def test_starting_twice_changes_nothing_that_staff_have_edited(empty_start):
    PrivacyPage.objects.update(summary="Ours")

    call_command("start_empty", BOSS.upper(), stdout=StringIO())

    assert PrivacyPage.objects.get().summary == "Ours"
    assert User.objects.count() == 1


def test_an_address_that_is_none_is_refused():
    with pytest.raises(CommandError, match="is not an email address"):
        call_command("start_empty", "nobody")


def test_the_page_finds_what_is_open_and_stops_saying_so_once_it_is_done(empty_start, open_things):
    number = EmergencyContact.objects.first()
    assert str(number) in open_things()
    assert "the data protection officer has not agreed it" in open_things()

    EmergencyContact.objects.update(checked_on="2026-11-01")
    PrivacyPage.objects.update(agreed=True)

    assert str(number) not in open_things()
    assert "the data protection officer has not agreed it" not in open_things()


def test_in_the_demo_every_gate_finds_something_or_is_passed_and_none_breaks():
    call_command("load_demo", stdout=StringIO())

    found = {gate.title: gate.find() for gate in GATES}
    assert found["Demo content"]
    assert found["Placeholders"]
    assert found["Settings"]


def test_what_no_program_sees_is_signed_by_somebody_and_can_be_taken_back(empty_start, staff, signed_in):
    officer = staff(Role.DPO)
    browser = signed_in(officer)

    refused = browser.post(reverse("sign_off", args=["dpia"]), {"where": ""})
    assert "Write where the paper is" in refused.content.decode()
    browser.post(reverse("sign_off", args=["dpia"]), {"where": "DPIA 12 in the register"})
    browser.post(reverse("sign_off", args=["dpia"]), {"where": "Something else"})

    assert LaunchSignOff.objects.get().where == "DPIA 12 in the register"
    assert LaunchSignOff.objects.get().by == officer
    browser.post(reverse("take_sign_off_back", args=["dpia"]))
    assert not LaunchSignOff.objects.exists()
    assert AuditEntry.objects.filter(action__startswith="launch gate", actor=officer).count() == 2


def test_a_gate_that_does_not_exist_is_not_found(staff, signed_in):
    assert signed_in(staff(Role.DPO)).get(reverse("sign_off", args=["nonsense"])).status_code == 404


@pytest.mark.parametrize(
    "address", ["http://localhost:8000", "https://support.example", "https://support.example:8443/"]
)
def test_an_address_that_nobody_can_own_is_found_with_a_port_too(address, open_things, empty_start, settings):
    settings.WAGTAILADMIN_BASE_URL = address

    assert f"BASE_URL is {address}" in open_things()


def test_a_real_address_is_not(open_things, empty_start, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://support.lewisham.gov.uk"

    assert "BASE_URL is" not in open_things()
