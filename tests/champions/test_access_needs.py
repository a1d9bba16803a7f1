"""What people need is counted, owned, decided in time, seen by workshop staff alone, and deleted."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from accounts.roles import Role
from champions import actions, links
from champions.models import AccessNeed
from common.models import AuditEntry, OutboxMessage


@pytest.fixture
def booking(workshop, make_booking):
    return make_booking(workshop, places=3)


@pytest.fixture
def browser(signed_in, staff):
    return signed_in(staff(Role.COORDINATOR))


def tell(booking, **answers):
    posted = {"kind": "bsl", "people": "1", "detail": "For the whole day"} | answers
    return Client().post(
        links.booking_address(booking, "booking_needs"), posted, headers={"Origin": "http://testserver"}
    )


def test_a_need_is_told_on_ones_own_page_and_answered_with_a_neutral_mail(booking, browser, client):
    tell(booking)
    need = AccessNeed.objects.get()
    address = f"/workspace/workshops/{booking.workshop.slug}/needs/"
    listed = browser.get(address).content.decode()
    browser.post(f"{address}{need.pk}/", {"decision": "yes", "answer": "Sam interprets."})

    need.refresh_from_db()
    own = client.get(links.booking_address(booking, "booking_needs")).content.decode()
    told = OutboxMessage.objects.get(kind="champions/emails/need_decided")
    assert "For the whole day" in listed
    assert need.owner.email.startswith("coordinator")
    assert need.decide_by == timezone.localdate(booking.workshop.starts_at - timedelta(days=7))
    assert "Sam interprets." in own
    assert told.subject.startswith("About your booking")
    assert AuditEntry.objects.filter(action="access needs opened").exists()


def test_somebody_sees_to_it_before_it_is_decided(booking, browser):
    tell(booking)
    address = f"/workspace/workshops/{booking.workshop.slug}/needs/"
    assert "Nobody sees to it yet." in browser.get(address).content.decode()

    browser.post(f"{address}{AccessNeed.objects.get().pk}/", {"take_on": "yes"})

    need = AccessNeed.objects.get()
    assert need.owner.email.startswith("coordinator")
    assert need.decision == "open"
    assert f"{need.owner} sees to it." in browser.get(address).content.decode()
    assert not OutboxMessage.objects.filter(kind="champions/emails/need_decided").exists()


def test_an_interpreter_for_one_day_is_not_promised_for_another(booking, make_workshop):
    tell(booking)
    need = actions.decide(need=AccessNeed.objects.get(), decision="yes", answer="Sam interprets.", by=None)
    later = make_workshop(starts_at=booking.workshop.starts_at + timedelta(days=7))

    actions.move_booking(booking=booking, to=later)
    need.refresh_from_db()
    assert (need.decision, need.answer) == ("open", "")
    assert need.decide_by == timezone.localdate(later.starts_at - timedelta(days=7))

    actions.decide(need=need, decision="yes", answer="Sam interprets.", by=None)
    actions.change(workshop=later, by=None, summary="Another word.")
    need.refresh_from_db()
    assert need.decision == "yes"
    next_week = later.starts_at + timedelta(days=7)
    actions.change(workshop=later, by=None, starts_at=next_week, ends_at=next_week + timedelta(hours=4))
    need.refresh_from_db()
    assert need.decision == "open"


def test_what_is_needed_can_be_counted(booking, make_booking, browser):
    tell(booking, kind="childcare", people="3")
    tell(make_booking(booking.workshop), kind="childcare", people="2")
    page = browser.get(f"/workspace/workshops/{booking.workshop.slug}/needs/").content.decode()

    assert "<dt>Childcare</dt><dd>5</dd>" in page
    assert "2 access needs to decide" in browser.get("/workspace/workshops/").content.decode()


def test_saying_it_again_changes_it_and_taking_it_back_deletes_it(booking):
    tell(booking)
    tell(booking, people="2")
    assert AccessNeed.objects.get().people == 2

    for _ in range(2):
        tell(booking, take_back="bsl")
    assert not AccessNeed.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"kind": "party"}, {"kind": ""}, {"people": "9"}, {"people": "-1"}, {"detail": "x" * 201}]
)
def test_a_wrong_answer_gets_a_sentence_and_stores_nothing(booking, wrong):
    page = tell(booking, **wrong).content.decode()

    assert "<title>Error: " in page
    assert not AccessNeed.objects.exists()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.COORDINATOR])
def test_other_staff_never_see_it(signed_in, staff, booking, role):
    tell(booking)
    browser = signed_in(staff(role))
    need = AccessNeed.objects.get()

    for page in ("", f"{need.pk}/"):
        assert browser.get(f"/workspace/workshops/{booking.workshop.slug}/needs/{page}").status_code == 403


def test_the_sign_in_list_says_nothing_of_it(booking, begin, browser):
    tell(booking)
    begin(booking.workshop)

    assert "For the whole day" not in browser.get(f"/my/workshops/{booking.workshop.slug}/").content.decode()


def test_it_is_deleted_seven_days_after_the_workshop(booking):
    tell(booking)
    for days, left in ((6, 1), (8, 0)):
        with time_machine.travel(booking.workshop.ends_at + timedelta(days=days), tick=False):
            actions.delete_old_needs()
            assert AccessNeed.objects.count() == left


def test_nothing_is_asked_once_the_workshop_has_begun(booking, begin):
    begin(booking.workshop)
    tell(booking)
    booking.refresh_from_db()

    assert not AccessNeed.objects.exists()
    with pytest.raises(actions.TooLate):
        actions.ask_for(booking=booking, kind="bsl", people=1)


def test_the_board_shows_what_is_nearly_full_and_what_has_too_few(browser, make_workshop, make_booking):
    make_booking(make_workshop(capacity=5), places=5)
    nearly = make_workshop(capacity=10)
    for places in (5, 4):
        make_booking(nearly, places=places)
    make_workshop(capacity=30)
    page = browser.get("/workspace/workshops/").content.decode()

    assert page.count("Nearly full") == 1
    assert page.count("Too few people yet") == 1


def test_the_board_says_when_mail_did_not_arrive(browser, workshop, make_booking):
    make_booking(workshop)
    assert "Some mail did not arrive" not in browser.get("/workspace/workshops/").content.decode()
    OutboxMessage.objects.update(state=OutboxMessage.State.FAILED)

    assert "Some mail did not arrive" in browser.get("/workspace/workshops/").content.decode()
