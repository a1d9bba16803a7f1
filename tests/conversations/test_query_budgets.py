"""A page asks the database the same number of questions, however much there is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conversations.models import Action


@pytest.fixture
def grow(make_theme, make_priority, make_link, say, make_point):
    """More of everything: a theme, a priority, an action and three conversations each time."""
    turns = iter(range(100))

    def more() -> str:
        turn = next(turns)
        theme, priority = make_theme(f"theme-{turn}"), make_priority(f"priority-{turn}")
        make_link(theme, priority)
        Action.objects.create(code=f"action-{turn}", priority=priority, title="Do it", owner="A head")
        conversation = say(theme, 3)[0]
        for _ in range(3):
            make_point(conversation)
        return conversation.reference

    return more


def questions(browser, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize(
    ("name", "most"),
    [("workspace_conversations", 12), ("workspace_themes", 12), ("workspace_priorities", 14)],
)
def test_lists_of_the_workspace(coordinator, signed_in, grow, name, most):
    browser, address = signed_in(coordinator), reverse(f"conversations:{name}")
    grow()
    questions(browser, address)
    few = questions(browser, address)
    for _ in range(4):
        grow()

    assert questions(browser, address) == few <= most


def test_bens_list_and_what_came_of_it(at_ben, grow, make_point):
    reference = grow()
    addresses = [reverse("conversations:mine"), reverse("conversations:came_of_it", args=[reference])]
    for address in addresses:
        questions(at_ben, address)
    few = [questions(at_ben, address) for address in addresses]
    for _ in range(4):
        grow()
    from conversations.models import Conversation

    for _ in range(10):
        make_point(Conversation.objects.get(reference=reference))

    assert [questions(at_ben, address) for address in addresses] == few
    assert max(few) <= 20


def test_reading_a_note(analyst, signed_in, grow, make_point):
    from conversations.models import Conversation

    reference = grow()
    browser, address = signed_in(analyst), reverse("conversations:read_note", args=[reference])
    questions(browser, address)
    few = questions(browser, address)
    for _ in range(20):
        make_point(Conversation.objects.get(reference=reference))

    assert questions(browser, address) == few <= 15


def test_the_public_strategy(client, strategy, grow):
    grow()
    questions(client, strategy.url)
    few = questions(client, strategy.url)
    for _ in range(4):
        grow()

    assert questions(client, strategy.url) == few <= 25


def test_writing_a_long_note_and_asking_for_a_change_in_one(ben, at_ben, conversation):
    from conversations import actions, steps

    def write_more() -> None:
        for _ in range(4):
            quote = {"words": "Warm.", "consent": "publish", "consent_how": "spoken", "speaker": "parent"}
            actions.save_point(conversation=conversation, by=ben, kind="idea", words="Open the hall.", quote=quote)

    screen = reverse("conversations:note_points", args=[conversation.reference, steps.step_of("ideas")])
    write_more()
    questions(at_ben, screen)
    few = questions(at_ben, screen)
    write_more()
    assert questions(at_ben, screen) == few <= 20

    type(conversation).objects.update(state="accepted")
    corrections = reverse("conversations:corrections", args=[conversation.reference])
    few = questions(at_ben, corrections)
    type(conversation).objects.update(state="draft")
    write_more()
    type(conversation).objects.update(state="accepted")
    assert questions(at_ben, corrections) == few <= 15
