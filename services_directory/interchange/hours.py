"""Schedules of the standard as rows of ours: one row per day of the week, and single days that differ."""

import re
from uuid import UUID, uuid5

from django.core.exceptions import ValidationError

from services_directory.choices import Frequency, Weekday
from services_directory.interchange.values import Problems, fill, identity, parts

_DAY = re.compile(r"^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$")


def read_hours(record: dict, hours_model: type, day_model: type, problems: Problems) -> tuple[list, list]:
    """The usual hours and the days that differ, of a service or of a place."""
    hours: list = []
    days: list = []
    for row in parts(record, "schedules", problems):
        inside = problems.inside("schedules")
        key = identity(row, inside)
        if key is None:
            continue
        inside.pass_over(row)
        first, last = row.get("valid_from") or row.get("dtstart"), row.get("valid_to")
        if not row.get("freq") and first and first == last:
            days += _different_day(key, row, day_model, inside)
        else:
            hours += _usual(key, row, hours_model, inside)
    return hours, days


def _usual(key: UUID, row: dict, model: type, problems: Problems) -> list:
    if not (row.get("byday") and row.get("opens_at") and row.get("closes_at")):
        problems.left_out["`schedules`: hours without a day of the week and both times"] += 1
        return []
    found: list = []
    wanted = str(row["byday"]).replace(" ", "").upper().split(",")
    for number, text in enumerate(wanted):
        read = _DAY.match(text)
        if not read:
            problems.add("byday", f"“{text[:20]}” is no day. Write MO, TU, WE, TH, FR, SA or SU, with commas between.")
            continue
        hours = model(uuid=key if number == 0 else uuid5(key, text), weekday=Weekday(read[2]))
        given = {name: row.get(name) for name in ("opens_at", "closes_at", "valid_to")}
        given["valid_from"] = row.get("valid_from") or row.get("dtstart")
        given["freq"], given["interval"] = row.get("freq") or Frequency.WEEKLY, row.get("interval") or 1
        given["description"] = _short(row.get("description"), problems)
        if read[1] and given["freq"] == Frequency.MONTHLY:
            given["week"] = int(read[1])
        _add(hours, given, problems, found)
    return found


def _different_day(key: UUID, row: dict, model: type, problems: Problems) -> list:
    given = {name: row.get(name) for name in ("opens_at", "closes_at")}
    given["date"] = row.get("valid_from") or row.get("dtstart")
    given["description"] = _short(row.get("description"), problems)
    found: list = []
    _add(model(uuid=key), given, problems, found)
    return found


def _add(thing, given: dict, problems: Problems, found: list) -> None:
    before = len(problems.found)
    fill(thing, given, problems)
    if len(problems.found) > before:
        return
    try:
        thing.clean()
    except ValidationError as wrong:
        problems.add("schedules", " ".join(wrong.messages))
    else:
        found.append(thing)


def _short(text, problems: Problems):
    """A description that fits. A longer one is about the service as a whole, and would stand on each day."""
    if isinstance(text, str) and len(text) > 160:
        problems.left_out["`description` of schedules: longer than 160 characters"] += 1
        return ""
    return text
