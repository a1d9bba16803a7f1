"""The log is for a few people, and the workspace for the lead organisation."""

import csv

import pytest
import time_machine

from accounts.roles import Role
from common import audit, audit_chain
from common.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role)
def test_only_the_data_protection_officer_and_the_administrator_read_the_log(role, staff, signed_in):
    allowed = role in (Role.DPO, Role.ADMIN)

    assert signed_in(staff(role)).get("/workspace/log/").status_code == (200 if allowed else 403)


def test_the_log_says_who_did_what_to_which(staff, signed_in):
    officer = staff(Role.DPO)
    audit.record("note read", actor=officer, thing=officer, reason="Complaint 12")

    page = signed_in(officer).get("/workspace/log/").content.decode()

    assert "note read: Complaint 12" in page
    assert "accounts.user" in page


def test_the_log_stays_within_its_queries(staff, signed_in, django_assert_max_num_queries):
    officer = staff(Role.DPO)
    for _ in range(60):
        audit.record("note read", actor=officer)
    browser = signed_in(officer)

    with django_assert_max_num_queries(11):
        browser.get("/workspace/log/?page=9999")


def test_the_officer_narrows_the_log_to_a_person_a_deed_and_days(staff, signed_in):
    officer, other = staff(Role.DPO), staff(Role.ADMIN)
    with time_machine.travel("2026-03-10 12:00Z"):
        audit.record("note read", actor=other, reason="In March")
        audit.record("role started: champion", actor=other, reason="Another deed")
        audit.record("note read", actor=officer, reason="Another person")
    with time_machine.travel("2026-04-01 12:00Z"):
        audit.record("note read", actor=other, reason="Too late")
    days = "since_day=1&since_month=3&since_year=2026&until_day=31&until_month=March&until_year=2026"

    answer = signed_in(officer).get(f"/workspace/log/?actor={other.pk}&action=note+read&{days}")

    page = answer.content.decode()
    assert "In March" in page
    assert "Another deed" not in page
    assert "Another person" not in page
    assert "Too late" not in page
    assert "Filter (4" in page


ODD = ["since_day=99&since_month=99&since_year=99", "actor=abc", "action=%00", "page=x&until_day=1"]


@pytest.mark.parametrize("query", ODD)
def test_odd_questions_to_the_log_are_left_out(staff, signed_in, query):
    officer = staff(Role.DPO)
    audit.record("note read", actor=officer, reason="Complaint 12")

    assert "Complaint 12" in signed_in(officer).get(f"/workspace/log/?{query}").content.decode()


@pytest.mark.parametrize("role", Role)
def test_the_workspace_is_for_the_lead_organisation(role, staff, signed_in):
    allowed = role in (Role.COORDINATOR, Role.ANALYST, Role.REDACTOR)

    assert signed_in(staff(role)).get("/workspace/").status_code == (200 if allowed else 403)


def test_the_officer_sees_that_the_log_is_whole_and_that_it_was_changed(staff, signed_in):
    officer = signed_in(staff(Role.DPO))
    audit.record("note read")
    audit_chain.seal()

    assert "The log is whole" in officer.get("/workspace/log/check/").content.decode()
    AuditEntry._base_manager.update(reason="Another")
    page = officer.get("/workspace/log/check/").content.decode()
    assert "Line 1 of the log was changed" in page
    assert "security incident" in page


def test_the_officer_takes_the_lines_that_are_shown_and_that_is_a_line_itself(staff, signed_in):
    officer = staff(Role.DPO)
    audit.record("note read", actor=officer, reason="=cmd|' /C calc'!A0")
    audit.record("another deed")

    answer = signed_in(officer).post("/workspace/log.csv", {"action": "note read"})

    lines = list(csv.reader(answer.content.decode().splitlines()))
    assert [line[3] for line in lines[1:]] == ["note read"]
    assert lines[1][6].startswith("'=")
    assert AuditEntry.objects.get(action="log exported").reason == "1 lines"


def test_a_link_does_not_take_the_log(staff, signed_in):
    assert signed_in(staff(Role.DPO)).get("/workspace/log.csv").status_code == 405
