"""The log is for a few people, and the workspace for the lead organisation."""

import pytest

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

    with django_assert_max_num_queries(9):
        browser.get("/workspace/log/?page=9999")


@pytest.mark.parametrize("role", Role)
def test_the_workspace_is_for_the_lead_organisation(role, staff, signed_in):
    allowed = role in (Role.COORDINATOR, Role.ANALYST, Role.REDACTOR)

    assert signed_in(staff(role)).get("/workspace/").status_code == (200 if allowed else 403)
