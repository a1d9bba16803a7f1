"""A role has a first and a last day, and one rule says when it is active: page, permission and query ask the same."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from champions import actions
from champions.choices import RoleKind
from champions.models import DatedRole
from champions.permissions import is_active_champion

FIRST, LAST = date(2027, 3, 1), date(2027, 3, 31)
DAY = timedelta(days=1)


@pytest.fixture
def role(make_user) -> DatedRole:
    return DatedRole.objects.create(user=make_user(), kind=RoleKind.CHAMPION, starts_on=FIRST, ends_on=LAST)


@pytest.mark.parametrize(
    ("day", "active"), [(FIRST - DAY, False), (FIRST, True), (FIRST + DAY, True), (LAST, True), (LAST + DAY, False)]
)
def test_a_role_is_held_from_its_first_day_to_its_last_both_included(role, day, active):
    assert role.is_active(day) is active
    assert DatedRole.objects.active(day).exists() is active


@pytest.mark.parametrize(
    ("moment", "active"),
    [
        ("2027-02-28 23:59:59+00:00", False),
        ("2027-03-01 00:00:00+00:00", True),
        # The last day is the last day of summer time's first week: midnight in London is 11pm in UTC.
        ("2027-03-31 22:59:59+00:00", True),
        ("2027-03-31 23:00:00+00:00", False),
    ],
)
def test_days_begin_and_end_at_midnight_in_london(role, moment, active):
    with time_machine.travel(moment, tick=False):
        assert role.is_active() is active
        assert DatedRole.objects.active().exists() is active
        assert is_active_champion(role.user) is active


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    start=st.dates(date(2026, 1, 1), date(2028, 1, 1)),
    length=st.none() | st.integers(0, 400),
    offset=st.integers(-3, 403),
)
def test_the_row_and_the_query_never_disagree(make_user, start, length, offset):
    DatedRole.objects.all().delete()
    user = make_user("kim@example.org") if not hasattr(make_user, "kim") else make_user.kim
    make_user.kim = user
    ends_on = None if length is None else start + timedelta(days=length)
    role = DatedRole.objects.create(user=user, kind=RoleKind.MENTOR, starts_on=start, ends_on=ends_on)
    day = start + timedelta(days=offset)

    assert role.is_active(day) == DatedRole.objects.active(day).exists()


def test_a_role_without_a_last_day_goes_on(make_user):
    role = actions.start_role(user=make_user(), kind=RoleKind.TRAINER, on=FIRST)

    assert role.is_active(FIRST + timedelta(days=3650))


def test_starting_a_role_that_is_held_changes_nothing(make_user):
    user = make_user()
    first = actions.start_role(user=user, kind=RoleKind.TRAINER, on=FIRST)

    assert actions.start_role(user=user, kind=RoleKind.TRAINER, on=FIRST + DAY) == first
    assert user.dated_roles.count() == 1


def test_a_role_that_ended_can_be_held_again(make_user):
    user = make_user()
    role = actions.start_role(user=user, kind=RoleKind.CHAMPION, on=FIRST)
    actions.end_role(role=role, reason="Moved away", on=LAST)
    actions.start_role(user=user, kind=RoleKind.CHAMPION, on=LAST + DAY)

    assert user.dated_roles.count() == 2
    assert user.dated_roles.active(LAST).get() == role


def test_a_role_ends_on_its_first_day_at_the_earliest(make_user):
    role = actions.start_role(user=make_user(), kind=RoleKind.CHAMPION, on=LAST)

    assert actions.end_role(role=role, reason="A mistake", on=FIRST).ends_on == LAST


def test_the_database_refuses_a_role_that_ends_before_it_starts(make_user):
    with pytest.raises(IntegrityError):
        DatedRole.objects.create(user=make_user(), kind=RoleKind.CHAMPION, starts_on=LAST, ends_on=FIRST)


def test_somebody_whose_account_is_closed_holds_no_right(role):
    role.user.is_active = False

    with time_machine.travel("2027-03-10 12:00:00+00:00"):
        assert not is_active_champion(role.user)
