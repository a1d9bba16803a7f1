"""Four questions before and after a conversation: on a phone or on paper, counted, and never shown of one room."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from pypdf import PdfReader

from accounts.roles import Role
from common.before_and_after import Answer, Moment, Statement
from conversations import actions
from conversations.models import PulseCount
from conversations.pulse import results
from conversations.states import State

ALL = dict.fromkeys(Statement.values, Answer.A_LOT.value)
HERE = {"Origin": "http://testserver"}
STATE = re.compile(r'name="state" value="([^"]+)"')


def address(conversation, moment="before") -> str:
    return f"/conversations/questions/{conversation.reference}/{moment}/"


@pytest.fixture
def today(make_conversation):
    return make_conversation(held_on=timezone.localdate(), state=State.PLANNED, expected_size=12)


@pytest.fixture
def over(make_conversation):
    """A conversation that counts, held so many days ago, where so many people answered each way."""

    def hold(days=20, before=9, after=9, **fields):
        held_on = timezone.localdate() - timedelta(days=days)
        conversation = make_conversation(**{"held_on": held_on, "state": State.CODED} | fields)
        for moment, number in ((Moment.BEFORE, before), (Moment.AFTER, after)):
            for statement in Statement:
                PulseCount.objects.create(
                    conversation=conversation, moment=moment, statement=statement, answer=Answer.PARTLY, number=number
                )
        return conversation

    return hold


def given() -> dict:
    rows = PulseCount.objects.counted().values_list("moment", "statement", "answer", "number")
    return {(moment, statement): (reply, number) for moment, statement, reply, number in rows}


def send(client, conversation, moment="before", state=None, **answers):
    state = state or STATE.search(client.get(address(conversation, moment)).content.decode())[1]
    return client.post(address(conversation, moment), {"state": state, **(answers or ALL)}, headers=HERE)


def test_somebody_in_the_room_answers_on_a_phone(client, today):
    answer = send(client, today)

    assert "Your answers are counted" in answer.content.decode()
    assert given() == {("before", statement): ("a_lot", 1) for statement in Statement.values}
    assert not answer.cookies


def test_nothing_is_kept_but_numbers(client, today):
    for reply in (Answer.A_LOT, Answer.NOT_AT_ALL, Answer.A_LOT):
        send(client, today, reasons=reply, trust=reply)

    fields = {field.name for field in PulseCount._meta.get_fields()}
    assert fields == {"id", "conversation", "moment", "statement", "answer", "number"}
    assert PulseCount.objects.get(statement="trust", answer="a_lot").number == 2
    made = PulseCount.objects.order_by("pk").values_list("statement", "answer")
    assert list(made) == [(statement, reply) for statement in Statement.values for reply in Answer.values]


def test_sending_it_three_times_counts_once(client, today):
    state = STATE.search(client.get(address(today)).content.decode())[1]
    for _ in range(3):
        send(client, today, state=state)

    assert set(given().values()) == {("a_lot", 1)}


def test_a_page_that_was_open_too_long_keeps_the_answers(client, today):
    page = send(client, today, state="gone", trust=Answer.FULLY).content.decode()

    assert "Your answers are still here" in page
    assert not given()


def test_all_left_out_is_explained(client, today):
    assert "Choose an answer to one question at least" in send(client, today, trust="").content.decode()


def test_the_page_says_nothing_about_the_conversation_not_even_that_there_is_one(client, today):
    page = client.get(address(today)).content.decode()
    nobodys = client.get("/conversations/questions/C-NONE/before/")
    closed = client.get(address(today, "after").replace(today.reference, "C-NONE"))

    assert today.place not in page
    assert today.reference not in page.replace(address(today), "")
    assert nobodys.status_code == 200
    assert nobodys.content == closed.content


@pytest.mark.parametrize(
    ("moment", "days", "is_open"),
    [("before", 8, False), ("before", 7, True), ("before", 0, True), ("before", -1, False),
     ("after", 1, False), ("after", 0, True), ("after", -14, True), ("after", -15, False)],
)  # fmt: skip
def test_each_is_asked_in_its_own_days(client, make_conversation, moment, days, is_open):
    conversation = make_conversation(held_on=timezone.localdate() + timedelta(days=days))

    assert ("These questions are closed" not in client.get(address(conversation, moment)).content.decode()) == is_open


def test_no_more_answers_are_counted_than_people_can_have_been_there(make_conversation):
    small = make_conversation(held_on=timezone.localdate(), total_attended=2)
    for _ in range(2):
        actions.count_pulse(conversation=small, moment="after", answers=ALL)

    with pytest.raises(actions.PulseClosed):
        actions.count_pulse(conversation=small, moment="after", answers={"trust": "fully"})
    assert set(given().values()) == {("a_lot", 2)}


class TestOnPaper:
    def test_the_slips_have_the_four_questions_and_no_place_for_a_name(self, at_ben, today, tmp_path):
        sheet = tmp_path / "slips.pdf"
        sheet.write_bytes(at_ben.get(f"/my/conversations/{today.reference}/questions/slips.pdf").content)

        pages = [page.extract_text() for page in PdfReader(sheet).pages]
        assert [page.count(Statement.TRUST.label) for page in pages] == [4, 4]
        assert "Before the conversation" in pages[0]
        assert "After the conversation" in pages[1]

    def test_its_facilitator_types_them_in_one_by_one(self, at_ben, today):
        here = f"/my/conversations/{today.reference}/questions/before/"
        for _ in range(2):
            state = STATE.search(at_ben.get(here).content.decode())[1]
            for _ in range(2):  # pressed twice
                page = at_ben.post(here, {"state": state, "trust": "partly"}, follow=True).content.decode()

        assert given() == {("before", "trust"): ("partly", 2)}
        assert "Take the next slip" in page

    def test_slips_can_be_typed_in_for_two_weeks(self, at_ben, make_conversation):
        old = make_conversation(held_on=timezone.localdate() - timedelta(days=15))
        here = f"/my/conversations/{old.reference}/questions/after/"
        state = STATE.search(at_ben.get(here).content.decode())[1]

        page = at_ben.post(here, {"state": state, "trust": "partly"}).content.decode()

        assert "Slips are counted from the day of the conversation for two weeks" in page
        assert not given()

    def test_nobody_else_types_any_in(self, make_facilitator, signed_in, today):
        for path in ("questions/", "questions/slips.pdf", "questions/before/"):
            eve = signed_in(make_facilitator(f"eve{len(path)}@example.org"))
            assert eve.get(f"/my/conversations/{today.reference}/{path}").status_code == 404


def test_the_room_has_a_code_for_each_moment(at_ben, today):
    page = at_ben.get(f"/my/conversations/{today.reference}/questions/").content.decode()

    assert page.count("<svg xmlns") == 2
    assert address(today, "after") in page


class TestWhatIsShown:
    def test_one_conversation_is_never_shown_nor_are_two(self, over):
        for _ in range(2):
            over()
            assert results().tables == []

    def test_three_are_shown_together_and_rounded(self, over):
        for number in (9, 2, 2):
            over(before=number, after=1)

        assert results().tables[0]["rows"] == [["Before", "0", "0", "15", "0", "0"], ["After", "0", "0", "*", "0", "0"]]

    def test_the_fourth_and_the_fifth_change_nothing_until_there_is_a_sixth(self, over):
        for days in (30, 29, 28):
            over(days)
        before = results()
        for days in (27, 26):
            over(days, before=30, after=30)
            assert results() == before
        over(25)

        assert results().events == 6

    @pytest.mark.parametrize("state", [State.DRAFT, State.QUARANTINE, State.WITHDRAWN])
    def test_one_that_does_not_count_is_not_in_it(self, over, state):
        over(), over(), over(state=state)

        assert results().tables == []

    def test_nor_one_whose_questions_are_still_open(self, over):
        over(), over(), over(days=14)

        assert results().tables == []

    def test_readers_of_notes_see_it_and_nobody_else(
        self, client, signed_in, staff, over, django_assert_max_num_queries
    ):
        for _ in range(3):
            over()
        analyst = signed_in(staff(Role.ANALYST))
        with django_assert_max_num_queries(11):
            page = analyst.get("/workspace/seeing/trust/").content.decode()

        assert "at 3 conversations" in page
        assert signed_in(staff(Role.BOARD)).get("/workspace/seeing/trust/").status_code == 403
