"""Adults ask to host or to join, without a cookie; of a younger person nothing is kept (rule 6)."""

import re

import pytest
from django.urls import reverse

from accounts.roles import Role
from common.limits import MOST_IN_AN_HOUR
from conversations.models import ConversationRequest

HERE = "/conversations/ask/"


def state(client) -> str:
    return re.search(r'name="state" value="([^"]+)"', client.get(HERE).content.decode())[1]


def answers(client, **overrides) -> dict:
    return {
        "is_adult": "yes", "wish": "host", "group": "A choir", "ward": "", "email": "kim@example.org",
        "state": state(client),
    } | overrides  # fmt: skip


def test_an_adult_asks_to_host(client, vocabulary):
    answer = client.post(HERE, answers(client))

    asked = ConversationRequest.objects.get()
    assert (asked.wish, asked.group, asked.email) == ("host", "A choir", "kim@example.org")
    assert "Set-Cookie" not in answer.headers


def test_the_same_form_twice_is_one_request(client, vocabulary):
    form = answers(client)
    for _ in range(3):
        client.post(HERE, form)

    assert ConversationRequest.objects.count() == 1


@pytest.mark.parametrize("email", ["kim@example.org", "", "rubbish"])
def test_of_a_younger_person_nothing_is_kept(client, vocabulary, email):
    page = client.post(HERE, answers(client, is_adult="no", email=email)).content.decode()

    assert "We did not keep anything that you typed" in page
    assert not ConversationRequest.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"email": "kim"}, {"wish": "?"}, {"is_adult": ""}, {"group": "Ring 07700 900123"}, {"state": "old"},
              {"group": "x" * 9000}, {"ward": "999"}],
)  # fmt: skip
def test_something_wrong_is_a_sentence_and_keeps_what_was_typed(client, vocabulary, wrong):
    answer = client.post(HERE, answers(client, **wrong))

    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()
    assert "kim" in answer.content.decode()
    assert not ConversationRequest.objects.exists()


def test_whoever_asks_very_often_has_to_wait(client, vocabulary):
    form = answers(client)
    for _ in range(MOST_IN_AN_HOUR["ask_conversation"]):
        client.post(HERE, form)

    assert client.post(HERE, answers(client)).status_code == 429
    assert ConversationRequest.objects.count() == 1


def test_another_site_cannot_post_it(client, vocabulary):
    assert client.post(HERE, answers(client), headers={"origin": "https://elsewhere.example"}).status_code == 403


@pytest.mark.parametrize("role", Role)
def test_only_the_coordinator_sees_the_addresses(client, vocabulary, staff, signed_in, role):
    client.post(HERE, answers(client))

    answer = signed_in(staff(role)).get(reverse("conversations:requests"))

    assert answer.status_code == (200 if role == Role.COORDINATOR else 403)
    assert ("kim@example.org" in answer.content.decode()) == (role == Role.COORDINATOR)


def test_the_address_goes_when_somebody_answered(client, vocabulary, coordinator, signed_in):
    client.post(HERE, answers(client))
    asked = ConversationRequest.objects.get()

    signed_in(coordinator).post(reverse("conversations:answer_request", args=[asked.pk]))

    asked.refresh_from_db()
    assert asked.answered_by == coordinator
    assert asked.email == ""
