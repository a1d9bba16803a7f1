"""Risks and decisions of the board. What was decided stays: a new decision is another row."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from conversations.actions.doing import may_write
from conversations.models import Decision, PriorityPage, Risk
from conversations.permissions import can_decide_strategy, can_write_strategy
from conversations.privacy import refuse_identifiers


@transaction.atomic
def add_risk(
    *, by: User, words: str, level: str, what_we_do: str, owner: str, priority: PriorityPage | None = None
) -> Risk:
    may_write(by)
    refuse_identifiers({"What may go wrong": words, "What we do about it": what_we_do, "Who looks after it": owner})
    risk = Risk.objects.create(
        words=words, level=level, what_we_do=what_we_do, owner=owner, priority=priority, since=timezone.localdate()
    )
    audit.record("risk written down", actor=by, thing=risk)
    return risk


@transaction.atomic
def close_risk(*, risk: Risk, by: User) -> Risk:
    """It is over. It stays in the list of those that were."""
    may_write(by)
    risk.closed_on = risk.closed_on or timezone.localdate()
    risk.save(update_fields=["closed_on"])
    audit.record("risk closed", actor=by, thing=risk)
    return risk


@transaction.atomic
def ask_the_board(*, by: User, title: str, due: date, report: str = "", answers: dict | None = None) -> Decision:
    """Put something before the board; another report of the council with its answers to the lens."""
    if not (can_write_strategy(by) or can_decide_strategy(by)):
        raise PermissionDenied
    notes = [one.get("note", "") for one in (answers or {}).values()]
    refuse_identifiers({"What is to be decided": title, "Report": report, "Note": " ".join(notes)})
    decision = Decision(title=title, report=report, due=due, answers=answers or {}, by=by)
    decision.full_clean()
    decision.save()
    audit.record("decision asked for", actor=by, thing=decision)
    return decision


@transaction.atomic
def decide_it(*, decision: Decision, by: User, outcome: str, on: date) -> Decision:
    """Write down what the board decided and why. Raises ValidationError where it is decided already."""
    if not can_decide_strategy(by):
        raise PermissionDenied
    refuse_identifiers({"What was decided, and why": outcome})
    decision = Decision.objects.select_for_update().get(pk=decision.pk)
    if decision.decided_on:
        raise ValidationError("This is decided already. Ask for a new decision if it should be another one.")
    if on > timezone.localdate():
        raise ValidationError({"on": "This day has not come yet"})
    decision.outcome, decision.decided_on, decision.decided_by = outcome, on, by
    decision.save()
    audit.record("decision taken", actor=by, thing=decision)
    return decision
