"""A line of the log that was changed, added or taken away is found, whoever did it (D7)."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from common import audit, audit_chain
from common.models import AuditCheckpoint, AuditEntry
from common.models.audit import LogIsAppendOnly

pytestmark = pytest.mark.django_db

LINES = AuditEntry._base_manager


@pytest.fixture
def log():
    """Six sealed lines, a month apart, the first in January."""
    for month in range(1, 7):
        with time_machine.travel(datetime(2026, month, 1, 12, tzinfo=UTC)):
            audit.record("note read", reason=f"In month {month}")
            audit_chain.seal()


def line(number: int):
    return LINES.filter(number=number)


def test_a_log_that_nobody_touched_is_whole(log):
    audit.record("note read")

    whole = audit_chain.check()

    assert (whole.checked, whole.waiting, whole.number) == (6, 1, 6)


def test_an_empty_log_is_whole():
    assert audit_chain.check().checked == 0
    assert audit_chain.seal() == 0


@pytest.mark.parametrize("change", [{"reason": "Another"}, {"action": "nothing"}, {"actor_id": 7}, {"thing_id": "9"}])
def test_a_changed_line_is_found(log, change):
    line(3).update(**change)

    with pytest.raises(audit_chain.ChainBroken, match="Line 3 of the log was changed"):
        audit_chain.check()


def test_a_line_that_is_made_older_is_found(log):
    line(5).update(at=timezone.now() - timedelta(days=900))

    with pytest.raises(audit_chain.ChainBroken, match="Line 5"):
        audit_chain.check()


@pytest.mark.parametrize("number", [1, 3, 6])
def test_a_line_that_was_taken_away_is_found(log, number):
    line(number).delete()

    with pytest.raises(audit_chain.ChainBroken):
        audit_chain.check()


def test_somebody_who_makes_the_whole_chain_again_has_no_signature(log):
    line(6).delete()
    AuditCheckpoint.objects.update(number=5, digest=line(5).get().digest)

    with pytest.raises(audit_chain.ChainBroken, match="not signed by us"):
        audit_chain.check()


def test_no_code_changes_or_deletes_a_line(log):
    entry = AuditEntry.objects.first()

    for attempt in (entry.save, entry.delete, AuditEntry.objects.all().delete):
        with pytest.raises(LogIsAppendOnly):
            attempt()
    with pytest.raises(LogIsAppendOnly):
        AuditEntry.objects.update(reason="")


def test_the_line_stays_whole_when_the_account_of_its_actor_goes(make_user):
    gone = make_user("gone@example.org")
    audit.record("note read", actor=gone)
    audit_chain.seal()
    key = gone.pk
    User.objects.filter(pk=key).delete()

    assert audit_chain.check().checked == 1
    assert AuditEntry.objects.get().actor_id == key


def test_old_months_are_cut_and_the_rest_is_still_whole(log):
    assert audit_chain.cut(until=datetime(2026, 4, 1, tzinfo=UTC)) == 3

    assert audit_chain.check().checked == 3
    assert AuditEntry.objects.count() == 3
    assert audit_chain.cut(until=datetime(2026, 4, 1, tzinfo=UTC)) == 0


def test_a_log_that_was_cut_whole_goes_on(log):
    audit_chain.cut(until=timezone.now() + timedelta(days=1))
    audit.record("role started: champion")
    audit_chain.seal()

    assert audit_chain.check().number == 7


def test_more_than_was_cut_is_missing(log):
    audit_chain.cut(until=datetime(2026, 3, 1, tzinfo=UTC))
    line(3).delete()

    with pytest.raises(audit_chain.ChainBroken, match="Line 3"):
        audit_chain.check()


def test_a_changed_log_is_not_cut_because_that_would_hide_it(log):
    line(2).update(reason="Another")

    with pytest.raises(audit_chain.ChainBroken):
        audit_chain.cut(until=timezone.now())
    assert AuditEntry.objects.count() == 6


@given(words=st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), max_size=5))
def test_whatever_a_reason_says_the_log_is_whole(words):
    for reason in words:
        audit.record("note read", reason=reason)
    audit_chain.seal()

    assert audit_chain.check().waiting == 0


def test_the_clock_seals_and_checks(log):
    audit.record("note read")
    said = StringIO()
    call_command("seal_log", stdout=said)
    call_command("check_log", stdout=said)

    assert "Sealed 1 lines." in said.getvalue()
    assert "7 lines are as they were written; 0 wait" in said.getvalue()
    line(7).update(reason="Another")
    with pytest.raises(CommandError, match="Line 7"):
        call_command("check_log")
