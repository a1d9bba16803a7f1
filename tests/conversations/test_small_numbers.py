"""Public pages show how many conversations, by the rule, and nothing about one of them."""

import pytest
from django.urls import reverse

from common.models import Ward
from conversations.choices import Consent
from conversations.models import ConversationsPage, Quote
from conversations.states import COUNTED, State


@pytest.fixture
def led(make_theme, make_priority, make_link):
    theme, priority = make_theme("after-six", name="After six"), make_priority()
    make_link(theme, priority)
    return theme, priority


FEW = ">fewer than 3</span> conversations"


@pytest.mark.parametrize(
    ("times", "shown"),
    [
        (0, ">0</span> conversations"),
        (1, FEW),
        (2, FEW),
        (3, ">3</span> conversations"),
        (8, ">8</span> conversations"),
    ],
)
def test_the_number_behind_a_priority(client, led, say, times, shown):
    theme, priority = led
    say(theme, times)

    assert shown in client.get(priority.url).content.decode()
    assert shown in client.get(reverse("conversations:theme_heard", args=[theme.code])).content.decode()


@pytest.mark.parametrize("times", [1, 2])
def test_nothing_of_one_or_two_conversations_is_shown(client, led, say, times, analyst):
    theme, priority = led
    conversations = say(theme, times)
    point = conversations[0].points.get()
    Quote.objects.create(point=point, words="My own words.", consent=Consent.PUBLISH, agreed_for=priority)

    pages = client.get(priority.url).content.decode()
    pages += client.get(reverse("conversations:theme_heard", args=[theme.code])).content.decode()

    for secret in ("My own words.", "already working", "The library stays open", "Bellingham", "wards"):
        assert secret not in pages
    assert all(conversation.reference not in pages for conversation in conversations)


def test_wards_are_counted_only_from_three_up_and_never_named(client, led, say):
    theme, priority = led
    say(theme, 4)
    assert "wards" not in client.get(priority.url).content.decode()

    wards = list(Ward.objects.exclude(code="bellingham")[:2])
    for ward in wards:
        say(theme, 1, ward=ward)

    page = client.get(priority.url).content.decode()
    assert ">3</span> wards" in page
    assert all(ward.name not in page for ward in wards)


@pytest.mark.parametrize("state", [state for state in State if state not in COUNTED])
def test_drafts_unread_returned_and_withdrawn_notes_count_nowhere(client, led, say, state, strategy):
    theme, priority = led
    say(theme, 4, state=state)

    for address in (priority.url, strategy.url, reverse("conversations:theme_heard", args=[theme.code])):
        page = client.get(address).content.decode()
        assert ">4</span>" not in page
        assert ">0</span>" in page


def test_one_loud_conversation_counts_once(client, led, say, make_point, analyst):
    from conversations.models import Coding

    theme, priority = led
    loud = say(theme, 3)[0]
    for _ in range(30):
        Coding.objects.create(point=make_point(loud), theme=theme, coder=analyst)

    assert ">3</span> conversations" in client.get(priority.url).content.decode()


def test_two_coders_who_agree_count_a_conversation_once(client, led, say, coordinator):
    from conversations.models import Coding

    theme, priority = led
    for conversation in say(theme, 3):
        Coding.objects.create(point=conversation.points.get(), theme=theme, coder=coordinator)

    assert ">3</span> conversations" in client.get(priority.url).content.decode()


def test_the_landing_page_shows_the_number_and_the_three_questions(client, strategy, vocabulary, make_theme, say):
    page = strategy.get_parent().add_child(instance=ConversationsPage(title="Conversations", slug="conversations"))
    say(make_theme(), 2)

    shown = client.get(page.url).content.decode()

    assert "fewer than 3" in shown
    assert "How do we shape a safer place and space?" in shown


def test_public_pages_set_no_cookie_and_are_the_same_for_staff(client, signed_in, analyst, led, say):
    theme, priority = led
    say(theme, 3)

    for address in (priority.url, reverse("conversations:theme_heard", args=[theme.code])):
        public = client.get(address)
        assert not public.cookies
        assert public.content == signed_in(analyst).get(address).content


def test_a_reserved_code_has_no_public_page(client, make_theme):
    make_theme("none-of-these", kind="reserved")

    assert client.get(reverse("conversations:theme_heard", args=["none-of-these"])).status_code == 404
