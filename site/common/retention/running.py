"""Decide and carry out how long things are kept."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from common import audit
from common.models import RetentionDecision, RetentionRun
from common.retention import Rule, all_rules, rule_of

logger = logging.getLogger(__name__)
# After that long without a run, something is wrong with the clock (D5).
RED_AFTER = timedelta(hours=48)
# A slip of the finger must not empty the platform, nor keep things for a lifetime.
FEWEST_DAYS, MOST_DAYS = 1, 3660


class NotOurs(Exception):
    """The rule has no period here, or a promised one: nobody changes it on a page."""


@dataclass(frozen=True)
class Standing:
    """A rule as the officer sees it today."""

    rule: Rule
    decision: RetentionDecision | None
    last: RetentionRun | None

    @property
    def days(self) -> int | None:
        return self.decision.days if self.decision else self.rule.days

    @property
    def in_force(self) -> bool:
        return self.rule.days is not None and (self.rule.promised or self.decision is not None)

    @property
    def due(self) -> int:
        """The dry run: how many records are older now."""
        return self.rule.due(until_of(self.days)) if self.days else 0


def until_of(days: int) -> datetime:
    """What is older than this moment goes."""
    return timezone.now() - timedelta(days=days)


def standings() -> list[Standing]:
    """Every rule with its decision and its last run. Three queries, however many rules there are."""
    decisions = {decision.slug: decision for decision in RetentionDecision.objects.select_related("decided_by")}
    newest = RetentionRun.objects.order_by().values("slug").annotate(newest=Max("pk")).values("newest")
    runs = {run.slug: run for run in RetentionRun.objects.filter(pk__in=newest)}
    return [Standing(rule, decisions.get(rule.slug), runs.get(rule.slug)) for rule in all_rules()]


def is_red(standings: list[Standing]) -> bool:
    """Whether a rule that is in force has not been carried out for 48 hours, or failed."""
    late = timezone.now() - RED_AFTER
    return any(one.in_force and (one.last is None or one.last.at < late or one.last.problem) for one in standings)


@transaction.atomic
def decide(*, slug: str, days: int, by: User) -> RetentionDecision:
    """Say yes to `days` for a rule. From the next run on, older records go. Raises NotOurs, ValueError."""
    rule = rule_of(slug)
    if rule.promised or rule.days is None:
        raise NotOurs
    if not FEWEST_DAYS <= days <= MOST_DAYS:
        raise ValueError(days)
    decision, _ = RetentionDecision.objects.update_or_create(slug=slug, defaults={"days": days, "decided_by": by})
    audit.record("retention decided", actor=by, thing=decision, reason=f"{slug}: {days} days")
    return decision


def run() -> list[RetentionRun]:
    """Carry out every rule that is in force. One that fails is written down, and stops none of the others."""
    return [_run_one(one.rule, until_of(one.days)) for one in standings() if one.in_force and one.days]


def _run_one(rule: Rule, until: datetime) -> RetentionRun:
    try:
        gone, problem = rule.forget(until), ""
    except Exception as fault:
        # Whatever it was: the next rule holds something else that somebody was promised would go.
        gone, problem = 0, type(fault).__name__
        logger.error("The retention rule %s failed: %s", rule.slug, problem)
    done = RetentionRun.objects.create(slug=rule.slug, gone=gone, problem=problem)
    if gone:
        audit.record("retention carried out", thing=done, reason=f"{rule.slug}: {gone}")
    return done
