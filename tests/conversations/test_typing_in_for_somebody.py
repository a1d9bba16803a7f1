"""Whoever writes on paper, or would rather tell it on the phone, is a facilitator like the others (users.md 1.3)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.roles import Role
from common.models import AuditEntry, OutboxMessage
from conversations import actions
from conversations.models import Conversation
from conversations.permissions import can_accept, can_code, can_record
from conversations.states import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_desk(coordinator, signed_in):
    return signed_in(coordinator)


@pytest.fixture
def typed_in(ben, coordinator, make_conversation) -> Conversation:
    return make_conversation(entered_by=coordinator, entered_from="paper")


@pytest.fixture
def fill_in(at_desk, ben, vocabulary):
    def fill_in(**changed):
        path = reverse("conversations:type_in")
        day = {"held_on_day": "3", "held_on_month": "11", "held_on_year": "2025"}
        facts = {"facilitator": ben.pk, "entered_from": "paper", "setting": "school", "audience": "parents", **day}
        return at_desk.post(path, facts | changed, follow=True)

    return fill_in


def test_the_coordinator_begins_it_and_goes_on_screen_by_screen(fill_in, ben, coordinator, at_desk):
    page = fill_in().content.decode()

    conversation = Conversation.objects.get()
    assert (conversation.facilitator, conversation.entered_by) == (ben, coordinator)
    assert conversation.entered_from == "paper"
    assert conversation.reference in page
    assert at_desk.get(reverse("conversations:note_facts", args=[conversation.reference])).status_code == 200
    assert AuditEntry.objects.filter(action="note typed in for somebody").exists()
    mail = OutboxMessage.objects.get(kind="conversations/emails/typed_in")
    assert (mail.to, conversation.reference in mail.text) == (ben.email, True)


def test_the_note_is_the_facilitators_and_says_who_typed_it(typed_in, at_ben):
    mine = at_ben.get(reverse("conversations:mine")).content.decode()

    assert typed_in.reference in mine
    assert "Typed in by the coordinator" in mine


def test_the_facilitator_may_go_on_with_it(typed_in, ben):
    assert can_record(ben, typed_in)


def test_whoever_typed_it_neither_accepts_it_nor_puts_themes_on_it(typed_in, coordinator):
    typed_in.state = State.SUBMITTED

    assert not can_accept(coordinator, typed_in)
    assert not can_code(coordinator, typed_in)


def test_another_coordinator_accepts_it(typed_in, make_user):
    typed_in.state = State.SUBMITTED

    assert can_accept(make_user("other@example.org", Role.COORDINATOR), typed_in)


def test_only_who_is_trained_today_can_be_typed_in_for(fill_in, make_facilitator, coordinator):
    lapsed = make_facilitator("lapsed@example.org", 800)

    page = fill_in(facilitator=lapsed.pk).content.decode()

    assert "Choose somebody from the list" in page
    assert not Conversation.objects.exists()
    with pytest.raises(PermissionDenied):
        actions.type_in(
            facilitator=lapsed, by=coordinator, entered_from="paper", held_on="2026-11-03", setting="school"
        )


def test_nobody_but_a_coordinator_types_in(analyst, ben, signed_in):
    with pytest.raises(PermissionDenied):
        actions.type_in(facilitator=ben, by=analyst, entered_from="phone", held_on="2026-11-03", setting="school")


def test_when_the_training_has_lapsed_nobody_goes_on_typing(typed_in, ben, coordinator):
    ben.training.all().delete()

    assert not can_record(coordinator, typed_in)


def test_who_is_a_coordinator_no_more_goes_on_typing_no_more(typed_in, coordinator):
    coordinator.groups.clear()

    assert not can_record(type(coordinator).objects.get(pk=coordinator.pk), typed_in)


def test_a_day_to_come_is_refused(fill_in):
    page = fill_in(held_on_year="2031").content.decode()

    assert "Enter a day that has been" in page
    assert not Conversation.objects.exists()


def test_readers_see_how_it_came(typed_in, complete, analyst, signed_in, coordinator):
    complete(typed_in)
    Conversation.objects.filter(pk=typed_in.pk).update(state=State.SUBMITTED)

    page = signed_in(analyst).get(reverse("conversations:read_note", args=[typed_in.reference])).content.decode()

    assert "Told on paper, and typed in by" in page
