"""The people who took part hear what came of it, on a card that can be passed on and points at nobody."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from accounts.roles import Role
from conversations import actions
from conversations.models import Action, Coding, PriorityPage
from conversations.states import State


def card(browser, conversation, name: str = "summary_card") -> str:
    answer = browser.get(reverse(f"conversations:{name}", args=[conversation.reference]))
    assert answer["Content-Type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def heard(make_theme, make_priority, make_link, say):
    """Three conversations with a theme that leads to an action."""
    theme, priority = make_theme("after-six", name="Warm places after six"), make_priority()
    make_link(theme, priority)
    Action.objects.create(code="hall", priority=priority, title="Open the hall late", owner="A head", status="done")
    return say(theme, 3)[0]


def test_it_says_thank_you_and_where_each_theme_went(at_ben, heard):
    text = card(at_ben, heard)

    for words in ("Thank you", "Warm places after six", "Safe after six", "Open the hall late: done"):
        assert words in text


def test_it_says_neither_where_nor_who_nor_in_anybody_s_words(at_ben, ben, heard):
    text = card(at_ben, heard)

    for secret in (heard.reference, heard.ward.name, "The library stays open", ben.email, "A head"):
        assert secret not in text


def test_what_fewer_than_three_conversations_said_is_not_on_it(at_ben, analyst, heard, make_theme, make_point):
    theme = make_theme("rare", name="Something rare")
    Coding.objects.create(point=make_point(heard), theme=theme, coder=analyst)

    assert "Something rare" not in card(at_ben, heard)


def test_it_says_why_something_is_not_taken_forward(at_ben, analyst, make_theme, say):
    theme = make_theme("cameras", name="Cameras")
    actions.set_not_taken_forward(theme=theme, reason="they are decided elsewhere.", by=analyst)

    assert "Not taken forward, because they are decided elsewhere." in card(at_ben, say(theme, 3)[0])


def test_two_themes_that_lead_to_one_priority_show_it_once(at_ben, analyst, heard, make_theme, make_link, say):
    other = make_theme("neighbours", name="Neighbours")
    make_link(other, PriorityPage.objects.get())
    say(other, 3)
    Coding.objects.create(point=heard.points.get(), theme=other, coder=analyst)

    text = card(at_ben, heard)

    assert "Neighbours" in text
    assert text.count("Open the hall late") == 1


def test_a_theme_without_an_answer_is_not_passed_over_in_silence(at_ben, make_theme, say):
    assert "Buses. We will give one, or say in public why not" in card(at_ben, say(make_theme("buses"), 3)[0])


def test_before_anything_is_known_it_says_so(at_ben, make_conversation):
    assert "You will hear from us again" in card(at_ben, make_conversation(state=State.ACCEPTED))


@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.QUARANTINE, State.WITHDRAWN])
def test_what_does_not_count_has_no_card(at_ben, make_conversation, state):
    conversation = make_conversation(state=state)

    assert at_ben.get(reverse("conversations:summary_card", args=[conversation.reference])).status_code == 404


def test_the_lead_organisation_may_send_it_and_others_do_not_find_it(
    coordinator, signed_in, staff, make_facilitator, heard
):
    assert "Thank you" in card(signed_in(coordinator), heard, "summary_card_for_readers")

    here = reverse("conversations:summary_card_for_readers", args=[heard.reference])
    assert signed_in(staff(Role.BOARD)).get(here).status_code == 403
    own = reverse("conversations:summary_card", args=[heard.reference])
    assert signed_in(make_facilitator("eve@example.org")).get(own).status_code == 404
