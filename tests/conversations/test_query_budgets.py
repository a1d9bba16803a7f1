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
