"""What this app keeps itself: mail that went out, and the log."""

from datetime import datetime

from common import audit_chain
from common.models import AuditEntry, DataComplaint, OutboxMessage, RetentionRun
from common.retention import Rule


def _mail(until: datetime):
    """The row stays without its address and words, because it is what keeps a mail from going out twice."""
    done = OutboxMessage.objects.exclude(state=OutboxMessage.State.QUEUED)
    return done.filter(created__lt=until).exclude(to="")


def _answered(until: datetime):
    return DataComplaint.objects.filter(closed_at__lt=until)


def _old_lines(until: datetime) -> int:
    return AuditEntry.objects.exclude(number=None).filter(at__lt=until).count()


def _old_runs(until: datetime):
    return RetentionRun.objects.filter(at__lt=until)


RULES = [
    Rule(
        "mail", "Address and words of mail that went out, or could not", "To answer “I never got it”", 30,
        due=lambda until: _mail(until).count(),
        forget=lambda until: _mail(until).update(to="", subject="", text="", html="", attachments=[]),
    ),
    Rule(
        "complaints", "Complaints about personal data, once they are answered", "Legal duty to answer", 365,
        due=lambda until: _answered(until).count(), forget=lambda until: _answered(until).delete()[0],
    ),
    Rule(
        "log", "The log: who opened what", "To answer for it; ids only", 730,
        due=_old_lines, forget=lambda until: audit_chain.cut(until=until),
    ),
    Rule(
        "runs", "That these rules were carried out", "To show that they were", 730,
        due=lambda until: _old_runs(until).count(), forget=lambda until: _old_runs(until).delete()[0],
    ),
]  # fmt: skip
