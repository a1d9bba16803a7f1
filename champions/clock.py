"""Times of day as people here say them: 10am, 2:30pm, midday."""

from calendar import monthrange
from datetime import date, datetime

from django.utils import timezone


def clock(moment: datetime) -> str:
    """The time of day in London."""
    local = timezone.localtime(moment)
    if (local.hour, local.minute) in ((0, 0), (12, 0)):
        return "midday" if local.hour else "midnight"
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def length(starts_at: datetime, ends_at: datetime) -> str:
    """How long, such as "4 hours" or "3 hours 30 minutes"."""
    whole, rest = divmod(int((ends_at - starts_at).total_seconds()) // 60, 60)
    told = [(whole, "hour"), (rest, "minute")]
    return " ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in told if number)


def hours(starts_at: datetime, ends_at: datetime) -> str:
    """From when to when, such as "10am to 2pm"."""
    overnight = timezone.localdate(starts_at) != timezone.localdate(ends_at)
    return f"{clock(starts_at)} to {clock(ends_at)}{' the next day' if overnight else ''}"


def months_before(day: date, months: int) -> date:
    """The same day so many months ago; the last of its month where that has fewer days."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
