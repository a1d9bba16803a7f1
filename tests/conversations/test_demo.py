"""The demonstration says that it is one, is uneven as life is, and loads once."""

import pytest
from django.conf import settings
from django.test import Client

from accounts import demo as accounts_demo
from conversations import actions, building, demo
from conversations.models import Action, Aim, Conversation, Point, PriorityPage, StrategyVersion, Theme
from conversations.privacy import identifiers_in
from conversations.states import State


@pytest.fixture
def loaded(vocabulary, strategy):
    root = strategy.get_parent()
    strategy.delete()
    root.refresh_from_db()
    accounts_demo.load()
    demo.load(root)
    return root


def test_it_holds_what_the_contract_promises(loaded):
    assert Conversation.objects.filter(is_launch=True).count() == 1
    assert 60 <= Conversation.objects.count() <= 70
    assert set(Conversation.objects.values_list("state", flat=True)) == set(State)
    assert Action.objects.count() == 15
    assert Aim.objects.count() == 5
    assert PriorityPage.objects.live().count() == 5
    assert Theme.objects.filter(not_taken_forward__isnull=False).exists()


def test_every_theme_that_is_told_has_an_answer_and_every_priority_a_measure(loaded):
    priorities = list(PriorityPage.objects.standing().for_lists())

    assert actions.without_answer() == []
    assert not building.gaps(priorities)
    assert StrategyVersion.objects.waiting_for_the_board().count() == 1


def test_loading_again_changes_nothing(loaded):
    before = list(Conversation.objects.values_list("reference", "state")), Point.objects.count()

    demo.load(loaded)

    assert before == (list(Conversation.objects.values_list("reference", "state")), Point.objects.count())


def test_it_is_uneven_and_nobody_is_identified(loaded):
    sizes = sorted(conversation.points.count() for conversation in Conversation.objects.all())

    assert sizes[-1] >= 25
    assert sizes[len(sizes) // 2] < 12
    assert not any(identifiers_in(words) for words in Point.objects.values_list("words", flat=True))
    assert Point.objects.values("words").distinct().count() >= 90


def test_the_public_pages_say_that_it_is_invented(loaded):
    assert settings.DEMO
    for address in (
        "/strategy/",
        "/conversations/",
        "/strategy/somewhere-safe-after-six/",
        "/strategy/heard/after-six/",
    ):
        page = Client().get(address)
        assert page.status_code == 200
        assert "Demonstration content" in page.content.decode()


def test_the_demo_facilitator_has_a_conversation_to_write(loaded):
    own = Conversation.objects.filter(facilitator__email="facilitator@demo.example")

    assert own.writable().exists()
    assert own.counted().exists()
