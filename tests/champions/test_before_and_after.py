"""Four questions before and after: counted, never kept side by side, and shown only of several workshops together."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.roles import Role
from champions import actions, links
from champions.answers import results
from champions.models import AnswerCount, Workshop
from common.before_and_after import Answer, Moment, Statement

ALL = dict.fromkeys(Statement.values, Answer.A_LOT.value)


def address(workshop, moment="before") -> str:
    return f"/workshops/{workshop.slug}/questions/{moment}/"


@pytest.fixture
def soon(make_workshop) -> Workshop:
    """A workshop in two days."""
    return make_workshop(starts_at=timezone.now() + timedelta(days=2))


@pytest.fixture
def answer(client):
    """Open the page and send it, as somebody on a phone."""

    def send(workshop, moment="before", *, state=None, **answers):
        page = client.get(address(workshop, moment)).content.decode()
        state = state or re.search(r'name="state" value="([^"]+)"', page)[1]
        send.state = state
        headers = {"Origin": "http://testserver"}
        return client.post(address(workshop, moment), {"state": state, **(answers or ALL)}, headers=headers)

    return send


@pytest.fixture
def over(make_workshop):
    """A workshop that ended so many days ago, at which so many people answered each way."""

    def hold(days=20, before=9, after=9) -> Workshop:
        workshop = make_workshop(state=Workshop.State.DONE)
        for moment, number in ((Moment.BEFORE, before), (Moment.AFTER, after)):
            for statement in Statement:
                AnswerCount.objects.create(
                    workshop=workshop, moment=moment, statement=statement, answer=Answer.PARTLY, number=number
                )
        ends_at = timezone.now() - timedelta(days=days)
        Workshop.objects.filter(pk=workshop.pk).update(starts_at=ends_at - timedelta(hours=4), ends_at=ends_at)
        return workshop

    return hold


def given() -> dict:
    rows = AnswerCount.objects.counted().values_list("moment", "statement", "answer", "number")
    return {(moment, statement): (reply, number) for moment, statement, reply, number in rows}


def test_answers_are_counted_one_by_one(soon, answer):
    sent = answer(soon)

    assert sent.status_code == 303
    assert given() == {("before", statement): ("a_lot", 1) for statement in Statement.values}
    assert not sent.cookies


def test_nothing_is_kept_but_numbers(soon, answer):
    for reply in (Answer.A_LOT, Answer.NOT_AT_ALL, Answer.A_LOT):
        answer(soon, reasons=reply, trust=reply)

    fields = {field.name for field in AnswerCount._meta.get_fields()}
    assert fields == {"id", "workshop", "moment", "statement", "answer", "number"}
    assert AnswerCount.objects.get(statement="trust", answer="a_lot").number == 2
    # All rows of a moment are made with the first answer, in an order that says nothing about it.
    made = AnswerCount.objects.order_by("pk").values_list("statement", "answer")
    assert list(made) == [(statement, reply) for statement in Statement.values for reply in Answer.values]


def test_sending_it_twice_counts_once(soon, answer):
    answer(soon)
    again = answer(soon, state=answer.state)

    assert again.status_code == 303
    assert set(given().values()) == {("a_lot", 1)}


def test_any_question_may_be_left_out_but_not_all(soon, answer):
    answer(soon, trust=Answer.FULLY)
    assert given() == {("before", "trust"): ("fully", 1)}

    page = answer(soon, trust="").content.decode()
    assert "Choose an answer to one question at least" in page
    assert "<title>Error: " in page


@pytest.mark.parametrize("reply", ["x" * 500, "🎉", "a_lot' OR 1=1"])
def test_an_answer_that_is_none_is_explained(soon, answer, reply):
    assert "Choose one of the answers in the list" in answer(soon, trust=reply, reasons=Answer.FULLY).content.decode()
    assert not given()


@pytest.mark.parametrize("state", ["", "x", "🎉"])
def test_a_page_that_was_open_too_long_keeps_the_answers(soon, answer, state):
    page = answer(soon, state=state or " ", trust=Answer.FULLY).content.decode()

    assert "Your answers are still here" in page
    assert 'value="fully" checked' in re.sub(r'\s+id="[^"]*"', "", page)
    assert not given()


@pytest.mark.parametrize(
    ("moment", "days", "hours", "is_open"),
    [
        ("before", -7, -0.1, False),
        ("before", -7, 0.1, True),
        ("before", 0, 0.9, True),
        ("before", 0, 1.1, False),
        ("after", 0, 2.9, False),
        ("after", 0, 3.1, True),
        ("after", 14, 3.9, True),
        ("after", 14, 4.1, False),
    ],
)
def test_each_is_asked_in_its_own_days(client, workshop, moment, days, hours, is_open):
    with time_machine.travel(workshop.starts_at + timedelta(days=days, hours=hours), tick=False):
        page = client.get(address(workshop, moment)).content.decode()

    assert ("These questions are closed" not in page) == is_open


def test_a_workshop_that_was_called_off_asks_nothing(client, soon):
    actions.call_off(workshop=soon, by=None)

    assert "These questions are closed" in client.get(address(soon)).content.decode()


def test_no_more_answers_are_counted_than_the_room_has_places(make_workshop):
    small = make_workshop(starts_at=timezone.now() + timedelta(days=2), capacity=2)
    for _ in range(2):
        actions.count_answers(workshop=small, moment="before", answers=ALL)

    with pytest.raises(actions.NotOpen):
        actions.count_answers(workshop=small, moment="before", answers=ALL)
    assert set(given().values()) == {("a_lot", 2)}


def test_the_address_is_the_same_for_everybody(client, soon, make_booking):
    pages = [client.get(links.booking_address(make_booking(soon))).content.decode() for _ in range(2)]

    assert all(f'href="{address(soon)}"' in page for page in pages)


def test_one_workshop_is_never_shown_alone_nor_are_two(over):
    for _ in range(2):
        over()
        assert results().tables == []


def test_three_are_shown_together_and_rounded(over):
    for number in (9, 2, 2):
        over(before=number, after=1)
    first = results().tables[0]

    assert results().events == 3
    assert first["caption"] == "I understand why violence happens"
    assert first["headings"] == ["When", "Not at all", "A little", "Partly", "A lot", "Fully"]
    assert first["rows"] == [
        ["Before", "0", "0", "15", "0", "0"],
        ["After", "0", "0", "*", "0", "0"],
    ]


def test_the_fourth_and_the_fifth_change_nothing_until_there_is_a_sixth(over):
    for days in (30, 29, 28):
        over(days)
    before = results()
    for days in (27, 26):
        over(days, before=30, after=30)
        assert results() == before
    over(25)

    assert results().events == 6


def test_a_workshop_whose_questions_are_still_open_is_not_counted(over):
    for days in (30, 29, 13):
        over(days)

    assert results().tables == []


def test_staff_read_the_results(signed_in, trainer, over, django_assert_max_num_queries):
    for _ in range(3):
        over()
    browser = signed_in(trainer)
    with django_assert_max_num_queries(11):
        page = browser.get("/workspace/workshops/before-and-after/").content.decode()

    assert "I trust public services here to work with us" in page
    assert "at 3 workshops" in page


def test_the_room_has_a_code_for_each_moment(signed_in, trainer, soon):
    page = signed_in(trainer).get(f"/my/workshops/{soon.slug}/questions/").content.decode()

    assert page.count("<svg xmlns") == 2
    assert address(soon, "after") in page


@pytest.mark.parametrize("path", ["/workspace/workshops/before-and-after/", "/my/workshops/{}/questions/"])
def test_nobody_else_sees_them(client, signed_in, staff, soon, path):
    assert client.get(path.format(soon.slug)).status_code == 302
    assert signed_in(staff(Role.COMMS)).get(path.format(soon.slug)).status_code == 403


def test_it_costs_a_few_queries(soon, answer, django_assert_max_num_queries):
    answer(soon)
    with django_assert_max_num_queries(16):
        answer(soon)
