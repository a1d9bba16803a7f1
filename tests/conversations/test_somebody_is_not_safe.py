"""The platform takes no reports of harm: it shows whom to ring, and stores only that it was done."""

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from common.models import OutboxMessage
from conversations import actions
from conversations.models import Conversation, SafetyPointer
from conversations.states import State


def address(conversation: Conversation, name: str) -> str:
    return reverse(f"conversations:{name}", args=[conversation.reference])


@pytest.fixture
def rung() -> dict:
    now = timezone.localtime()
    return {
        "outcome": "rung", "rung": "mash", "rung_on_day": str(now.day), "rung_on_month": str(now.month),
        "rung_on_year": str(now.year), "rung_time": "00:00", "their_reference": "AB/123",
    }  # fmt: skip


def test_yes_leads_to_the_numbers_as_links_and_asks_for_no_story(at_ben, conversation):
    answer = at_ben.post(address(conversation, "note_safety"), {"answer": "yes"}, follow=True)

    page = answer.content.decode()
    assert answer.redirect_chain[-1][0] == address(conversation, "stop")
    for number in ("999", "02083146660", "02083146000", "02083147777", "02083147766"):
        assert f'href="tel:{number}"' in page
    assert "nobody is watching this page" in page
    assert "<textarea" not in page


def test_the_note_is_not_handed_in_before_ben_says_that_he_rang(at_ben, conversation, complete):
    complete(conversation)
    at_ben.post(address(conversation, "note_safety"), {"answer": "yes"})

    page = at_ben.post(address(conversation, "check_note"), follow=True).content.decode()

    conversation.refresh_from_db()
    assert conversation.state == State.DRAFT
    assert "Ring somebody first, then tell us that you did" in page


def test_only_that_it_was_done_is_stored(at_ben, conversation, complete, rung):
    complete(conversation)
    at_ben.post(address(conversation, "note_safety"), {"answer": "yes"})
    at_ben.post(address(conversation, "stop"), {**rung, "outcome": "not_through"})
    at_ben.post(address(conversation, "check_note"))

    conversation.refresh_from_db()
    pointer = conversation.safety_pointer
    assert conversation.state == State.SUBMITTED
    assert (pointer.outcome, pointer.rung, pointer.their_reference) == ("not_through", "mash", "AB/123")
    stored = {field.name for field in SafetyPointer._meta.get_fields()}
    assert not any(type(field).__name__ == "TextField" for field in SafetyPointer._meta.get_fields())
    assert all((field.max_length or 0) <= 50 for field in SafetyPointer._meta.fields)
    assert {"outcome", "rung", "rung_at", "their_reference"} <= stored


@pytest.mark.parametrize("reference", ["He told me that; ring", "a@b.example", "x" * 41])
def test_the_reference_cannot_hold_a_story(at_ben, conversation, rung, reference):
    answer = at_ben.post(address(conversation, "stop"), {**rung, "their_reference": reference})

    assert answer.status_code == 200
    assert not SafetyPointer.objects.exists()


def test_a_call_that_was_made_stays_on_record(ben, conversation):
    actions.record_rung(conversation=conversation, by=ben, outcome="rung", rung="mash", rung_at=timezone.now())

    actions.answer_safety(conversation=conversation, by=ben, answer="no")

    conversation.refresh_from_db()
    assert conversation.safety_answer == "yes"


def test_the_safeguarding_lead_is_told_by_a_mail_without_content(staff, ben, conversation):
    lead = staff(Role.SAFEGUARDING)
    actions.record_rung(conversation=conversation, by=ben, outcome="rung", rung="mash", rung_at=timezone.now())

    mail = OutboxMessage.objects.get(to=lead.email)
    assert conversation.reference in mail.text
    assert "Bellingham" not in mail.text
    assert ben.email not in mail.text
