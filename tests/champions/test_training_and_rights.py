"""Attendance writes a record of training, and rights follow from it the same day."""

from datetime import date, timedelta

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser

from accounts.roles import Role
from champions import actions
from champions.choices import Kind, RoleKind
from champions.models import TrainingRecord
from champions.permissions import (
    can_manage_workshops,
    can_mark_attendance,
    is_active_champion,
    is_active_facilitator,
    is_active_trainer,
)


@pytest.fixture
def ben(make_user):
    user = make_user("ben@example.org")
    actions.start_role(user=user, kind=RoleKind.FACILITATOR, on=date(2024, 1, 1))
    return user


@pytest.fixture
def train(make_workshop, make_booking, begin):
    """Book, attend and sign in at a workshop of this kind; the record that it leaves."""

    def come(user, kind=Kind.FACILITATOR) -> TrainingRecord:
        workshop = make_workshop(kind=kind)
        booking = make_booking(workshop, email=user.email.upper())
        begin(workshop)
        actions.record_attendance(workshop=workshop, came=[booking], by=None)
        return TrainingRecord.objects.get(workshop=workshop)

    return come


def test_a_facilitator_who_attended_training_has_the_right_the_same_day(ben, train):
    assert not is_active_facilitator(ben)

    train(ben)

    assert is_active_facilitator(ben)


def test_a_refresher_counts_and_a_workshop_for_residents_does_not(ben, train):
    train(ben, Kind.LOCAL)
    assert not is_active_facilitator(ben)

    train(ben, Kind.REFRESHER)
    assert is_active_facilitator(ben)


def test_training_without_the_role_gives_no_right(make_user, train):
    user = make_user("kim@example.org")
    train(user)

    assert not is_active_facilitator(user)


@pytest.mark.parametrize(
    ("attended_on", "today", "current"),
    [
        (date(2026, 5, 10), date(2026, 5, 9), False),
        (date(2026, 5, 10), date(2026, 5, 10), True),
        (date(2026, 5, 10), date(2028, 5, 10), True),
        (date(2026, 5, 10), date(2028, 5, 11), False),
        (date(2026, 2, 28), date(2028, 2, 29), True),
        (date(2026, 2, 27), date(2028, 2, 28), False),
    ],
)
def test_training_lasts_24_months_and_row_query_and_right_agree(ben, train, attended_on, today, current):
    record = train(ben)
    TrainingRecord.objects.update(attended_on=attended_on)
    record.refresh_from_db()

    assert record.is_current(today) is current
    assert TrainingRecord.objects.current(today).exists() is current
    with time_machine.travel(f"{today} 12:00:00+00:00"):
        assert is_active_facilitator(ben) is current


@pytest.mark.parametrize("role", Role)
def test_of_the_staff_coordinators_alone_run_workshops(staff, role):
    person = staff(role)

    assert can_manage_workshops(person) is (role == Role.COORDINATOR)
    assert can_mark_attendance(person) is (role == Role.COORDINATOR)
    assert not is_active_champion(person)
    assert not is_active_facilitator(person)


@pytest.mark.parametrize("kind", RoleKind)
def test_of_the_network_trainers_alone_run_workshops(make_user, kind):
    person = make_user()
    actions.start_role(user=person, kind=kind)

    assert can_manage_workshops(person) is (kind == RoleKind.TRAINER)
    assert is_active_trainer(person) is (kind == RoleKind.TRAINER)
    assert is_active_champion(person) is (kind == RoleKind.CHAMPION)


def test_a_visitor_has_no_right(db):
    for right in (can_manage_workshops, can_mark_attendance, is_active_champion, is_active_facilitator):
        assert not right(AnonymousUser())


def test_a_trainers_right_ends_the_day_after_their_last(make_user):
    person = make_user()
    role = actions.start_role(user=person, kind=RoleKind.TRAINER, on=date(2026, 1, 1))
    actions.end_role(role=role, reason="Retired", on=date(2026, 6, 30))

    with time_machine.travel("2026-06-30 12:00:00+01:00"):
        assert can_manage_workshops(person)
    with time_machine.travel("2026-07-01 12:00:00+01:00"):
        assert not can_manage_workshops(person)
    assert role.ends_on - role.starts_on > timedelta(days=1)
