"""From what was said to what is done, and back, in two clicks each way."""

import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from conversations import actions, thread
from conversations.choices import Consent
from conversations.models import Action, NotTakenForward, Quote, ThreadLink
from conversations.states import State


@pytest.fixture
def led(make_theme, make_priority, make_link):
    """A theme that leads to a priority with an action."""
    theme, priority = make_theme("after-six", name="After six"), make_priority()
    make_link(theme, priority)
    Action.objects.create(code="hall", priority=priority, title="Open the hall late", owner="A head", status="done")
    return theme, priority


def test_from_the_action_to_the_theme_and_back(client, led, say):
    theme, priority = led
    say(theme, 3)

    page = client.get(priority.url).content.decode()
    heard = client.get(reverse("conversations:theme_heard", args=[theme.code])).content.decode()

    assert "Open the hall late" in page
    assert reverse("conversations:theme_heard", args=[theme.code]) in page
    assert priority.url in heard
    assert ">3</span> conversations" in heard


def test_from_the_conversation_to_the_action(at_ben, led, say, make_priority):
    theme, priority = led
    conversation = say(theme, 1)[0]

    page = at_ben.get(reverse("conversations:came_of_it", args=[conversation.reference])).content.decode()

    assert "The library stays open, 1." in page
    assert "After six" in page
    assert priority.url in page
    assert "Open the hall late" in page
    assert "Done" in page


def test_a_facilitator_is_told_why_a_theme_was_not_taken_forward(at_ben, analyst, make_theme, say):
    theme = make_theme("cameras")
    actions.set_not_taken_forward(theme=theme, reason="they are decided elsewhere.", by=analyst)
    conversation = say(theme, 1)[0]

    page = at_ben.get(reverse("conversations:came_of_it", args=[conversation.reference])).content.decode()

    assert "Not taken forward, because they are decided elsewhere." in page


def test_the_strategy_page_shows_priorities_and_what_will_not_be_done(client, strategy, led, make_theme, analyst):
    actions.set_not_taken_forward(theme=make_theme("cameras"), reason="they are decided elsewhere.", by=analyst)

    page = client.get(strategy.url).content.decode()

    assert "Safe after six" in page
    assert "What we will not do, and why" in page
    assert "they are decided elsewhere." in page
    assert "Set-Cookie" not in client.get(strategy.url).headers


def test_the_analyst_links_a_theme_with_a_reason(analyst, signed_in, make_theme, make_priority):
    theme, priority = make_theme(), make_priority()

    signed_in(analyst).post(
        reverse("conversations:link_theme", args=[theme.code]),
        {"priority": priority.pk, "kind": "asked_for", "reason": "Asked for in many ideas."},
    )

    link = ThreadLink.objects.get()
    assert (link.theme, link.priority_id, link.by) == (theme, priority.pk, analyst)


def test_a_link_without_a_reason_keeps_what_was_chosen(analyst, signed_in, make_theme, make_priority):
    theme, priority = make_theme(), make_priority()

    page = (
        signed_in(analyst)
        .post(reverse("conversations:link_theme", args=[theme.code]), {"priority": priority.pk, "kind": "supports"})
        .content.decode()
    )

    assert "Say in a sentence why this leads there" in page
    assert re.search(rf'name="priority" value="{priority.pk}"[^>]*checked', page)


def test_a_theme_has_a_priority_or_a_reason_but_not_both(analyst, led):
    theme, priority = led

    with pytest.raises(ValidationError, match="leads to a priority"):
        actions.set_not_taken_forward(theme=theme, reason="No.", by=analyst)

    actions.unlink_theme(link=theme.links.get(), by=analyst)
    actions.set_not_taken_forward(theme=theme, reason="No.", by=analyst)
    actions.link_theme(theme=theme, priority=priority, kind="answers", reason="Now yes.", by=analyst)
    assert not NotTakenForward.objects.exists()


def test_only_those_who_decide_link_themes(staff, make_theme, make_priority):
    from accounts.roles import Role

    theme, priority = make_theme(), make_priority()
    for role in (Role.REDACTOR, Role.BOARD, Role.COMMS, Role.ADMIN):
        with pytest.raises(PermissionDenied):
            actions.link_theme(theme=theme, priority=priority, kind="answers", reason="x", by=staff(role))


def test_the_share_of_what_was_said_that_has_an_answer(led, say, make_theme):
    theme, _ = led
    assert thread.share_answered() is None

    say(theme, 15)
    say(make_theme("unanswered"), 15)

    assert thread.share_answered() == 50


def test_a_draft_priority_is_no_answer(led, say):
    theme, priority = led
    say(theme, 30)
    priority.unpublish()

    assert thread.share_answered() == 0


def test_own_words_are_shown_only_where_they_were_agreed_and_consented(client, analyst, coordinator, led, say):
    theme, priority = led
    conversations = say(theme, 3)
    yes = Quote.objects.create(
        point=conversations[0].points.get(), words="Somewhere warm.", consent=Consent.PUBLISH_ROLE
    )
    no = Quote.objects.create(point=conversations[1].points.get(), words="Only for you.", consent=Consent.ANALYSIS)

    assert "Somewhere warm." not in client.get(priority.url).content.decode()
    actions.agree_quote(quote=yes, priority=priority, by=analyst)
    with pytest.raises(ValidationError, match="did not agree"):
        actions.agree_quote(quote=no, priority=priority, by=analyst)

    page = client.get(priority.url).content.decode()
    assert "Somewhere warm." in page
    assert "a resident" in page
    actions.withdraw(conversation=conversations[0], by=coordinator, reason="They asked for it.")
    assert "Somewhere warm." not in client.get(priority.url).content.decode()


def test_a_priority_that_themes_lead_to_is_not_deleted_in_the_admin(make_user, signed_in, led):
    theme, priority = led
    root = signed_in(make_user("root@example.org", is_superuser=True, is_staff=True))

    root.post(reverse("wagtailadmin_pages:delete", args=[priority.pk]))

    priority.refresh_from_db()
    assert theme.links.get().priority_id == priority.pk


def test_a_withdrawn_conversation_shows_no_words_to_its_facilitator(at_ben, led, say):
    conversation = say(led[0], 1, state=State.WITHDRAWN)[0]

    page = at_ben.get(reverse("conversations:came_of_it", args=[conversation.reference])).content.decode()

    assert "The library stays open" not in page
