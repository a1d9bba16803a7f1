"""Facilitators, and whoever has the card, hear when something has come of a conversation: neutrally, no account."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from common.models import OutboxMessage
from conversations import actions, emails
from conversations.links import card_address, follower_address, owner_address
from conversations.models import Action, Follower
from conversations.states import State

ORIGIN = {"Origin": "http://testserver"}
CODE = "7Q4K-92WX"


@pytest.fixture
def led(make_theme, make_priority, make_link, say):
    """Three conversations about one theme, which leads to a priority with an action. The first has a card."""
    theme, priority = make_theme("after-six", name="After six"), make_priority()
    make_link(theme, priority)
    action = Action.objects.create(code="hall", priority=priority, title="Open the hall", owner="A head")
    conversations = say(theme, 3)
    type(conversations[0]).objects.filter(pk=conversations[0].pk).update(withdrawal_code=CODE)
    conversations[0].refresh_from_db()
    return conversations[0], action, theme


def post(address: str, **data):
    return Client().post(address, data, headers=ORIGIN)


def told(kind: str) -> int:
    return OutboxMessage.objects.filter(kind=f"conversations/emails/{kind}").count()


def later(days: int):
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=False)


def test_the_code_on_the_card_shows_what_came_of_it(led):
    answer = post(reverse("conversations:came_of_code"), code="7q4k92wx")

    page = Client().get(answer["Location"])
    words = page.content.decode()
    assert "After six" in words
    assert "Open the hall" in words
    assert "The library stays open" not in words
    assert "Set-Cookie" not in page.headers
    assert page["Cache-Control"].startswith("max-age=0")


@pytest.mark.parametrize("code", ["2222-2222", "", "x", "7Q4K 92WX 7Q4K"])
def test_another_code_shows_nothing_and_says_what_to_do(led, code):
    page = post(reverse("conversations:came_of_code"), code=code).content.decode()

    assert "There is a problem" in page
    assert "card" in page


def test_a_code_of_a_conversation_that_was_withdrawn_shows_nothing(led, coordinator):
    address = card_address(led[0])
    actions.withdraw(conversation=led[0], by=coordinator, reason="Somebody asked.")

    assert "There is a problem" in post(reverse("conversations:came_of_code"), code=CODE).content.decode()
    assert "After six" not in Client().get(address).content.decode()


def test_of_a_theme_that_only_this_group_had_nothing_is_said(led, make_theme, make_point, analyst):
    actions.put_themes(point=make_point(led[0]), themes=[make_theme("own", name="Only theirs")], coder=analyst)

    assert "Only theirs" not in Client().get(card_address(led[0])).content.decode()


def test_an_adult_leaves_an_address_once_and_can_stop_at_once(led):
    for _ in range(2):
        page = post(card_address(led[0]), is_adult="yes", email="Ama@Example.org").content.decode()
        assert "We will write to you" in page

    follower = Follower.objects.get()
    assert follower.email == "ama@example.org"
    assert told("you_follow") == 1
    assert "Stop these mails" in Client().get(follower_address(follower)).content.decode()
    assert Follower.objects.exists()
    assert "Your address is deleted" in post(follower_address(follower)).content.decode()
    assert not Follower.objects.exists()
    assert Client().get(follower_address(follower)).status_code == 410


def test_of_somebody_younger_no_address_is_kept(led):
    page = post(card_address(led[0]), is_adult="no", email="kid@example.org").content.decode()

    assert "we have kept nothing" in page
    assert not Follower.objects.exists()
    assert not OutboxMessage.objects.exists()


def test_an_adult_without_an_address_is_asked_for_it(led):
    assert "Enter your email address" in post(card_address(led[0]), is_adult="yes").content.decode()


def test_a_form_on_another_site_keeps_nothing(led):
    answer = Client().post(
        card_address(led[0]), {"is_adult": "yes", "email": "a@example.org"}, headers={"Origin": "https://evil.example"}
    )

    assert answer.status_code == 403
    assert not Follower.objects.exists()


def test_news_is_told_once_and_once_a_week_at_the_most(led, analyst):
    conversation, action, _ = led
    actions.follow(conversation=conversation, email="ama@example.org")
    call_command("tell_what_came_of_it")
    assert (told("news"), told("news_for_facilitator")) == (1, 3)

    actions.change_action(action=action, by=analyst, status="done")
    call_command("tell_what_came_of_it")
    assert told("news") == 1
    with later(8):
        call_command("tell_what_came_of_it")
        call_command("tell_what_came_of_it")
    assert (told("news"), told("news_for_facilitator")) == (2, 6)


def test_nobody_is_told_that_nothing_came_of_it_yet(make_theme, say):
    say(make_theme(), 3)

    assert actions.tell_what_came_of_it() == 0
    assert not OutboxMessage.objects.exists()


def test_two_themes_that_become_one_are_no_news_where_the_answer_is_the_same(led, analyst, make_theme, make_link, say):
    _, action, theme = led
    other = make_theme("other")
    make_link(other, action.priority)
    say(other, 3)
    actions.tell_what_came_of_it()

    actions.merge_themes(theme=other, into=theme, by=analyst)

    with later(8):
        assert actions.tell_what_came_of_it() == 0


def test_a_reason_why_not_is_news(led, analyst, make_theme, say):
    cameras = make_theme("cameras")
    say(cameras, 3)
    actions.tell_what_came_of_it()
    actions.set_not_taken_forward(theme=cameras, reason="it is decided elsewhere.", by=analyst)

    with later(8):
        assert actions.tell_what_came_of_it() == 3


def test_followers_of_a_withdrawn_conversation_hear_nothing(led, coordinator):
    actions.follow(conversation=led[0], email="ama@example.org")
    actions.withdraw(conversation=led[0], by=coordinator, reason="Somebody asked.")

    actions.tell_what_came_of_it()

    assert told("news") == 0


def test_mail_says_nothing_to_somebody_who_looks_over_a_shoulder(led):
    follower = actions.follow(conversation=led[0], email="ama@example.org")
    emails.tell_news(led[0], "1")

    for mail in OutboxMessage.objects.filter(to="ama@example.org"):
        assert not re.search(r"violence|conversation|strategy|knife|safe", mail.subject, re.I)
        assert mail.secret
        assert follower_address(follower) not in mail.text


def test_looking_at_what_came_of_everything_costs_the_same(led, make_theme, say, django_assert_max_num_queries):
    from conversations import thread

    say(make_theme("more"), 12)

    with django_assert_max_num_queries(8):
        thread.outcomes()


@pytest.fixture
def quiet(led) -> Action:
    """An action at which nobody has looked for three months."""
    led[1].owner_email, led[1].looked_at = "head@example.org", timezone.localdate() - timedelta(days=91)
    led[1].save()
    return led[1]


def test_an_owner_is_asked_once_a_month_until_somebody_looks(quiet):
    with time_machine.travel("2027-03-02", tick=False):
        call_command("remind_owners")
        call_command("remind_owners")
        assert told("how_is_it_going") == 1
    with time_machine.travel("2027-04-02", tick=False):
        call_command("remind_owners")
        assert told("how_is_it_going") == 2
        actions.nothing_changed(action=quiet)
        assert actions.remind_owners() == 0


def test_who_has_no_mailbox_is_done_or_looked_lately_is_left_alone(quiet):
    for fields in ({"owner_email": ""}, {"status": "done"}, {"looked_at": timezone.localdate()}):
        Action.objects.update(owner_email="head@example.org", status="proposed", looked_at=None)
        Action.objects.update(**fields)
        assert actions.remind_owners() == 0


def test_opening_the_owners_link_changes_nothing_and_pressing_does(quiet):
    address = owner_address(quiet)

    assert "Nothing has changed" in Client().get(address).content.decode()
    assert not quiet.changes.exists()
    assert "it is noted" in post(address).content.decode()

    quiet.refresh_from_db()
    assert quiet.looked_at == timezone.localdate()
    assert quiet.changes.get().by is None
    with later(100):
        assert Client().get(address).status_code == 410
    assert Client().get(f"{address[:-5]}xxxx/").status_code == 410


def test_a_conversation_that_nobody_handed_in_has_no_news(led):
    type(led[0]).objects.filter(pk=led[0].pk).update(state=State.DRAFT)

    assert "There is a problem" in post(reverse("conversations:came_of_code"), code=CODE).content.decode()
