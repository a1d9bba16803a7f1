"""The board sees how the work is going in five minutes: aggregates only. It decides, and its decisions stay."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from accounts.roles import Role
from conversations import actions
from conversations.models import Action, Decision, Risk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role)
def test_the_board_page_is_for_those_who_steer(role, staff, signed_in):
    allowed = role in (Role.BOARD, Role.OWNER, Role.COORDINATOR, Role.ANALYST)

    assert signed_in(staff(role)).get("/board/").status_code == (200 if allowed else 403)


def test_an_empty_board_page_says_so(staff, signed_in):
    page = signed_in(staff(Role.BOARD)).get("/board/").content.decode()

    assert "There are no published priorities yet." in page
    assert "No action is held up." in page


def test_the_board_page_stays_within_its_queries(staff, signed_in, django_assert_max_num_queries):
    browser = signed_in(staff(Role.BOARD))

    with django_assert_max_num_queries(30):
        browser.get("/board/")


TODAY = timezone.localdate()


def day(name: str) -> dict:
    return {f"{name}_day": TODAY.day, f"{name}_month": TODAY.month, f"{name}_year": TODAY.year}


@pytest.fixture
def at_board(staff, signed_in):
    return signed_in(staff(Role.BOARD))


def words_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_actions_are_counted_by_horizon_and_status_and_lead_to_the_list(at_board):
    for number, status in enumerate(["done", "done", "delayed"]):
        Action.objects.create(
            code=f"a{number}",
            title=f"Action {number}",
            owner="A head",
            horizon="3",
            status=status,
            status_reason="Repairs.",
        )

    page = at_board.get("/board/").content.decode()

    assert f'<a href="{reverse("conversations:strategy_actions")}?status=done&amp;horizon=3">2</a>' in page
    assert "<strong>Action 2</strong> (A head). Repairs." in page


def test_an_action_past_its_date_stands_out_in_words(at_board):
    Action.objects.create(code="a", title="Late one", owner="A head", due=TODAY.replace(year=TODAY.year - 1))

    assert "<strong>Late one</strong> (A head). It is past its date." in at_board.get("/board/").content.decode()


def test_the_pack_says_the_same_and_screen_readers_read_it(at_board):
    Action.objects.create(code="a", title="Late one", owner="A head", due=TODAY.replace(year=TODAY.year - 1))
    answer = at_board.get("/board/pack.pdf")

    assert "Late one" in words_of(answer.content)
    assert "Nothing is due." in words_of(answer.content)
    catalogue = PdfReader(BytesIO(answer.content)).trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"


def test_anybody_may_take_the_lens_along():
    answer = Client().get("/strategy/lens.pdf")

    assert "Violence reduction lens" in words_of(answer.content)
    assert "Set-Cookie" not in answer.headers


def test_another_report_is_seen_through_the_lens_and_decided_once(at_board):
    asked = {"title": "A late licence", "report": "Licensing, item 4", **day("due")}
    refused = at_board.post("/board/decisions/", {**asked, "answer_safety": "harms"}).content.decode()
    assert "Say what the harm could be" in refused
    assert not Decision.objects.exists()

    at_board.post(
        "/board/decisions/", {**asked, "answer_safety": "harms", "note_safety": "Noise.", "answer_voice": "helps"}
    )
    decision = Decision.objects.get()
    assert [answer for _, answer, _ in decision.seen] == ["It could do harm: see the note", "It helps"]
    assert "A late licence" in at_board.get("/board/").content.decode()

    page = at_board.post(
        f"/board/decisions/{decision.pk}/", {"outcome": "Until ten, and asked again.", **day("on")}, follow=True
    )
    assert "Until ten, and asked again." in page.content.decode()
    assert "Until ten" in at_board.get("/board/decisions/").content.decode()
    with pytest.raises(ValidationError, match="decided already"):
        actions.decide_it(decision=decision, by=decision.by, outcome="Other", on=TODAY)


def test_a_decision_about_the_strategy_is_not_asked_through_the_lens(at_board):
    at_board.post("/board/decisions/", {"title": "More money", "answer_safety": "helps", **day("due")})

    assert Decision.objects.get().answers == {}


def test_only_the_board_decides(staff, signed_in):
    coordinator = staff(Role.COORDINATOR)
    decision = actions.ask_the_board(by=coordinator, title="More money", due=TODAY)

    signed_in(coordinator).post(f"/board/decisions/{decision.pk}/", {"outcome": "Yes.", **day("on")})

    decision.refresh_from_db()
    assert decision.decided_on is None


def test_a_risk_is_written_down_and_is_over_one_day(staff, signed_in, at_board):
    officer = signed_in(staff(Role.OWNER))
    given = {"words": "Money ends in March.", "level": "high", "what_we_do": "We asked for more.", "owner": "A head"}
    officer.post("/board/risks/", given)
    assert "Money ends in March." in at_board.get("/board/").content.decode()
    assert at_board.post("/board/risks/", given).status_code == 200
    assert Risk.objects.count() == 1

    officer.post(f"/board/risks/{Risk.objects.get().pk}/over/")

    assert "Money ends in March." not in at_board.get("/board/").content.decode()
