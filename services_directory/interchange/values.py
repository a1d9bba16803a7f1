"""Values of a record, read for the fields of our tables. Each that cannot be stored becomes a problem, not a guess."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime, parse_time

from services_directory.interchange.report import Problem

# Fields of the standard for which we have no room. They are counted, and the report says so.
NO_ROOM = {
    "accreditations", "alert", "assurer_email", "licenses", "funding", "required_documents", "capacities", "program",
    "program_id", "metadata", "additional_urls", "logo", "attention", "region", "external_identifier",
    "external_identifier_type", "bymonthday", "byyearday", "byweekno", "attending_type", "schedule_link",
}  # fmt: skip

_COUNTRIES = {"UK": "GB", "UNITED KINGDOM": "GB", "ENGLAND": "GB", "GREAT BRITAIN": "GB"}


# What XML, and with it XLSX, cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def plain(text: str) -> str:
    """Text as every kind of file can hold it: lines end in one character, and nothing invisible or empty around it."""
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


class Problems:
    """The problems of one entry, each with its place. Code that finds one notes it and goes on to find the next."""

    def __init__(self, where: str, found: list[Problem], left_out, part: str = "") -> None:
        self.where, self.found, self.left_out, self.part = where, found, left_out, part

    def add(self, name: str, sentence: str) -> None:
        problem = Problem(self.where, f"{self.part}, {name}" if self.part else name, sentence)
        # Hours on two days are two rows of ours, and one problem.
        if problem not in self.found[-20:]:
            self.found.append(problem)

    def inside(self, name: str) -> "Problems":
        part = f"{self.part}, {name}" if self.part else name
        return Problems(self.where, self.found, self.left_out, part)

    def pass_over(self, record: dict) -> None:
        """Count what we have no room for."""
        for name in NO_ROOM & record.keys():
            if record[name] not in (None, "", [], {}):
                self.left_out[f"`{name}`: we have no field for it"] += 1


def identity(record: dict, problems: Problems, name: str = "id") -> UUID | None:
    """The id of a record. Without one, a second import could not know it again."""
    value = record.get(name)
    try:
        return UUID(value)
    except (ValueError, AttributeError, TypeError):
        problems.add(
            name, f"{shown(value)} is no id. Write one such as ac148810-d857-441c-9679-408f346de14b, and keep it."
        )
        return None


def shown(value: Any) -> str:
    """A value as a sentence quotes it: short, and on one line."""
    text = " ".join(str(value).split())
    return "Nothing" if value in (None, "") else f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"


def fill(thing: models.Model, values: dict[str, Any], problems: Problems, names: dict[str, str] | None = None) -> None:
    """Set fields of `thing`, each read as its kind. `names` gives the file's name of a field where it differs."""
    for name, value in values.items():
        field = thing._meta.get_field(name)
        called = (names or {}).get(name, name)
        try:
            setattr(thing, name, _cleaned(field, value))
        except _WrongKind as wrong:
            problems.add(called, f"{shown(value)} is not {wrong}. Write {wrong}, or leave it out.")
        except ValidationError as wrong:
            problems.add(called, f"{' '.join(wrong.messages)} It says {shown(value)}.")


class _WrongKind(Exception):
    """What a value should have been."""


def _cleaned(field: Any, value: Any) -> Any:
    if value in (None, ""):
        return _empty(field)
    return field.clean(_reader(field)(value), None)


def _empty(field: Any) -> Any:
    if field.null:
        return None
    if field.blank and field.empty_strings_allowed:
        return ""
    if field.has_default():
        return field.get_default()
    raise ValidationError("This is needed.")


def _reader(field: models.Field) -> Callable:
    return next(read for kind, read in _READERS if isinstance(field, kind))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _WrongKind("text")
    return plain(value)


def _number(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _WrongKind("a number")
    return Decimal(str(value))


def _whole(value: Any) -> int:
    if _number(value) % 1:
        raise _WrongKind("a whole number")
    return int(value)


def _yes_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _WrongKind("true or false")
    return value


def _day(value: Any) -> date:
    text = _text(value)[:10]
    try:
        found = parse_date(text)
    except ValueError:
        found = None
    if found is None:
        raise _WrongKind("a day such as 2026-01-31")
    return found


def _time(value: Any):
    text = re.sub(r"(Z|[+-]\d\d:?\d\d)$", "", _text(value))
    try:
        found = parse_time(text)
    except ValueError:
        found = None
    if found is None or not re.match(r"^\d\d:\d\d", text):
        raise _WrongKind("a time such as 09:30")
    return found


_READERS: list[tuple[type, Callable]] = [
    (models.BooleanField, _yes_no),
    (models.DecimalField, _number),
    (models.IntegerField, _whole),
    (models.DateField, _day),
    (models.TimeField, _time),
    (models.Field, _text),
]


def moment(value: Any, problems: Problems, name: str) -> datetime | None:
    """When a record was changed, or nothing if it does not say. A moment without a zone is ours."""
    if value in (None, ""):
        return None
    try:
        found = parse_datetime(value) or datetime.combine(_day(value), datetime.min.time())
    except (ValueError, TypeError, _WrongKind):
        problems.add(name, f"{shown(value)} is no moment. Write one such as 2026-01-31T09:00:00Z, or leave it out.")
        return None
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def parts(record: dict, name: str, problems: Problems) -> list[dict]:
    """The list at `name`, without anything in it that is no record."""
    value = record.get(name) or []
    if not isinstance(value, list):
        problems.add(name, "this has to be a list of records.")
        return []
    found = [row for row in value if isinstance(row, dict)]
    if len(found) < len(value):
        problems.add(name, "each part of this list has to be a record with an id.")
    return found


def one(record: dict, name: str, problems: Problems) -> dict:
    """The record at `name`, empty if there is none."""
    value = record.get(name) or {}
    if isinstance(value, dict):
        return value
    problems.add(name, "this has to be a record of its own.")
    return {}


def country(value: Any) -> Any:
    """Two letters, as the standard wants; the usual long names of ours are understood."""
    return _COUNTRIES.get(value.strip().upper(), value.strip().upper()) if isinstance(value, str) else value
