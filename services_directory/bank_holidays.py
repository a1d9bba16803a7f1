"""Bank holidays in England: the Banking and Financial Dealings Act 1971, and the single days that were proclaimed.

The only place that knows them, so that a library can take its place.
"""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

# Proclaimed for one year only, as gov.uk/bank-holidays lists them: day → what it moves, if it moves one.
_PROCLAIMED = {
    date(2020, 5, 8): date(2020, 5, 4),
    date(2022, 6, 2): date(2022, 5, 30),
    date(2022, 6, 3): None,
    date(2022, 9, 19): None,
    date(2023, 5, 8): None,
}


def is_bank_holiday(day: date) -> bool:
    """Whether `day` is a bank holiday in England."""
    return day in bank_holidays(day.year)


@lru_cache(maxsize=32)
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of a year in England. A day that falls on a weekend is taken on the next working day."""
    sunday = easter(year)
    days = {
        sunday - timedelta(days=2),
        sunday + timedelta(days=1),
        _first_monday(date(year, 5, 1)),
        _first_monday(date(year, 5, 25)),
        _first_monday(date(year, 8, 25)),
    }
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        days.add(_next_working_day(fixed, days))
    for proclaimed, moved in _PROCLAIMED.items():
        if proclaimed.year == year:
            days = (days - {moved}) | {proclaimed}
    return frozenset(days)


def _first_monday(earliest: date) -> date:
    return earliest + timedelta(days=-earliest.weekday() % 7)


def _next_working_day(day: date, taken: set[date]) -> date:
    while day.weekday() > 4 or day in taken:
        day += timedelta(days=1)
    return day
