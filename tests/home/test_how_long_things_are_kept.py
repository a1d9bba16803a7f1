"""What is older than it should be goes, and it shows when it did not (D5)."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts.roles import Role
from common import audit, audit_chain
from common.models import AuditEntry, OutboxMessage, RetentionDecision, RetentionRun
from common.retention import all_rules, rule_of, running
from conversations.models import ConversationRequest

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(staff):
    return staff(Role.DPO)


@pytest.fixture
def asked():
    """Somebody who asked for a conversation, and was answered 31 days ago."""
    request = ConversationRequest.objects.create(wish="join", email="kit@example.org", key="1")
    ConversationRequest.objects.update(answered_at=timezone.now() - timedelta(days=31))
    return request


def standing(slug: str) -> running.Standing:
    return next(one for one in running.standings() if one.rule.slug == slug)


def run() -> str:
    out = StringIO()
    call_command("run_retention", stdout=out)
    return out.getvalue()


def test_every_rule_says_what_and_why_and_can_be_counted():
    for rule in all_rules():
        assert rule.what
        assert rule.why
        assert rule.due(timezone.now()) == 0
        assert rule.forget(timezone.now()) == 0


def test_nothing_goes_before_the_officer_has_said_yes(asked):
    assert standing("requests").due == 1
    assert "requests" not in run()
    assert ConversationRequest.objects.exists()


def test_what_is_older_goes_once_the_officer_has_said_yes_and_a_line_is_written(asked, officer):
    running.decide(slug="requests", days=30, by=officer)

    assert "requests: 1" in run()
    assert not ConversationRequest.objects.exists()
    assert AuditEntry.objects.get(action="retention carried out").reason == "requests: 1"
    assert "requests: 0" in run()


def test_the_officer_may_keep_it_longer(asked, officer):
    running.decide(slug="requests", days=60, by=officer)
    run()

    assert ConversationRequest.objects.exists()


def test_a_dry_run_takes_nothing_away(asked, officer):
    running.decide(slug="requests", days=30, by=officer)
    out = StringIO()
    call_command("run_retention", dry_run=True, stdout=out)

    assert "requests: 1 older" in out.getvalue()
    assert "mail: 0 older, not in force" in out.getvalue()
    assert ConversationRequest.objects.exists()
    assert not RetentionRun.objects.exists()


@pytest.mark.parametrize("slug", ["bookings", "pointers"])
def test_a_promise_and_what_others_decide_are_not_changed_on_a_page(officer, signed_in, slug):
    with pytest.raises(running.NotOurs):
        running.decide(slug=slug, days=5, by=officer)
    assert signed_in(officer).post(f"/workspace/retention/{slug}/", {"days": "5"}).status_code == 404


def test_a_rule_that_fails_stops_no_other_and_shows_red(officer, monkeypatch):
    def fails(until):
        raise RuntimeError("kit@example.org")

    run()
    assert not running.is_red(running.standings())
    monkeypatch.setattr("champions.actions.delete_old_needs", lambda: fails(None))
    said = run()

    assert "needs: RuntimeError" in said
    assert "bookings: 0" in said
    assert "kit@" not in said
    assert running.is_red(running.standings())


def test_it_is_red_when_the_clock_has_stood_still_for_two_days(officer, signed_in, time_machine):
    browser = signed_in(officer)
    assert "The clock has stopped" in browser.get("/workspace/retention/").content.decode()
    run()
    assert "The clock has stopped" not in browser.get("/workspace/retention/").content.decode()
    time_machine.move_to(timezone.now() + timedelta(hours=49))

    assert running.is_red(running.standings())


def test_the_officer_reads_how_much_is_older_and_says_yes(asked, officer, signed_in):
    browser = signed_in(officer)

    page = browser.get("/workspace/retention/requests/").content.decode()
    assert "1 record is older than 30 days" in page
    answer = browser.post("/workspace/retention/requests/", {"days": "14"}, follow=True)

    assert "Saved." in answer.content.decode()
    assert RetentionDecision.objects.get().days == 14
    assert AuditEntry.objects.filter(action="retention decided", actor=officer).exists()


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        ("0", "Enter 1 day or more"),
        ("-4", "Enter 1 day or more"),
        ("", "Enter how many days"),
        ("a month", "as a number"),
        ("99999", "or fewer"),
    ],
)
def test_days_that_make_no_sense_get_a_sentence(officer, signed_in, days, sentence):
    page = signed_in(officer).post("/workspace/retention/mail/", {"days": days}).content.decode()

    assert sentence in page
    assert not RetentionDecision.objects.exists()


def test_the_officer_carries_the_rules_out_at_once(asked, officer, signed_in):
    running.decide(slug="requests", days=30, by=officer)

    page = signed_in(officer).post("/workspace/retention/run/", follow=True).content.decode()

    assert "1 records went" in page


def test_mail_that_went_out_loses_its_address_and_still_goes_only_once(officer):
    OutboxMessage.objects.create(kind="k", key="1", to="kit@example.org", text="Words", state="sent")
    OutboxMessage.objects.create(kind="k", key="2", to="kit@example.org", text="Words", state="queued")
    OutboxMessage.objects.update(created=timezone.now() - timedelta(days=31))

    assert rule_of("mail").forget(running.until_of(30)) == 1
    assert list(OutboxMessage.objects.order_by("key").values_list("to", "text")) == [
        ("", ""),
        ("kit@example.org", "Words"),
    ]


def test_old_months_of_the_log_go_and_the_rest_is_whole(officer, time_machine):
    audit.record("note read")
    audit_chain.seal()
    time_machine.move_to(timezone.now() + timedelta(days=731))
    running.decide(slug="log", days=730, by=officer)
    run()

    assert not AuditEntry.objects.filter(action="note read").exists()
    assert audit_chain.check()


def test_the_page_asks_the_same_number_of_questions(officer, signed_in, django_assert_max_num_queries):
    browser = signed_in(officer)
    for _ in range(3):
        run()

    with django_assert_max_num_queries(30):
        browser.get("/workspace/retention/")
