"""Opening hours as people say them."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from services_directory.choices import Frequency, Weekday

if TYPE_CHECKING:
    from services_directory.hours import Rule

_WHICH = {1: "First", 2: "Second", 3: "Third", 4: "Fourth", 5: "Fifth", -1: "Last"}


def clock(moment: time) -> str:
    """A time as people say it: 9am, 9:30am, noon, midnight."""
    if moment in (time(0), time(12)):
        return "noon" if moment.hour else "midnight"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def when_it_ends(closes: datetime, now: datetime) -> str:
    """8pm, 2am of the night that has begun, or a day and a time."""
    days = (closes.date() - now.date()).days
    if days == 0 or (days == 1 and closes.time() <= time(6)):
        return clock(closes.time())
    return f"{_day(closes, days)} {clock(closes.time())}"


def when_it_begins(opens: datetime, now: datetime) -> str:
    """today 9am, tomorrow 9am, Monday 9am, Monday 30 November 9am."""
    return f"{_day(opens, (opens.date() - now.date()).days)} {clock(opens.time())}"


def _day(moment: datetime, days: int) -> str:
    if days < 2:
        return ("today", "tomorrow")[days]
    return f"{moment:%A}" if days < 7 else f"{moment:%A} {moment.day} {moment:%B}"


def span(rule: Rule) -> str:
    """9am to 5pm, or day and night."""
    if rule.lasts_all_day:
        return "day and night"
    return f"{clock(rule.opens_at)} to {clock(rule.closes_at)}"


def days_from(first: int, last: int) -> str:
    """Days of the week, counted from Monday, 0: Monday to Friday."""
    labels = Weekday.labels
    if (first, last) == (0, 6):
        return "Every day"
    joint = " and " if last - first == 1 else " to "
    return labels[first] if first == last else f"{labels[first]}{joint}{labels[last]}"


def day_of_month(rule: Rule) -> str:
    """First Tuesday of the month."""
    return f"{_WHICH[rule.week or 1]} {Weekday.labels[rule.weekday]} of the month"


def how_often(part) -> str:
    """Every 2 weeks, from 3 March 2027: what a row of hours says beside its day. Empty for each week without an end."""
    which = f"{_WHICH[part.week or 1]} one of the month" if part.freq == Frequency.MONTHLY else ""
    every = f"every {part.interval} {'months' if which else 'weeks'}" if part.interval > 1 else ""
    dates = [f"{word} {day.day} {day:%B %Y}" for word, day in (("from", part.valid_from), ("to", part.valid_to)) if day]
    return ", ".join(words for words in (which, every, *dates) if words).capitalize()
