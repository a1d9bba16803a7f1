"""When the safety queue is read: working hours, across nights, weekends, bank holidays and the change of the clocks."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from conversations.working_hours import after_working_hours, bank_holidays, is_working_time


def at(*when: int) -> datetime:
    return timezone.make_aware(datetime(*when))


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        (at(2026, 11, 18, 10), 1, at(2026, 11, 18, 11)),  # a Wednesday
        (at(2026, 11, 18, 16, 30), 1, at(2026, 11, 19, 9, 30)),  # over night
        (at(2026, 11, 20, 15), 4, at(2026, 11, 23, 11)),  # over a weekend
        (at(2026, 11, 21, 12), 1, at(2026, 11, 23, 10)),  # from a Saturday
        (at(2026, 12, 24, 16), 4, at(2026, 12, 29, 12)),  # Christmas: Boxing Day is a Saturday and moves to Monday
        (at(2026, 4, 2, 16), 2, at(2026, 4, 7, 10)),  # Good Friday to Easter Monday
        (at(2026, 10, 23, 16, 30), 1, at(2026, 10, 26, 9, 30)),  # the clocks go back
        (at(2027, 3, 25, 16, 30), 1, at(2027, 3, 30, 9, 30)),  # Easter, and the clocks go forward
    ],
)
def test_so_many_working_hours_later(start, hours, due):
    assert after_working_hours(start, hours) == due


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2026, [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)]),
        (2027, [(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
        (2028, [(1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)]),
    ],
)
def test_the_bank_holidays_of_england(year, days):
    assert bank_holidays(year) == {date(year, month, day) for month, day in days}


def test_a_night_a_weekend_and_a_bank_holiday_are_not_working_time():
    assert is_working_time(at(2026, 11, 18, 9))
    for moment in (at(2026, 11, 18, 17), at(2026, 11, 18, 8, 59), at(2026, 11, 21, 12), at(2026, 12, 25, 12)):
        assert not is_working_time(moment)
