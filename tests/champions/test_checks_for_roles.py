"""A role that needs a DBS check pauses until somebody has seen it. Nothing that stands in it is kept."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from champions import actions
from champions.actions.checks import old_checks
from champions.choices import CheckLevel, RoleKind
from champions.models import RoleCheck
from champions.permissions import is_active_trainer
from common.models import AuditEntry, OutboxMessage

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def note(trainer, staff):
    coordinator = staff(Role.COORDINATOR)

    def make(level=CheckLevel.BARRED, seen_on=None, review_on=None) -> RoleCheck:
        return actions.note_check(
            user=trainer, kind=RoleKind.TRAINER, level=level, why="Leads a weekly youth session",
            seen_on=seen_on, review_on=review_on, by=coordinator,
        )  # fmt: skip

    return make


def test_a_role_of_which_nobody_said_that_it_needs_one_goes_on(trainer):
    assert is_active_trainer(trainer)


def test_it_pauses_until_the_check_was_seen_and_goes_on_the_same_day(trainer, note, today):
    note()
    assert not is_active_trainer(trainer)

    note(seen_on=today)
    assert is_active_trainer(trainer)


def test_it_pauses_the_day_after_the_review_was_due(trainer, note, today):
    check = note(seen_on=today - 400 * DAY, review_on=today)

    assert check.counts(today)
    assert not check.counts(today + DAY)
    assert not check.counts(today - 401 * DAY)


def test_no_check_is_needed_where_the_role_needs_none(trainer, note):
    note(level=CheckLevel.NONE)

    assert is_active_trainer(trainer)


def test_a_review_before_it_was_seen_is_refused_by_the_database(note, today):
    with pytest.raises(IntegrityError), transaction.atomic():
        note(seen_on=today, review_on=today - DAY)


@pytest.mark.parametrize(("days", "key"), [(61, None), (60, 60), (45, 60), (30, 30), (8, 30), (7, 7), (0, 7)])
def test_they_are_reminded_at_sixty_thirty_and_seven_days(note, today, days, key):
    note(seen_on=today - 300 * DAY, review_on=today + days * DAY)

    actions.remind_of_checks(today=today)
    actions.remind_of_checks(today=today)

    keys = list(OutboxMessage.objects.filter(kind="champions/emails/check_due").values_list("key", flat=True))
    assert [int(one.rpartition(":")[2]) for one in keys] == ([key] if key else [])


def test_the_mail_does_not_say_what_it_is_about(note, today, django_capture_on_commit_callbacks):
    note(seen_on=today - 300 * DAY, review_on=today + 7 * DAY)

    with django_capture_on_commit_callbacks(execute=True):
        actions.remind_of_checks(today=today)

    assert not [word for word in ("DBS", "check", "barred") if word in mail.outbox[0].subject + mail.outbox[0].body]


def test_only_coordinators_see_the_list_and_each_look_is_noted(note, signed_in, staff, trainer):
    note()
    coordinator = signed_in(User.objects.get(email="coordinator@example.org"))

    assert "Leads a weekly youth session" in coordinator.get("/workspace/checks/").content.decode()
    assert AuditEntry.objects.filter(action="list of checks opened").count() == 1
    for role in (Role.ANALYST, Role.ADMIN, Role.DPO):
        assert signed_in(staff(role)).get("/workspace/checks/").status_code == 403
    assert signed_in(trainer).get("/workspace/checks/").status_code == 403


def test_a_coordinator_writes_it_down_and_rubbish_gets_a_sentence(signed_in, staff, trainer, today):
    coordinator = signed_in(staff(Role.COORDINATOR))
    given = {"user": trainer.pk, "kind": "trainer", "level": "enhanced", "why": "Leads a weekly youth session"}
    tomorrow = today + DAY
    seen = {"seen_on_day": tomorrow.day, "seen_on_month": tomorrow.month, "seen_on_year": tomorrow.year}

    assert "not in the future" in coordinator.post("/workspace/checks/", {**given, **seen}).content.decode()
    assert not RoleCheck.objects.exists()

    coordinator.post("/workspace/checks/", given)
    assert RoleCheck.objects.get().seen_by is None
    coordinator.post(f"/workspace/checks/{RoleCheck.objects.get().pk}/")
    assert not RoleCheck.objects.exists()


def test_the_person_sees_what_is_missing(note, signed_in, trainer, today):
    note()
    assert "Something is missing" in signed_in(trainer).get("/my/training/").content.decode()

    note(seen_on=today)
    page = signed_in(trainer).get("/my/training/").content.decode()
    assert "barred list" in page
    assert f"Seen on {today:%-d %B %Y}" in page


def test_it_goes_half_a_year_after_the_role(note, trainer, today):
    note(seen_on=today)
    assert not old_checks(today + DAY).exists()

    actions.end_role(role=trainer.dated_roles.get(), reason="moved away")

    assert not old_checks(today).exists()
    assert old_checks(today + DAY).exists()
