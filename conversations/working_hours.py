"""When somebody reads the safety queue: Monday to Friday, 9 to 5, London time, not on a bank holiday."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from django.utils import timezone

OPENS, CLOSES = time(9), time(17)


@lru_cache(maxsize=16)
def bank_holidays(year: int) -> frozenset[date]:
    """Those of England and Wales by the Banking and Financial Dealings Act 1971. One-off days are not in it."""
    easter = easter_sunday(year)
    fixed = [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)]
    days = {easter - timedelta(days=2), easter + timedelta(days=1), _monday(year, 5, 1), _monday(year, 6, 1, -7),
            _monday(year, 9, 1, -7)}  # fmt: skip
    for day in fixed:
        # A bank holiday on a weekend moves to the next working day that is free.
        while day.weekday() > 4 or day in days:
            day += timedelta(days=1)
        days.add(day)
    return frozenset(days)


def _monday(year: int, month: int, day: int, shift: int = 0) -> date:
    """The first Monday from that day on, so many days later."""
    first = date(year, month, day)
    return first + timedelta(days=(7 - first.weekday()) % 7 + shift)


def easter_sunday(year: int) -> date:
    """By the Gregorian rule (Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    month, day = divmod(d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114, 31)
    return date(year, month, day + 1)


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def is_working_time(moment: datetime) -> bool:
    local = timezone.localtime(moment)
    return is_working_day(local.date()) and OPENS <= local.time() < CLOSES


def after_working_hours(start: datetime, hours: int) -> datetime:
    """When so many working hours have passed since `start`. Summer time begins and ends on Sundays, outside of them."""
    moment, left = timezone.localtime(start), timedelta(hours=hours)
    while True:
        opens, closes = (timezone.make_aware(datetime.combine(moment.date(), at)) for at in (OPENS, CLOSES))
        moment = max(moment, opens)
        if is_working_day(moment.date()) and moment < closes:
            if moment + left <= closes:
                return moment + left
            left -= closes - moment
        moment = timezone.make_aware(datetime.combine(moment.date() + timedelta(days=1), time()))
