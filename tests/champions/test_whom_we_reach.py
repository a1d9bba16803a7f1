"""Four questions about the person, after the booking: optional, counted, and with no key to the booking (C11)."""

import re
from datetime import date

import pytest
import time_machine

from accounts.roles import Role
from champions import actions, links
from champions.choices import ABOUT_YOU
from champions.models import Booking, ReachCount
from champions.models.reach import quarter_of
from champions.reach import reached

ADDRESS = "/workshops/about-you/"
ALL = {"age": "25-34", "sex": "female", "ethnic": "black", "disabled": "no"}


@pytest.fixture
def answer(client, db):
    def send(*, state=None, **answers):
        state = state or re.search(r'name="state" value="([^"]+)"', client.get(ADDRESS).content.decode())[1]
        send.state = state
        return client.post(ADDRESS, {"state": state, **(answers or ALL)}, headers={"Origin": "http://testserver"})

    return send


def given() -> dict:
    return dict(ReachCount.objects.filter(number__gt=0).values_list("question", "number"))


def test_they_are_asked_once_the_booking_is_confirmed_and_never_before(client, visit, workshop, make_booking):
    asked = visit(workshop)
    screens = [asked.client.get(asked.address), asked.answer(), asked.confirm()]
    held = links.booking_address(Booking.objects.get())
    booked = links.booking_address(make_booking(workshop))

    assert not [screen for screen in screens if "about-you" in screen.content.decode()]
    assert "about-you" not in client.get(held).content.decode()
    assert f'href="{ADDRESS}"' in client.get(booked).content.decode()


def test_answers_are_counted_and_nothing_else_is_kept(answer):
    sent = answer()

    assert sent.status_code == 303
    assert not sent.cookies
    assert given() == dict.fromkeys(ALL, 1)
    assert {field.name for field in ReachCount._meta.get_fields()} == {"id", "quarter", "question", "answer", "number"}
    rows = ReachCount.objects.order_by("pk").values_list("question", "answer")
    assert list(rows) == [(question, reply) for question, replies in ABOUT_YOU.items() for reply in replies]


def test_any_may_be_left_out_but_an_empty_page_is_no_answer(answer):
    answer(ethnic="white")
    assert given() == {"ethnic": 1}

    page = answer(ethnic="").content.decode()
    assert "<title>Error: " in page
    assert "or leave this page" in page


def test_sending_it_twice_counts_once(answer):
    answer()

    assert answer(state=answer.state).status_code == 303
    assert given() == dict.fromkeys(ALL, 1)


@pytest.mark.parametrize("state", ["x", "🎉"])
def test_a_page_that_was_open_too_long_keeps_the_answers(answer, state):
    page = answer(state=state, sex="female").content.decode()

    assert "Your answers are still here" in page
    assert not given()


@pytest.mark.parametrize("reply", ["x" * 500, "🎉", "female' OR 1=1", "\x00"])
def test_an_answer_that_is_none_is_explained(answer, reply):
    assert "Choose one of the answers in the list" in answer(sex=reply).content.decode()
    assert not given()


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 3, 31), date(2026, 1, 1)),
        (date(2026, 4, 1), date(2026, 4, 1)),
        (date(2026, 12, 31), date(2026, 10, 1)),
    ],
)
def test_a_quarter_begins_in_january_april_july_and_october(day, first):
    assert quarter_of(day) == first


@pytest.mark.django_db
def test_a_quarter_is_shown_when_it_is_over_and_small_numbers_are_not():
    with time_machine.travel("2026-02-03 12:00"):
        for number in range(23):
            actions.count_about_you(answers={"age": "18-24" if number < 20 else "65"})
        assert not reached().tables
    with time_machine.travel("2026-04-01 12:00"):
        ages = reached().tables[0]

        assert reached().quarter == date(2026, 1, 1)
        shown = str(ages["rows"])
        assert "20" in shown
        assert "*" in shown
        assert "'3'" not in shown


def test_staff_who_run_workshops_read_it_and_others_do_not(signed_in, staff):
    assert (
        "nothing to show yet"
        in signed_in(staff(Role.COORDINATOR)).get("/workspace/workshops/who-we-reach/").content.decode()
    )
    assert signed_in(staff(Role.BOARD)).get("/workspace/workshops/who-we-reach/").status_code == 403


def test_it_costs_a_few_queries(db, django_assert_max_num_queries):
    actions.count_about_you(answers=ALL)
    with django_assert_max_num_queries(8):
        actions.count_about_you(answers=ALL)
