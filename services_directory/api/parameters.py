"""What a request may ask for. Rubbish is answered with a sentence, never with a guess and never with a fault."""

import re
from dataclasses import dataclass, field
from datetime import datetime, time
from decimal import Decimal, InvalidOperation
from uuid import UUID

from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime, parse_time

from services_directory.choices import Weekday

PER_PAGE, MOST_PER_PAGE = 50, 100
# Rows of an id, a name, a status and a date are small: with `minimal` a whole directory fits one page.
MOST_PER_MINIMAL_PAGE = 10_000
MOST_WORDS = 8
FURTHEST = 100_000

_POSTCODE = re.compile(r"^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$")
_YES, _NO = {"true", "1", "yes"}, {"false", "0", "no", ""}


class BadParameter(Exception):
    """A parameter that we cannot read. `sentence` says what to send instead."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name, self.sentence = name, sentence


@dataclass
class Asked:
    """The parameters of a request, read. What was not sent is None, empty or false."""

    page: int = 1
    per_page: int = PER_PAGE
    search: list[str] = field(default_factory=list)
    terms: list[UUID] = field(default_factory=list)
    taxonomies: list[UUID] = field(default_factory=list)
    organization: UUID | None = None
    parent: UUID | None = None
    minimum_age: Decimal | None = None
    maximum_age: Decimal | None = None
    start_time: time | None = None
    end_time: time | None = None
    day: str = ""
    postcode: str = ""
    proximity: int | None = None
    modified_after: datetime | None = None
    minimal: bool = False
    full: bool = False
    full_service: bool = False
    top_only: bool = False

    @property
    def narrows_nothing(self) -> bool:
        """Everything is asked for, in whatever pages and however full."""
        page = {name: getattr(self, name) for name in ("page", "per_page", "minimal", "full", "full_service")}
        return self == Asked(**page)


def read(query: QueryDict) -> Asked:
    """Everything that `query` asks for. Raises BadParameter for the first thing that cannot be read.

    Parameters that nobody defined are passed over, as the standard's own validator sends some.
    """
    if query.get("format", "json") not in ("json", ""):
        raise BadParameter("format", "Every answer is JSON. Leave `format` out, or send `json`.")
    minimal = _flag(query, "minimal")
    most = MOST_PER_MINIMAL_PAGE if minimal else MOST_PER_PAGE
    asked = Asked(
        minimal=minimal,
        page=_whole(query, "page", 1, 10**9) or 1,
        per_page=_whole(query, "per_page", 1, most) or PER_PAGE,
        search=query.get("search", "").replace("\x00", " ")[:200].split()[:MOST_WORDS],
        terms=_ids(query, "taxonomy_term_id"),
        taxonomies=_ids(query, "taxonomy_id"),
        organization=_id(query, "organization_id"),
        parent=_id(query, "parent_id"),
        minimum_age=_age(query, "minimum_age"),
        maximum_age=_age(query, "maximum_age"),
        start_time=_time(query, "start_time"),
        end_time=_time(query, "end_time"),
        day=_day(query),
        postcode=_postcode(query),
        proximity=_whole(query, "proximity", 0, FURTHEST),
        modified_after=_moment(query, "modified_after"),
        full=_flag(query, "full"),
        full_service=_flag(query, "full_service"),
        top_only=_flag(query, "top_only"),
    )
    if asked.proximity is not None and not asked.postcode:
        raise BadParameter("proximity", "Send `postcode` too: the distance is measured from there.")
    return asked


def _whole(query: QueryDict, name: str, least: int, most: int) -> int | None:
    value = query.get(name, "").strip()
    if not value:
        return None
    if value.isascii() and value.isdecimal() and len(value) < 20 and least <= int(value) <= most:
        return int(value)
    raise BadParameter(name, f"`{name}` is a whole number from {least} to {most}.")


def _flag(query: QueryDict, name: str) -> bool:
    value = query.get(name, "").strip().casefold()
    if value not in _YES | _NO:
        raise BadParameter(name, f"`{name}` is `true` or `false`.")
    return value in _YES


def _ids(query: QueryDict, name: str) -> list[UUID]:
    values = [part.strip() for value in query.getlist(name) for part in value.split(",") if part.strip()]
    if len(values) > 20:
        raise BadParameter(name, f"Send at most 20 ids in `{name}`.")
    return [_uuid(name, value) for value in values]


def _id(query: QueryDict, name: str) -> UUID | None:
    value = query.get(name, "").strip()
    return _uuid(name, value) if value else None


def _uuid(name: str, value: str) -> UUID:
    try:
        return UUID(value)
    except ValueError:
        raise BadParameter(name, f"`{name}` is an id such as ac148810-d857-441c-9679-408f346de14b.") from None


def _age(query: QueryDict, name: str) -> Decimal | None:
    value = query.get(name, "").strip()
    if not value:
        return None
    try:
        age = Decimal(value)
    except InvalidOperation:
        age = Decimal(-1)
    if not age.is_finite() or not 0 <= age <= 150:
        raise BadParameter(name, f"`{name}` is a number of years from 0 to 150.")
    return age


def _time(query: QueryDict, name: str) -> time | None:
    value = query.get(name, "").strip()
    if not value:
        return None
    try:
        found = parse_time(value)
    except ValueError:
        found = None
    if found is None:
        raise BadParameter(name, f"`{name}` is a time such as 09:30.")
    return found.replace(tzinfo=None)


def _day(query: QueryDict) -> str:
    value = query.get("day", "").strip().upper()
    if value[:2] in Weekday.values:
        name = Weekday(value[:2]).label.upper()
        if value in (name[:2], name[:3], name):
            return value[:2]
    if value:
        raise BadParameter("day", "`day` is a day of the week, such as MO or Monday.")
    return ""


def _postcode(query: QueryDict) -> str:
    value = re.sub(r"[\s.-]", "", query.get("postcode", "").upper())
    if value and not _POSTCODE.match(value):
        raise BadParameter("postcode", "`postcode` is a whole postcode, such as SE6 4RU.")
    return value


def _moment(query: QueryDict, name: str) -> datetime | None:
    # A plus in an address means a space: "…T10:00:00+01:00" arrives as "…T10:00:00 01:00".
    value = re.sub(r" (\d\d:?\d\d)$", r"+\1", query.get(name, "").strip())
    if not value:
        return None
    try:
        found = parse_datetime(value)
        if found is None and (on := parse_date(value)):
            found = datetime.combine(on, time.min)
    except ValueError:
        found = None
    if found is None or not 1 < found.year < 9999:
        raise BadParameter(name, f"`{name}` is a moment such as 2026-01-31T09:00:00Z.")
    return found if timezone.is_aware(found) else timezone.make_aware(found)
