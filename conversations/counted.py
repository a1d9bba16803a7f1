"""Figures that the platform counts by itself, once a quarter, as they may be shown (rule 7)."""

from collections.abc import Callable
from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from champions.models import AnswerCount, Workshop
from common.before_and_after import Answer, Counts, Moment, Statement
from common.disclosure import LEAST_CONVERSATIONS, share_of
from conversations.choices import FedBy
from conversations.models import Conversation, PulseCount, SelfCheck

YES = (Answer.A_LOT, Answer.FULLY)
# A self-check counts for a year.
CHECK_LASTS = timedelta(days=365)


def quarter_before(today: date) -> tuple[date, date]:
    """The first and the last day of the quarter that ended before `today`."""
    this = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    last = this - timedelta(days=1)
    return date(last.year, 3 * ((last.month - 1) // 3) + 1, 1), last


def trust(first: date, last: date) -> int | None:
    """Per cent, to the nearest 5, of those who trust public services a lot or fully after a workshop.

    None behind fewer than three workshops or twenty answers: it would say what one room answered.
    """
    workshops = Workshop.objects.answered().filter(starts_at__date__range=(first, last)).values_list("pk", flat=True)
    if len(workshops) < LEAST_CONVERSATIONS:
        return None
    return _trusting(AnswerCount.objects.filter(workshop__in=list(workshops)).together())


def trust_said(first: date, last: date) -> int | None:
    """The same after a conversation, of those that count: the pulse that its people gave on paper or on phones."""
    some = PulseCount.objects.counted().filter(conversation=OuterRef("pk"))
    held = Conversation.objects.counted().filter(Exists(some), held_on__range=(first, last))
    keys = list(held.values_list("pk", flat=True))
    if len(keys) < LEAST_CONVERSATIONS:
        return None
    return _trusting(PulseCount.objects.filter(conversation__in=keys).together())


def _trusting(counts: Counts) -> int | None:
    found = {answer: counts.get((Moment.AFTER, Statement.TRUST, answer), 0) for answer in Answer}
    return share_of(sum(found[answer] for answer in YES), sum(found.values()))


def self_checks(_first: date, last: date) -> int:
    """Organisations, which are no people, that have begun with each of the six principles within a year."""
    newest: dict[str, SelfCheck] = {}
    for check in SelfCheck.objects.filter(on__range=(last - CHECK_LASTS, last)).order_by("on", "pk"):
        newest[check.organisation.casefold()] = check
    return sum(check.has_begun_all for check in newest.values())


COUNTS: dict[str, Callable[[date, date], int | None]] = {
    FedBy.TRUST: trust,
    FedBy.TRUST_SAID: trust_said,
    FedBy.SELF_CHECK: self_checks,
}
