"""A champion asks the team. Somebody takes it on, and answers by a day that was promised."""

from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from accounts.roles import Role
from champions import emails
from champions.models import TeamQuestion
from common import audit
from services_directory.bank_holidays import is_bank_holiday

# Working days until the team answers. It stands on the page that asks.
ANSWER_WITHIN = 3


def answer_day(asked: date) -> date:
    """The working day by which the team answers: weekends and England's bank holidays do not count."""
    day, left = asked, ANSWER_WITHIN
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and not is_bank_holiday(day)
    return day


@transaction.atomic
def ask_the_team(*, user, topic: str, text: str) -> TeamQuestion:
    """Put a question to the team. Coordinators hear that there is one, and not what it says."""
    question = TeamQuestion.objects.create(
        asked_by=user, topic=topic, text=text, due_on=answer_day(timezone.localdate())
    )
    for coordinator in get_user_model().objects.filter(groups__name=Role.COORDINATOR, is_active=True):
        emails.question_came(question, coordinator)
    return question


@transaction.atomic
def take_on_question(*, question: TeamQuestion, by) -> TeamQuestion:
    """Make somebody its owner, whoever had it before."""
    question.owner = by
    question.save(update_fields=["owner"])
    audit.record("question taken on", actor=by, thing=question)
    return question


@transaction.atomic
def answer_question(*, question: TeamQuestion, answer: str, by) -> TeamQuestion:
    """Answer it, or put the answer right. The person hears that there is an answer; it stands on their page alone."""
    question.answer, question.answered_by, question.answered_at = answer, by, timezone.now()
    question.owner = question.owner or by
    question.save(update_fields=["answer", "answered_by", "answered_at", "owner"])
    emails.question_answered(question)
    audit.record("question answered", actor=by, thing=question)
    return question
