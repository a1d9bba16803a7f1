"""A champion asks the team, and a person answers within three working days."""

from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accounts.roles import Role
from champions import actions
from champions.actions.asking import answer_day
from champions.models import TeamQuestion
from common import outbox
from common.models import OutboxMessage
from common.sealed import unseal
from services_directory.bank_holidays import is_bank_holiday

pytestmark = pytest.mark.django_db

ASK = reverse("champions:ask_the_team")
SECRET = "Whom do I send somebody to who sleeps on a sofa?"


@pytest.fixture
def amara(make_champion):
    return make_champion("amara@example.org", promise_agreed_on=date(2026, 11, 1))


@pytest.fixture
def coordinator(staff):
    return staff(Role.COORDINATOR)


@pytest.fixture
def question(amara) -> TeamQuestion:
    return actions.ask_the_team(user=amara.user, topic="service", text=SECRET)


def address(question: TeamQuestion, name: str = "team_question") -> str:
    return reverse(f"champions:{name}", args=[question.uuid])


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 11, 23), date(2026, 11, 26)),  # Monday to Thursday
        (date(2026, 11, 26), date(2026, 12, 1)),  # over a weekend
        (date(2026, 12, 24), date(2026, 12, 31)),  # over Christmas, Boxing Day taken on Monday, and a weekend
    ],
)
def test_the_day_of_the_answer_leaves_out_weekends_and_bank_holidays(asked, due):
    assert answer_day(asked) == due


@given(st.dates(date(2024, 1, 1), date(2040, 1, 1)))
def test_the_day_of_the_answer_is_a_working_day_within_nine_days(asked):
    due = answer_day(asked)

    assert due.weekday() < 5
    assert not is_bank_holiday(due)
    assert 3 <= (due - asked).days <= 9


def test_a_champion_asks_and_reads_until_when_we_answer(amara, signed_in):
    with time_machine.travel("2026-11-23 12:00", tick=False):
        page = signed_in(amara.user).post(ASK, {"topic": "service", "text": SECRET}, follow=True).content.decode()

    assert "We answer by Thursday 26 November" in page
    assert "sofa" in page


def test_the_team_hears_that_there_is_a_question_and_not_what_it_says(coordinator, question):
    told = OutboxMessage.objects.get(kind="champions/emails/question_came")

    assert told.to == coordinator.email
    words = unseal(told.text, purpose=outbox.PURPOSE)
    assert "sofa" not in words + told.subject
    assert "amara" not in words


def test_somebody_takes_it_on_and_the_list_says_who(coordinator, question, signed_in):
    signed_in(coordinator).post(address(question, "take_on_question"))

    question.refresh_from_db()
    assert question.owner == coordinator
    assert f"{coordinator} has it" in signed_in(coordinator).get(reverse("champions:team_questions")).content.decode()


def test_the_answer_stands_on_their_page_and_not_in_the_mail(coordinator, question, amara, signed_in):
    signed_in(coordinator).post(address(question), {"answer": "The housing team at Laurence House."})

    told = OutboxMessage.objects.get(kind="champions/emails/question_answered")
    assert (told.to, "Laurence" in unseal(told.text, purpose=outbox.PURPOSE)) == (amara.user.email, False)
    assert "Laurence House" in signed_in(amara.user).get(ASK).content.decode()


def test_an_answer_without_words_is_refused_and_the_database_refuses_it_too(coordinator, question, signed_in):
    assert "Write an answer" in signed_in(coordinator).post(address(question), {"answer": " "}).content.decode()

    with pytest.raises(IntegrityError), transaction.atomic():
        TeamQuestion.objects.filter(pk=question.pk).update(answer="Something")


def test_what_is_late_says_so_and_what_waits_stands_on_top(coordinator, question, signed_in):
    old = actions.ask_the_team(user=question.asked_by, topic="other", text="An old one")
    actions.answer_question(question=old, answer="Yes", by=coordinator)
    TeamQuestion.objects.filter(pk=question.pk).update(due_on=date(2020, 1, 1))

    page = signed_in(coordinator).get(reverse("champions:team_questions")).content.decode()

    assert "Late" in page
    assert page.index("sofa") < page.index("An old one")


def test_nobody_reads_the_questions_of_others(question, make_champion, staff, signed_in):
    other = make_champion("ben@example.org")
    assert "sofa" not in signed_in(other.user).get(ASK).content.decode()
    for role in set(Role) - {Role.COORDINATOR}:
        assert signed_in(staff(role)).get(address(question)).status_code == 403, role


def test_the_list_stays_within_its_queries(coordinator, amara, signed_in, django_assert_max_num_queries):
    for number in range(12):
        actions.ask_the_team(user=amara.user, topic="other", text=f"Question {number}")
    client = signed_in(coordinator)
    client.get(reverse("champions:team_questions"))

    with django_assert_max_num_queries(8):
        client.get(reverse("champions:team_questions"))
