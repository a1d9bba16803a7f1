"""Whoever has the card can ask for what they said to be taken out, without an account and without a cookie (F11)."""

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from accounts.roles import Role
from common.limits import MOST_IN_AN_HOUR
from common.models import OutboxMessage
from conversations.models import EnteredCode
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


def answer_to(client, code: str) -> str:
    answer = client.post(HERE, {"code": code})
    assert answer.status_code == 200
    return answer.content.decode().replace(code, "the code")


def test_after_the_cut_off_nothing_is_marked_and_the_page_says_why(client, staff, make_conversation):
    staff(Role.ANALYST)
    conversation = make_conversation(withdrawal_code="7Q4K-92WX", state=State.CODED)

    page = answer_to(client, "7Q4K-92WX")

    conversation.refresh_from_db()
    assert "nobody can tell which words were yours" in page
    assert conversation.withdrawal_asked_at is None
    assert not OutboxMessage.objects.exists()


def test_no_answer_tells_which_codes_there_are(client, with_card, make_conversation):
    make_conversation(withdrawal_code="2222-3333", state=State.CODED)

    known, too_late, unknown = (answer_to(client, code) for code in ("7Q4K-92WX", "2222-3333", "9999-WXYZ"))

    assert known == too_late == unknown


@pytest.fixture
def worker_is_away(settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}


def test_while_the_worker_is_away_the_wish_is_kept_and_no_table_shows_a_code(client, with_card, worker_is_away):
    client.post(HERE, {"code": "7Q4K-92WX"})

    kept = [*DBTaskResult.objects.values_list("args_kwargs"), *EnteredCode.objects.values_list("sealed")]
    assert len(kept) == 2
    assert "7Q4K" not in str(kept)


def test_the_clock_sees_to_what_the_worker_left_and_forgets_the_codes(client, staff, with_card, worker_is_away, capsys):
    analyst = staff(Role.ANALYST)
    for code in ("7Q4K-92WX", "9999-WXYZ"):
        client.post(HERE, {"code": code})

    for _ in range(2):
        call_command("take_out_by_codes")

    with_card.refresh_from_db()
    assert with_card.withdrawal_asked_at
    assert OutboxMessage.objects.filter(to=analyst.email).count() == 1
    assert not EnteredCode.objects.exists()
    assert capsys.readouterr().out == "Codes seen to: 2\nCodes seen to: 0\n"


def test_a_wish_sealed_with_a_secret_that_is_gone_is_forgotten(client, with_card, worker_is_away, settings):
    client.post(HERE, {"code": "7Q4K-92WX"})
    settings.SECRET_KEY = "another secret, and the old one is not kept"

    call_command("take_out_by_codes")

    with_card.refresh_from_db()
    assert with_card.withdrawal_asked_at is None
    assert not EnteredCode.objects.exists()


@pytest.mark.parametrize("typed", ["", "7Q4K-92W", "C-T001", "' OR 1=1", "💥" * 9, "\x00", "x" * 4000])
def test_what_is_no_code_is_a_sentence(client, with_card, typed):
    answer = client.post(HERE, {"code": typed})

    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()


def test_whoever_tries_many_codes_has_to_wait_and_others_do_not(client, with_card):
    for _ in range(MOST_IN_AN_HOUR["take_out"]):
        client.post(HERE, {"code": "9999-WXYZ"}, REMOTE_ADDR="203.0.113.7")

    too_many = client.post(HERE, {"code": "7Q4K-92WX"}, REMOTE_ADDR="203.0.113.7")
    with_card.refresh_from_db()
    assert too_many.status_code == 429
    assert "Please wait a little" in too_many.content.decode()
    assert with_card.withdrawal_asked_at is None

    client.post(HERE, {"code": "7Q4K-92WX"}, REMOTE_ADDR="203.0.113.8")
    with_card.refresh_from_db()
    assert with_card.withdrawal_asked_at


def test_another_site_cannot_post_it(client, with_card):
    answer = client.post(HERE, {"code": "7Q4K-92WX"}, headers={"origin": "https://elsewhere.example"})

    assert answer.status_code == 403


def test_the_reader_of_the_note_sees_that_somebody_asked(client, coordinator, signed_in, with_card):
    client.post(HERE, {"code": "7Q4K-92WX"})

    page = signed_in(coordinator).get(f"/workspace/conversations/{with_card.reference}/").content.decode()

    assert "Somebody asks us to take out what they said" in page
