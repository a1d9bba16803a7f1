"""When something is open: the one place that knows. Page, card, filter and API ask here.

Times in a schedule are of the clock in London. On the two nights when the clocks change a time is read as iCalendar
reads it (RFC 5545, 3.3.5): a time that comes twice is the first one, a time that does not come is an hour later.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo

from services_directory import hours_in_words as words
from services_directory.bank_holidays import is_bank_holiday
from services_directory.choices import BankHolidays, Frequency, ServiceStatus, Weekday

LONDON = ZoneInfo("Europe/London")
NOT_KNOWN = "Hours not known: ring first"
DAY = timedelta(days=1)
# A next opening is looked for a week ahead, and then as far as hours that come every twelve months can lie.
_NEAR, _FAR = 8, 400
_WEEKDAYS = list(Weekday.values)
EVENING = time(18)

Opening = tuple[datetime, datetime]


class Openness(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class State:
    """Open or not at one moment, in words, and until when (aware) that holds: always, if `changes_at` is empty."""

    openness: Openness
    text: str
    changes_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.openness == Openness.OPEN


@dataclass(frozen=True)
class Rule:
    """Hours that come back. `weekday` counts from Monday, 0. The fields are those of the model `HoursPart`."""

    weekday: int
    opens_at: time
    closes_at: time
    freq: str = Frequency.WEEKLY
    interval: int = 1
    week: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether these hours begin on `day`."""
        if day.weekday() != self.weekday:
            return False
        if (self.valid_from and day < self.valid_from) or (self.valid_to and day > self.valid_to):
            return False
        if self.freq == Frequency.MONTHLY:
            return self._is_the_week(day) and self._months_since_start(day) % self.interval == 0
        return self._weeks_since_start(day) % self.interval == 0

    def _is_the_week(self, day: date) -> bool:
        if self.week == -1:
            return (day + 7 * DAY).month != day.month
        return (day.day - 1) // 7 + 1 == self.week

    def _months_since_start(self, day: date) -> int:
        start = self.valid_from or day
        return (day.year - start.year) * 12 + day.month - start.month

    def _weeks_since_start(self, day: date) -> int:
        start = self.valid_from or day
        return ((day - day.weekday() * DAY) - (start - start.weekday() * DAY)).days // 7

    @property
    def lasts_all_day(self) -> bool:
        return self.opens_at == self.closes_at == time(0)


@dataclass(frozen=True)
class Special:
    """One day that is not as usual. Without times it is closed."""

    date: date
    opens_at: time | None = None
    closes_at: time | None = None


@dataclass(frozen=True)
class OpeningHours:
    """The hours of a service or a place. `bank_holidays` is a code of `BankHolidays`, or empty if not known."""

    rules: tuple[Rule, ...] = ()
    specials: tuple[Special, ...] = ()
    bank_holidays: str = ""
    closed_for_now: bool = False

    @cached_property
    def _special_days(self) -> dict[date, list[Special]]:
        days: dict[date, list[Special]] = {}
        for special in self.specials:
            days.setdefault(special.date, []).append(special)
        return days

    @cached_property
    def never_closes(self) -> bool:
        """Day and night on every day of the week, without an end."""
        whole = {rule.weekday for rule in self.rules if rule.lasts_all_day and _is_endless(rule)}
        return len(whole) == 7 and not self.specials and self.bank_holidays != BankHolidays.CLOSED

    def state(self, now: datetime) -> State:
        """Open, closed or not known at `now` (aware), in words."""
        if self.closed_for_now:
            return State(Openness.CLOSED, "Closed for now")
        if not self.rules and not self.specials:
            return State(Openness.UNKNOWN, NOT_KNOWN)
        if self.never_closes:
            return State(Openness.OPEN, "Open now, day and night")
        now = now.astimezone(LONDON)
        openings = self.openings(now.date() - DAY, now.date() + _NEAR * DAY)
        current = next((opening for opening in openings if _holds(opening, now)), None)
        if current and current[1] - now > _NEAR * DAY - DAY:
            return State(Openness.OPEN, "Open now, day and night", _midnight(now))
        if current:
            return State(Openness.OPEN, f"Open now, until {words.when_it_ends(current[1], now)}", current[1])
        if self._is_in_doubt(now.date()):
            tomorrow = _at(now.date() + DAY, time(0))
            return State(Openness.UNKNOWN, "It is a bank holiday: ring first", tomorrow)
        opens = self._next(openings, now) or self._next(self.openings(now.date(), now.date() + _FAR * DAY), now)
        if opens:
            # At midnight "tomorrow" becomes "today", and a day in doubt may begin.
            return State(
                Openness.CLOSED, f"Closed, opens {words.when_it_begins(opens, now)}", min(opens, _midnight(now))
            )
        return State(Openness.CLOSED, "Closed. Ring first to ask when it opens", _midnight(now))

    def openings(self, first: date, last: date) -> list[Opening]:
        """The times (aware, from and until) that begin on these days, in order; what touches is one."""
        found = []
        day = first
        while day <= last:
            for opens_at, closes_at in self._hours_on(day):
                ends_on = day if closes_at > opens_at else day + DAY
                found.append((_at(day, opens_at), _at(ends_on, closes_at)))
            day += DAY
        return _joined(found)

    def _hours_on(self, day: date) -> list[tuple[time, time]]:
        if specials := self._special_days.get(day):
            return [(part.opens_at, part.closes_at) for part in specials if part.opens_at and part.closes_at]
        if is_bank_holiday(day) and self.bank_holidays != BankHolidays.AS_USUAL and not self.never_closes:
            return []
        return [(rule.opens_at, rule.closes_at) for rule in self.rules if rule.holds_on(day)]

    def _is_in_doubt(self, day: date) -> bool:
        """A bank holiday on which it would be open on another week, and nobody has told us."""
        if self.bank_holidays or day in self._special_days or not is_bank_holiday(day):
            return False
        return any(rule.holds_on(day) for rule in self.rules)

    def _next(self, openings: list[Opening], now: datetime) -> datetime | None:
        return next((opens for opens, _ in openings if _utc(opens) > _utc(now)), None)

    @cached_property
    def in_the_evening(self) -> bool:
        """Open after six in the evening on some working day."""
        return any(
            rule.weekday < 5 and (rule.closes_at > EVENING or rule.closes_at <= rule.opens_at) for rule in self.rules
        )

    @cached_property
    def at_the_weekend(self) -> bool:
        return any(rule.weekday > 4 for rule in self.rules)

    def week(self, on: date) -> list[tuple[str, str]]:
        """The usual week as rows to show: "Monday to Friday", "9am to 5pm". Monthly hours come last, in words."""
        rules = [rule for rule in self.rules if not rule.valid_to or rule.valid_to >= on]
        days = [
            ", ".join(
                words.span(rule)
                for rule in sorted(rules, key=lambda rule: rule.opens_at)
                if rule.weekday == number and rule.freq == Frequency.WEEKLY
            )
            for number in range(7)
        ]
        rows: list[tuple[str, str]] = []
        start = 0
        for number in range(1, 8):
            if number == 7 or days[number] != days[start]:
                if days[start]:
                    rows.append((words.days_from(start, number - 1), days[start]))
                start = number
        return rows + [(words.day_of_month(rule), words.span(rule)) for rule in rules if rule.freq == Frequency.MONTHLY]


def of_service(service) -> OpeningHours:
    """The hours of a service wherever it is; if it only has hours place by place, those of all its places together."""
    everywhere = [part for part in service.schedules.all() if part.location_id is None]
    rules = everywhere or [*service.schedules.all(), *_parts_of_places(service, "schedules")]
    specials = [part for part in service.exceptions.all() if part.location_id is None]
    if not everywhere:
        # One place may be closed while another is open, so a closed day of one place says nothing about all.
        specials += [part for part in service.exceptions.all() if part.location_id and not part.closed]
    return _hours(service, rules, specials)


def at_place(service, location) -> OpeningHours:
    """The hours of a service at one of its places: its own there, else its own everywhere, else the place's."""
    schedules = service.schedules.all()
    own = [part for part in schedules if part.location_id == location.pk]
    rules = own or [part for part in schedules if part.location_id is None] or location.schedules.all()
    specials = [part for part in service.exceptions.all() if part.location_id in (None, location.pk)]
    return _hours(service, rules, [*specials, *location.exceptions.all()])


def _parts_of_places(service, name: str) -> list:
    own = {part.location_id for part in service.schedules.all()}
    places = [place.location for place in service.places.all() if place.location_id not in own]
    return [part for location in places for part in getattr(location, name).all()]


def _hours(service, rules: Iterable, specials: Iterable) -> OpeningHours:
    return OpeningHours(
        rules=tuple(_rule(part) for part in rules),
        specials=tuple(Special(part.date, part.opens_at, part.closes_at) for part in specials),
        bank_holidays=service.bank_holidays,
        closed_for_now=service.status == ServiceStatus.TEMPORARILY_CLOSED,
    )


def _rule(part) -> Rule:
    return Rule(
        weekday=_WEEKDAYS.index(part.weekday), opens_at=part.opens_at, closes_at=part.closes_at, freq=part.freq,
        interval=part.interval, week=part.week, valid_from=part.valid_from, valid_to=part.valid_to,
    )  # fmt: skip


def _is_endless(rule: Rule) -> bool:
    return rule.freq == Frequency.WEEKLY and rule.interval == 1 and not rule.valid_from and not rule.valid_to


def _at(day: date, moment: time) -> datetime:
    """A time of the London clock as a moment. A time that is skipped in spring is the same moment an hour later."""
    return datetime.combine(day, moment, tzinfo=LONDON).astimezone(UTC).astimezone(LONDON)


def _utc(moment: datetime) -> datetime:
    # Two times of one zone are compared by the clock on the wall, which stands still or jumps in the change nights.
    return moment.astimezone(UTC)


def _midnight(now: datetime) -> datetime:
    return _at(now.date() + DAY, time(0))


def _holds(opening: Opening, now: datetime) -> bool:
    return _utc(opening[0]) <= _utc(now) < _utc(opening[1])


def _joined(openings: list[Opening]) -> list[Opening]:
    joined: list[Opening] = []
    for opens, closes in sorted(openings, key=lambda opening: _utc(opening[0])):
        if joined and _utc(opens) <= _utc(joined[-1][1]):
            if _utc(closes) > _utc(joined[-1][1]):
                joined[-1] = (joined[-1][0], closes)
        elif _utc(closes) > _utc(opens):
            joined.append((opens, closes))
    return joined
