"""Reviews, learning and self-checks support priorities; nobody is recognisable; the platform counts what it can."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from champions.models import AnswerCount, Workshop
from conversations import actions, counted
from conversations.choices import PRINCIPLES
from conversations.models import Indicator, Record

TODAY = timezone.localdate()
BEGUN = {code: "begun" for code, _ in PRINCIPLES}


@pytest.fixture
def officer(staff):
    return staff(Role.OWNER)


@pytest.fixture
def lead(staff):
    return staff(Role.SAFEGUARDING)


@pytest.fixture
def cases(officer) -> Record:
    return actions.add_record(
        by=officer, title="Learning from 2025", kind="cases", scope="What came before.", source="The partnership",
        status="done", findings="Somebody could have helped earlier.",
    )  # fmt: skip


def public(code: str) -> int:
    return Client().get(reverse("conversations:evidence_record", args=[code])).status_code


def test_learning_from_a_death_is_public_only_after_somebody_else_has_looked(cases, officer, lead, make_user):
    with pytest.raises(actions.NotReady, match="sign it off first"):
        actions.show_record(record=cases, by=officer, is_public=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Record.objects.update(is_public=True)
    with pytest.raises(PermissionDenied):
        actions.sign_off(record=cases, by=officer)

    actions.sign_off(record=cases, by=lead)
    actions.show_record(record=cases, by=officer, is_public=True)
    assert public(cases.code) == 200

    actions.change_record(record=cases, by=officer, findings="Other words.")
    assert public(cases.code) == 404


def test_nobody_signs_off_what_they_wrote(make_user):
    both = make_user("both@example.org", Role.OWNER, Role.SAFEGUARDING)
    record = actions.add_record(by=both, title="Mine", kind="cases", scope="x", source="x")

    with pytest.raises(PermissionDenied):
        actions.sign_off(record=record, by=both)


def test_at_the_desk_a_review_is_kept_linked_and_shown(officer, signed_in, make_priority):
    browser, priority = signed_in(officer), make_priority()
    given = {
        "kind": "review", "title": "Early help", "year": "2026", "place": "borough", "source": "The council",
        "scope": "Help for families.", "status": "done", "findings": "Too late.", "response": "Sooner.",
    }  # fmt: skip
    browser.post(reverse("conversations:new_record"), given)
    browser.post(reverse("conversations:support_priority", args=["early-help"]), {"priority": priority.slug})
    refused = browser.post(reverse("conversations:support_priority", args=["early-help"]), {"priority": priority.slug})
    assert "Fill in “Why?”" in refused.content.decode()
    browser.post(
        reverse("conversations:support_priority", args=["early-help"]),
        {"priority": priority.slug, "reason": "It says the same."},
    )
    browser.post(reverse("conversations:show_record", args=["early-help"]), {"show": ""})

    stranger = Client()
    assert "Early help" in stranger.get(priority.url).content.decode()
    page = stranger.get(reverse("conversations:evidence_record", args=["early-help"]))
    assert "Too late." in page.content.decode()
    assert priority.url in page.content.decode()
    assert "Set-Cookie" not in page.headers
    assert "Early help" not in stranger.get(reverse("conversations:evidence"), {"kind": "needs"}).content.decode()
    assert "Early help" in stranger.get(reverse("conversations:evidence"), {"kind": "<rubbish>"}).content.decode()


def test_the_safeguarding_lead_finds_the_button(cases, lead, signed_in):
    browser, address = signed_in(lead), reverse("conversations:record", args=[cases.code])

    assert "sign it off</button>" in browser.get(address).content.decode()
    browser.post(reverse("conversations:sign_record_off", args=[cases.code]))

    cases.refresh_from_db()
    assert cases.signed_by == lead
    assert "sign it off</button>" not in browser.get(address).content.decode()


def test_a_finished_record_without_findings_is_not_shown(officer):
    record = actions.add_record(by=officer, title="Empty", kind="review", scope="x", source="x", status="done")

    with pytest.raises(actions.NotReady, match="what it found"):
        actions.show_record(record=record, by=officer, is_public=True)


def test_a_self_check_needs_all_six_and_counts_once_for_a_year(officer):
    with pytest.raises(ValidationError, match="each of the six"):
        actions.check_ourselves(by=officer, organisation="A school", on=TODAY, answers={"safety": "begun"})
    first, last = date(2026, 7, 1), date(2026, 9, 30)
    for organisation, on, answers in (
        ("A school", date(2026, 5, 1), BEGUN),
        ("a School", date(2026, 6, 1), BEGUN),
        ("A club", date(2026, 6, 1), BEGUN | {"voice": "not_yet"}),
        ("Long ago", date(2025, 5, 1), BEGUN),
    ):
        actions.check_ourselves(by=officer, organisation=organisation, on=on, answers=answers)

    assert counted.self_checks(first, last) == 1


def test_a_partner_looks_at_itself_at_the_desk(officer, signed_in):
    given = {"organisation": "A school", "on_day": TODAY.day, "on_month": TODAY.month, "on_year": TODAY.year}
    browser, address = signed_in(officer), reverse("conversations:self_checks")

    assert "There is a problem" in browser.post(address, given).content.decode()
    page = browser.post(address, given | BEGUN, follow=True).content.decode()

    assert "has begun with all six" in page


@pytest.mark.parametrize(
    ("today", "quarter"),
    [
        ("2027-01-01", (date(2026, 10, 1), date(2026, 12, 31))),
        ("2027-03-31", (date(2026, 10, 1), date(2026, 12, 31))),
        ("2027-04-01", (date(2027, 1, 1), date(2027, 3, 31))),
    ],
)
def test_a_quarter_is_counted_when_it_is_over(today, quarter):
    assert counted.quarter_before(date.fromisoformat(today)) == quarter


@pytest.fixture
def answered(make_facilitator):
    """So many workshops of last quarter, each with these answers to the trust question."""

    def make(workshops: int, a_lot: int, a_little: int) -> None:
        make_facilitator()
        template = Workshop.objects.get()
        on = counted.quarter_before(TODAY)[1] - timedelta(days=3)
        for number in range(workshops):
            template.pk, template.slug = None, f"answered-{number}"
            template.starts_at = template.starts_at.replace(year=on.year, month=on.month, day=on.day)
            template.ends_at = template.starts_at + timedelta(hours=4)
            template.booking_closes_at = template.starts_at
            template._state.adding = True
            template.save()
            for answer, count in (("a_lot", a_lot), ("a_little", a_little)):
                AnswerCount.objects.create(
                    workshop=template, moment="after", statement="trust", answer=answer, number=count
                )

    return make


@pytest.mark.parametrize(
    ("workshops", "a_lot", "a_little", "share"), [(3, 8, 2, 85), (2, 20, 5, None), (3, 3, 2, None)]
)
def test_trust_is_told_only_of_enough_workshops_and_answers(answered, workshops, a_lot, a_little, share):
    answered(workshops, a_lot, a_little)

    assert counted.trust(*counted.quarter_before(TODAY)) == share


def test_what_the_platform_counts_is_added_once_a_quarter(answered, officer):
    answered(3, 8, 2)
    fields = {"definition": "x", "kind": "outcome", "source": "x", "owner": "x", "most": 100, "unit": "%"}
    trust = actions.add_indicator(by=officer, name="Trust", fed_by="trust", **fields)
    actions.add_indicator(by=officer, name="Other", **fields)

    call_command("count_indicators")
    call_command("count_indicators")

    assert [(reading.on, reading.shown) for reading in trust.readings.all()] == [
        (counted.quarter_before(TODAY)[1], "85%")
    ]
    with time_machine.travel(timezone.now() + timedelta(days=92), tick=False):
        assert actions.count_indicators() == 0
    assert Indicator.objects.get(code="other").readings.count() == 0
