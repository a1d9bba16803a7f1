"""The officer finds everything about a person, gives it to them, and forgets them; the numbers stay (D3, D4)."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.management import call_command
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from champions import actions
from champions.choices import RoleKind
from champions.models import Booking, Guest, Initiative, KeptApart, TeamQuestion, TrainingRecord, Workshop
from common.models import AuditEntry, Erasure, OutboxMessage
from common.rights import asking
from conversations.models import ConversationRequest

pytestmark = pytest.mark.django_db

KIT = "kit@secret.example"


@pytest.fixture
def officer(staff):
    return staff(Role.DPO)


@pytest.fixture
def kit(make_workshop, make_booking, make_user):
    """Somebody who booked two places, asked for an interpreter, has been to another workshop, and is a champion."""
    soon = make_workshop(capacity=3)
    booking = make_booking(soon, name="Kit Secret", email="Kit@secret.example", places=2)
    actions.ask_for(booking=booking, kind="food", people=1, detail="No nuts please")
    user = make_user(KIT, first_name="Kit", last_name="Secret")
    EmailAddress.objects.create(user=user, email=KIT, verified=True, primary=True)
    actions.start_role(user=user, kind=RoleKind.CHAMPION)
    past = make_workshop(starts_at=timezone.now() - timedelta(days=9), state="open")
    TrainingRecord.objects.create(
        workshop=past, name="Kit Secret", email=KIT, kind=past.kind, attended_on=timezone.localdate()
    )
    ConversationRequest.objects.create(wish="join", email=KIT, key="1")
    return user


@pytest.fixture
def about(officer, signed_in):
    """The officer's browser, and the sealed contact that the page carries."""
    browser = signed_in(officer)

    def look(contact: str = KIT):
        answer = browser.post("/workspace/rights/", {"contact": contact, "is_them": "on"})
        return browser, answer.context["about"], answer.content.decode()

    return look


def everything_stored() -> str:
    """Every word in every table, but for passing sessions."""
    models = [model for model in apps.get_models() if model._meta.managed and model._meta.label != "sessions.Session"]
    return "\n".join(str(list(model._default_manager.values())) for model in models).lower()


def test_the_officer_finds_everything_in_one_search(kit, about):
    _, _, page = about()

    for told in ("Bookings of workshops", "No nuts please", "Workshops that they came to", "Asking for a conversation"):
        assert told in page
    for told in ("Account", "The network of champions", "Mail and text messages"):
        assert told in page


def test_capital_letters_make_no_difference(kit, about):
    assert "Bookings of workshops" in about("KIT@Secret.Example")[2]


def test_somebody_who_is_not_here_is_not_here(about):
    assert "We hold nothing about nobody@example.org" in about("nobody@example.org")[2]


def test_a_number_is_found_however_it_is_written(make_workshop, make_booking, about):
    make_booking(make_workshop(), name="Mo", email="", mobile="+447700900123")

    assert "Bookings of workshops" in about("07700 900 123")[2]


def test_the_officer_first_checks_who_asks(officer, signed_in):
    page = signed_in(officer).post("/workspace/rights/", {"contact": KIT}).content.decode()

    assert "Tick the box" in page


def test_the_file_holds_what_is_theirs_and_nothing_of_others(kit, about, make_booking, officer):
    friend = make_booking(Workshop.objects.get(capacity=3), name="Lee Other", email="lee@other.example")
    Guest.objects.create(booking=friend, form_key="1", name="Kit", email=KIT)
    KeptApart.objects.create(one=KIT, other="zed@other.example")
    browser, sealed, page = about()

    answer = browser.post("/workspace/rights/file/", {"about": sealed})

    file = json.loads(answer.content)
    assert file["Bookings of workshops"][0]["What they need"].endswith("No nuts please")
    assert "Coming along with somebody" in file
    assert not [told for told in ("Lee", "lee@", "zed@", "Kept apart") if told in answer.content.decode()]
    assert "Not in their file" in page
    assert "zed@" not in page
    assert AuditEntry.objects.get(action="file about a person made").reason == asking.fingerprint(KIT)


def test_what_a_champion_asked_and_began_is_in_their_file_and_goes_with_them(make_champion, officer, staff):
    user = make_champion(KIT, "Kit", languages="Twi", may_be_written_to=True, shares=["languages"]).user
    question = actions.ask_the_team(user=user, topic="role", text="When is the refresher?")
    actions.answer_question(question=question, answer="In spring.", by=staff(Role.COORDINATOR))
    actions.send_initiative(user=user, kind="started", title="Walk home together", text="From the bus stop.")

    told = json.dumps(asking.file_of(contact=KIT, by=officer))
    for words in ("When is the refresher?", "In spring.", "Walk home together", "Twi"):
        assert words in told

    asking.erase(contact=KIT, by=officer)

    assert not TeamQuestion.objects.exists()
    assert Initiative.objects.get().sent_by is None


def test_nothing_is_left_of_somebody_who_is_forgotten(kit, about):
    browser, sealed, _ = about()
    assert "secret" in everything_stored()

    asked = browser.post("/workspace/rights/erase/", {"about": sealed}).content.decode()
    assert "This cannot be undone" in asked
    assert Booking.objects.named().exists()
    certificate = browser.post("/workspace/rights/erase/", {"about": sealed, "sure": "yes"}, follow=True)

    assert "secret" not in everything_stored()
    assert "nuts" not in everything_stored()
    assert "Certificate of erasure" in certificate.content.decode()
    assert "secret" not in certificate.content.decode().lower()


def test_the_place_goes_to_others_and_the_numbers_stay(kit, officer):
    asking.erase(contact=KIT, by=officer)

    assert Workshop.objects.get(capacity=3).seats_taken == 0
    assert Booking.objects.get().places == 2
    assert TrainingRecord.objects.count() == 1
    call_command("check_places", stdout=StringIO())


def test_mail_that_waits_for_them_is_dropped(kit, officer):
    assert OutboxMessage.objects.filter(state="queued").exists()
    asking.erase(contact=KIT, by=officer)

    assert not OutboxMessage.objects.filter(state="queued").exists()
    assert not OutboxMessage.objects.exclude(to="").exists()


def test_their_door_is_closed_at_once(kit, officer, signed_in):
    browser = signed_in(kit)
    assert browser.get("/my/").status_code == 200
    asking.erase(contact=KIT, by=officer)

    assert browser.get("/my/").status_code == 302
    kit.refresh_from_db()
    assert not kit.is_active
    assert not kit.dated_roles.active(timezone.localdate() + timedelta(days=1)).exists()


def test_a_staff_account_is_not_erased_by_this(officer, staff):
    analyst = staff(Role.ANALYST)
    erasure = asking.erase(contact=analyst.email, by=officer)

    analyst.refresh_from_db()
    assert analyst.is_active
    assert erasure.lines[0]["changed"] == 0


def test_a_second_time_finds_nothing(kit, officer):
    asking.erase(contact=KIT, by=officer)

    assert asking.look_up(KIT) == []
    assert asking.erase(contact=KIT, by=officer).lines == []


def test_after_a_backup_was_put_back_they_are_forgotten_again(kit, officer, make_booking, make_workshop):
    code = asking.fingerprint(KIT)
    make_booking(make_workshop(), name="Lee", email="lee@other.example")
    out = StringIO()
    call_command("forget_again", code, "0" * 64, stdout=out)

    assert "Forgot 1 people again." in out.getvalue()
    assert not User.objects.filter(email=KIT).exists()
    assert Booking.objects.named().get().name == "Lee"


@pytest.mark.parametrize("sealed", ["", "rubbish", "x" * 3000])
def test_a_page_that_is_too_old_forgets_nobody(officer, signed_in, sealed):
    for address in ("file", "erase"):
        answer = signed_in(officer).post(f"/workspace/rights/{address}/", {"about": sealed, "sure": "yes"})
        assert answer.status_code == 400
    assert not Erasure.objects.exists()


def test_the_address_of_the_page_says_nothing(kit, about):
    browser, sealed, _ = about()

    assert KIT not in sealed
    assert browser.get("/workspace/rights/", {"contact": KIT}).context.get("found") is None
