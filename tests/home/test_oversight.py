"""The log is for a few people, and the workspace for the lead organisation."""

import pytest
import time_machine

from accounts.roles import Role
from common import audit

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
