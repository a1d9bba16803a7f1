"""Who sees that somebody was rung, who takes it on, and that nothing ends without an outcome (S1 to S6)."""

from datetime import datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from common.models import AuditEntry, OutboxMessage
from conversations import actions
from conversations.models import SafetyPointer
from conversations.states import MoveRefused, State

QUEUE = "/safeguarding/"
WEDNESDAY = timezone.make_aware(datetime(2026, 11, 18, 10))


@pytest.fixture
def ring(ben, conversation):
    def make(**details) -> SafetyPointer:
        told = {"outcome": "rung", "rung": "mash", "rung_at": timezone.now(), **details}
        return actions.record_rung(conversation=conversation, by=ben, **told)

    return make


@pytest.fixture
def lead(staff) -> User:
    return staff(Role.SAFEGUARDING)


@pytest.fixture
def deputy(staff) -> User:
    return staff(Role.DEPUTY)


def address(pointer: SafetyPointer, name: str = "open_pointer") -> str:
    return reverse(f"conversations:{name}", args=[pointer.conversation.reference])


@pytest.mark.parametrize("role", Role)
def test_only_the_safeguarding_lead_and_deputies_open_the_queue(role, staff, signed_in, ring):
    pointer, browser = ring(), signed_in(staff(role))
    expected = 200 if role in (Role.SAFEGUARDING, Role.DEPUTY) else 403

    assert browser.get(QUEUE).status_code == expected
    assert browser.get(address(pointer)).status_code == expected


def test_a_superuser_opens_none(signed_in, ring):
    root = signed_in(User.objects.create_superuser("root@example.org", "x"))

    assert root.get(QUEUE).status_code == 403
    assert root.get(address(ring())).status_code == 403


def test_every_opening_is_logged(lead, signed_in, ring):
    pointer, browser = ring(), signed_in(lead)
    browser.get(QUEUE)
    browser.get(address(pointer))

    opened = AuditEntry.objects.filter(actor=lead).values_list("action", flat=True)
    assert set(opened) == {"signed in", "safety queue opened", "safety pointer opened"}


def test_the_mail_holds_a_reference_and_a_link_and_nothing_else(lead, ben, ring):
    pointer = ring(is_urgent=True)

    mail = OutboxMessage.objects.get(to=lead.email)
    assert pointer.conversation.reference in mail.text
    assert address(pointer) in mail.text
    for word in (ben.email, "Bellingham", "mash", "rang", "chool"):
        assert word not in mail.text + mail.subject


@pytest.mark.parametrize(("is_urgent", "hours"), [(True, 1), (False, 4)])
def test_the_deputy_is_told_when_nobody_took_it_on_in_time(lead, deputy, ring, is_urgent, hours):
    with time_machine.travel(WEDNESDAY, tick=False) as clock:
        ring(is_urgent=is_urgent)
        clock.move_to(WEDNESDAY.replace(hour=9 + hours, minute=59))
        call_command("escalate_safety_pointers", stdout=StringIO())
        assert not OutboxMessage.objects.filter(to=deputy.email).exists()

        clock.move_to(WEDNESDAY.replace(hour=10 + hours))
        for _ in range(3):
            call_command("escalate_safety_pointers", stdout=StringIO())

    assert OutboxMessage.objects.filter(to=deputy.email).count() == 1


def test_what_was_taken_on_in_time_is_not_passed_on(lead, deputy, ring):
    with time_machine.travel(WEDNESDAY, tick=False) as clock:
        pointer = ring()
        actions.acknowledge(pointer=pointer, by=lead)
        clock.move_to(WEDNESDAY.replace(day=20))

        assert actions.escalate() == 0


def test_whoever_takes_it_on_first_has_it(lead, deputy, signed_in, ring):
    pointer = ring()
    signed_in(deputy).post(address(pointer, "take_on"))

    page = signed_in(lead).post(address(pointer, "take_on"), follow=True).content.decode()

    pointer.refresh_from_db()
    assert pointer.acknowledged_by == deputy
    assert "took it on before you" in page


def test_nothing_is_closed_without_an_outcome(lead, signed_in, ring):
    pointer, browser = ring(), signed_in(lead)

    page = browser.post(address(pointer), {"result": ""}).content.decode()
    assert "Choose how it ended" in page
    page = browser.post(address(pointer), {"result": "children"}).content.decode()
    assert "Enter the day on which it was referred" in page
    with pytest.raises(MoveRefused):
        actions.close_pointer(pointer=pointer, by=lead, result="")

    browser.post(address(pointer), {
        "result": "children", "referred_on_day": "18", "referred_on_month": "11", "referred_on_year": "2026",
        "result_reference": "M/77",
    })  # fmt: skip
    pointer.refresh_from_db()
    assert (pointer.result, pointer.result_reference, pointer.closed_by) == ("children", "M/77", lead)
    assert f"{pointer.conversation.reference} is closed." in browser.get(QUEUE).content.decode()
    assert pointer.conversation.reference not in browser.get(QUEUE).content.decode()
    assert pointer.conversation.reference in browser.get(f"{QUEUE}?show=closed").content.decode()


@pytest.mark.parametrize(("about", "role"), [("lead", Role.SAFEGUARDING), ("deputy", Role.DEPUTY)])
def test_nobody_sees_what_is_about_them(lead, deputy, signed_in, ring, about, role):
    pointer = ring(about=about)
    them, other = (lead, deputy) if role == Role.SAFEGUARDING else (deputy, lead)

    assert signed_in(them).get(address(pointer)).status_code == 404
    assert pointer.conversation.reference not in signed_in(them).get(QUEUE).content.decode()
    assert "LADO" in signed_in(other).get(address(pointer)).content.decode()
    assert not OutboxMessage.objects.filter(to=them.email).exists()
    assert OutboxMessage.objects.filter(to=other.email).exists()
    with pytest.raises(PermissionDenied):
        actions.close_pointer(pointer=pointer, by=them, result="no_concern")


def test_the_lead_hides_it_from_a_deputy_whom_it_is_about(lead, deputy, signed_in, ring):
    pointer = ring(about="staff")
    signed_in(lead).post(address(pointer, "hide_pointer"), {"hidden_from": deputy.pk})

    assert signed_in(deputy).get(address(pointer)).status_code == 404
    assert signed_in(lead).get(address(pointer)).status_code == 200


def test_the_duty_to_report_is_shown_where_it_applies(lead, signed_in, ring):
    page = signed_in(lead).get(address(ring(is_child_sexual_abuse=True))).content.decode()

    assert "Nobody’s permission is needed" in page


def test_at_night_the_numbers_of_the_night_come_first(ben, signed_in, conversation):
    here = reverse("conversations:stop", args=[conversation.reference])
    with time_machine.travel(WEDNESDAY.replace(hour=22)):
        night = signed_in(ben).get(here).content.decode()
    with time_machine.travel(WEDNESDAY):
        day = signed_in(ben).get(here).content.decode()

    assert night.index("020 8314 6000") < night.index("020 8314 6660")
    assert day.index("020 8314 6660") < day.index("020 8314 6000")
    assert "It is outside office hours" in night
    assert "nobody is watching this page" in day


def test_the_queue_stays_within_its_queries(lead, ben, signed_in, make_conversation, django_assert_max_num_queries):
    for _ in range(12):
        actions.record_rung(
            conversation=make_conversation(), by=ben, outcome="rung", rung="mash", rung_at=timezone.now()
        )
    browser = signed_in(lead)

    with django_assert_max_num_queries(10):
        browser.get(QUEUE)


def test_rubbish_in_the_address_is_not_found(lead, signed_in, ring):
    ring()

    assert signed_in(lead).get("/safeguarding/C-NONE/").status_code == 404


class TestAReaderFindsIt:
    """Somebody wrote a disclosure into a note: whoever reads it tells the safeguarding lead, and nobody else."""

    @pytest.fixture
    def handed_in(self, make_conversation, make_point):
        conversation = make_conversation(state=State.SUBMITTED)
        make_point(conversation, words="She is locked in at night.")
        return conversation

    @pytest.mark.parametrize(
        ("role", "state"), [(Role.COORDINATOR, State.SUBMITTED), (Role.ANALYST, State.ACCEPTED),
                            (Role.REDACTOR, State.QUARANTINE)],
    )  # fmt: skip
    def test_the_lead_is_told_that_there_is_something_and_not_what(
        self, staff, signed_in, lead, handed_in, role, state
    ):
        type(handed_in).objects.update(state=state)
        browser, here = signed_in(staff(role)), address_of(handed_in)

        page = browser.get(here).content.decode()
        assert 'href="tel:999"' in page
        assert "<textarea" not in page
        browser.post(here, {"is_urgent": "on"})

        pointer, mail = SafetyPointer.objects.get(), OutboxMessage.objects.get(to=lead.email)
        assert (pointer.outcome, pointer.rung, pointer.is_urgent) == ("found", "", True)
        assert "locked in" not in mail.text
        assert handed_in.reference in mail.text
        assert "Nobody yet" in signed_in(lead).get(address(pointer)).content.decode()

    def test_the_clock_starts(self, coordinator, lead, deputy, handed_in):
        with time_machine.travel(WEDNESDAY, tick=False):
            actions.report_found(conversation=handed_in, by=coordinator, is_urgent=True)
        with time_machine.travel(WEDNESDAY + timedelta(hours=2), tick=False):
            call_command("escalate_safety_pointers", stdout=StringIO())

        assert OutboxMessage.objects.filter(to=deputy.email).exists()

    def test_reporting_it_twice_is_one_pointer_and_never_takes_urgency_away(self, coordinator, analyst, handed_in):
        actions.report_found(conversation=handed_in, by=coordinator, is_urgent=True)
        actions.report_found(conversation=handed_in, by=analyst)

        assert SafetyPointer.objects.get().is_urgent

    def test_a_call_that_its_facilitator_made_stays_on_record(self, coordinator, ring, handed_in):
        pointer = ring()
        type(handed_in).objects.filter(pk=pointer.conversation_id).update(state=State.SUBMITTED)

        actions.report_found(conversation=pointer.conversation, by=coordinator)

        pointer.refresh_from_db()
        assert pointer.outcome == "rung"

    @pytest.mark.parametrize("state", [State.DRAFT, State.QUARANTINE, State.WITHDRAWN])
    def test_of_a_note_that_they_may_not_read_there_is_nothing_to_report(
        self, coordinator, signed_in, handed_in, state
    ):
        type(handed_in).objects.update(state=state)

        assert signed_in(coordinator).get(address_of(handed_in)).status_code == 404
        with pytest.raises(PermissionDenied):
            actions.report_found(conversation=handed_in, by=coordinator)


def address_of(conversation) -> str:
    return reverse("conversations:report_not_safe", args=[conversation.reference])
