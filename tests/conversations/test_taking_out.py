"""Whoever has the card can ask for what they said to be taken out, without an account and without a cookie (F11)."""

import pytest

from accounts.roles import Role
from common.models import OutboxMessage
from conversations.states import State

HERE = "/conversations/take-out/"


@pytest.fixture
def with_card(make_conversation):
    return make_conversation(withdrawal_code="7Q4K-92WX", state=State.ACCEPTED)


@pytest.mark.parametrize("typed", ["7Q4K-92WX", "7q4k92wx", " 7Q4K 92WX "])
def test_before_the_cut_off_the_readers_are_told_and_the_session_is_marked(client, staff, with_card, typed):
    analyst = staff(Role.ANALYST)

    for _ in range(2):
        answer = client.post(HERE, {"code": typed})

    with_card.refresh_from_db()
    mail = OutboxMessage.objects.get(to=analyst.email)
    assert "We have your request" in answer.content.decode()
    assert with_card.withdrawal_asked_at
    assert with_card.reference in mail.text
    assert "Set-Cookie" not in answer.headers


def test_after_the_cut_off_it_says_why_it_cannot_be_done(client, make_conversation):
    conversation = make_conversation(withdrawal_code="7Q4K-92WX", state=State.CODED)

    page = client.post(HERE, {"code": "7Q4K-92WX"}).content.decode()

    conversation.refresh_from_db()
    assert "nobody can tell which words were yours" in page
    assert conversation.withdrawal_asked_at is None


@pytest.mark.parametrize("typed", ["", "7Q4K-92WY", "C-T001", "' OR 1=1", "💥" * 9, "\x00", "x" * 4000])
def test_a_code_that_nobody_has_is_a_sentence(client, with_card, typed):
    answer = client.post(HERE, {"code": typed})

    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()


def test_another_site_cannot_post_it(client, with_card):
    answer = client.post(HERE, {"code": "7Q4K-92WX"}, headers={"origin": "https://elsewhere.example"})

    assert answer.status_code == 403


def test_the_reader_of_the_note_sees_that_somebody_asked(client, coordinator, signed_in, with_card):
    client.post(HERE, {"code": "7Q4K-92WX"})

    page = signed_in(coordinator).get(f"/workspace/conversations/{with_card.reference}/").content.decode()

    assert "Somebody asks us to take out what they said" in page
