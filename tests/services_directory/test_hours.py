"""Open or closed, and until when, in words that hold at every hour of every day."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.bank_holidays import bank_holidays
from services_directory.hours import LONDON, OpeningHours, Rule, Special

NINE, FIVE, EIGHT = time(9), time(17), time(20)
OFFICE = tuple(Rule(day, NINE, FIVE) for day in range(5))


def london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def says(hours: OpeningHours, when: str) -> str:
    return hours.state(london(when)).text


@pytest.mark.parametrize(
    ("when", "text"),
    [
        ("2026-11-18 12:00", "Open now, until 5pm"),
        ("2026-11-18 09:00", "Open now, until 5pm"),
        ("2026-11-18 08:59", "Closed, opens today 9am"),
        ("2026-11-18 17:00", "Closed, opens tomorrow 9am"),
        ("2026-11-20 22:00", "Closed, opens Monday 9am"),
        ("2026-11-21 12:00", "Closed, opens Monday 9am"),
        ("2026-11-22 23:59", "Closed, opens tomorrow 9am"),
    ],
)
def test_an_office_week_is_right_across_the_weekend(when, text):
    assert says(OpeningHours(OFFICE), when) == text


@pytest.mark.parametrize(
    ("when", "text"),
    [
        ("2026-11-20 23:30", "Open now, until 2am"),
        ("2026-11-21 00:00", "Open now, until 2am"),
        ("2026-11-21 01:59", "Open now, until 2am"),
        ("2026-11-21 02:00", "Closed, opens Friday 8pm"),
        ("2026-11-20 12:00", "Closed, opens today 8pm"),
    ],
)
def test_a_night_belongs_to_the_day_on_which_it_began(when, text):
    assert says(OpeningHours((Rule(4, EIGHT, time(2)),)), when) == text


def test_until_midnight_is_said_so():
    assert says(OpeningHours((Rule(4, EIGHT, time(0)),)), "2026-11-20 21:00") == "Open now, until midnight"


def test_nothing_known_says_ring_first():
    assert says(OpeningHours(), "2026-11-18 12:00") == "Hours not known: ring first"


def test_day_and_night_is_said_once_and_holds_on_every_holiday():
    always = OpeningHours(tuple(Rule(day, time(0), time(0)) for day in range(7)))

    assert says(always, "2026-12-25 03:00") == "Open now, day and night"


def test_five_days_and_nights_end_on_a_named_day():
    hours = OpeningHours(tuple(Rule(day, time(0), time(0)) for day in range(5)))

    assert says(hours, "2026-11-18 12:00") == "Open now, until Saturday midnight"


class TestBankHolidays:
    def test_closed_means_closed_and_the_next_working_day_is_named(self):
        hours = OpeningHours(OFFICE, bank_holidays="closed")

        assert says(hours, "2026-12-24 18:00") == "Closed, opens Tuesday 9am"
        assert says(hours, "2026-12-25 12:00") == "Closed, opens Tuesday 9am"

    def test_as_usual_means_open(self):
        assert says(OpeningHours(OFFICE, bank_holidays="as-usual"), "2026-12-25 12:00") == "Open now, until 5pm"

    def test_not_known_says_so_on_the_day(self):
        hours = OpeningHours(OFFICE)

        assert says(hours, "2026-12-25 12:00") == "It is a bank holiday: ring first"
        assert says(hours, "2026-12-26 12:00") == "Closed, opens Tuesday 9am"

    def test_a_day_that_was_arranged_beats_the_holiday(self):
        hours = OpeningHours(OFFICE, (Special(date(2026, 12, 25), time(10), time(12)),), "closed")

        assert says(hours, "2026-12-25 11:00") == "Open now, until noon"

    @pytest.mark.parametrize(
        ("year", "days"),
        [
            (2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
            (2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
            (2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
            (2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
            (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
            (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
        ],
    )
    def test_the_days_are_those_that_the_government_lists(self, year, days):
        assert sorted(f"{day:%m-%d}" for day in bank_holidays(year)) == days.split()


class TestDaysThatDiffer:
    def test_a_closed_day_is_stepped_over(self):
        hours = OpeningHours(OFFICE, (Special(date(2026, 11, 19)),))

        assert says(hours, "2026-11-18 18:00") == "Closed, opens Friday 9am"

    def test_other_hours_take_the_place_of_the_usual_ones(self):
        hours = OpeningHours(OFFICE, (Special(date(2026, 11, 18), time(13), time(15)),))

        assert says(hours, "2026-11-18 12:00") == "Closed, opens today 1pm"
        assert says(hours, "2026-11-18 16:00") == "Closed, opens tomorrow 9am"

    def test_hours_hold_between_their_first_and_last_day(self):
        hours = OpeningHours((Rule(2, NINE, FIVE, valid_from=date(2026, 11, 25), valid_to=date(2026, 11, 25)),))

        assert says(hours, "2026-11-18 12:00") == "Closed, opens Wednesday 25 November 9am"
        assert says(hours, "2026-11-25 12:00") == "Open now, until 5pm"
        assert says(hours, "2026-12-02 12:00") == "Closed. Ring first to ask when it opens"

    def test_every_second_week_counts_from_the_first_day(self):
        hours = OpeningHours((Rule(2, NINE, FIVE, interval=2, valid_from=date(2026, 11, 18)),))

        assert says(hours, "2026-11-18 12:00") == "Open now, until 5pm"
        assert says(hours, "2026-11-25 12:00") == "Closed, opens Wednesday 2 December 9am"

    @pytest.mark.parametrize(("week", "day"), [(1, "2026-12-01"), (3, "2026-11-17"), (-1, "2026-11-24")])
    def test_a_day_of_the_month(self, week, day):
        hours = OpeningHours((Rule(1, NINE, FIVE, freq="MONTHLY", week=week),))

        assert says(hours, f"{day} 12:00") == "Open now, until 5pm"
        assert "Closed" in says(hours, "2026-11-10 12:00")


class TestTheClocksChange:
    """Back on 25 October 2026 at 2am, forward on 28 March 2027 at 1am."""

    def test_the_hour_that_comes_twice_lengthens_the_night(self):
        night = OpeningHours((Rule(5, EIGHT, time(6)),))
        opened, closed = night.openings(date(2026, 10, 24), date(2026, 10, 24))[0]

        assert closed.astimezone(UTC) - opened.astimezone(UTC) == timedelta(hours=11)
        assert night.state(datetime(2026, 10, 25, 5, 59, tzinfo=UTC)).is_open
        assert not night.state(datetime(2026, 10, 25, 6, 0, tzinfo=UTC)).is_open

    def test_the_hour_that_never_comes_shortens_it(self):
        night = OpeningHours((Rule(5, EIGHT, time(6)),))
        opened, closed = night.openings(date(2027, 3, 27), date(2027, 3, 27))[0]

        assert closed.astimezone(UTC) - opened.astimezone(UTC) == timedelta(hours=9)
        assert not night.state(datetime(2027, 3, 28, 5, 0, tzinfo=UTC)).is_open

    def test_closing_in_the_hour_that_comes_twice_means_the_first_time(self):
        hours = OpeningHours((Rule(5, EIGHT, time(1, 30)),))

        assert hours.state(datetime(2026, 10, 25, 0, 29, tzinfo=UTC)).is_open
        assert not hours.state(datetime(2026, 10, 25, 0, 30, tzinfo=UTC)).is_open
        assert not hours.state(datetime(2026, 10, 25, 1, 15, tzinfo=UTC)).is_open

    def test_morning_is_morning_after_both(self):
        hours = OpeningHours((Rule(6, NINE, FIVE),))

        assert hours.state(datetime(2026, 10, 25, 9, 0, tzinfo=UTC)).is_open
        assert hours.state(datetime(2027, 3, 28, 8, 0, tzinfo=UTC)).is_open
        assert not hours.state(datetime(2027, 3, 28, 7, 59, tzinfo=UTC)).is_open


times = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30]))
rules = st.builds(Rule, weekday=st.integers(0, 6), opens_at=times, closes_at=times)
hours_of = st.builds(
    OpeningHours,
    rules=st.lists(rules, min_size=1, max_size=6).map(tuple),
    specials=st.lists(
        st.builds(Special, date=st.dates(date(2026, 10, 20), date(2026, 11, 1)), opens_at=times, closes_at=times),
        max_size=2,
    ).map(tuple),
    bank_holidays=st.sampled_from(["", "closed", "as-usual"]),
)
moments = st.datetimes(datetime(2026, 10, 20), datetime(2027, 4, 10)).map(
    lambda moment: moment.replace(tzinfo=UTC, second=0, microsecond=0)
)


@given(hours_of, moments)
def test_what_it_says_holds_until_it_changes(hours, now):
    state = hours.state(now)

    if state.changes_at:
        change = state.changes_at.astimezone(UTC)
        assert change > now
        assert hours.state(change - timedelta(minutes=1)).openness == state.openness
        if state.is_open:
            assert not hours.state(change).is_open


@given(st.lists(rules, min_size=1, max_size=4), moments)
def test_it_is_open_exactly_when_the_clock_on_the_wall_says_so(some, now):
    wall = now.astimezone(LONDON)
    if wall.date() in (date(2026, 10, 25), date(2027, 3, 28)):
        return
    clock, today, yesterday = wall.time(), wall.weekday(), (wall.weekday() - 1) % 7
    expected = any(
        (
            rule.weekday == today
            and rule.opens_at <= clock
            and (clock < rule.closes_at or rule.closes_at <= rule.opens_at)
        )
        or (rule.weekday == yesterday and rule.closes_at <= rule.opens_at and clock < rule.closes_at)
        for rule in some
    )

    assert OpeningHours(tuple(some), bank_holidays="as-usual").state(now).is_open == expected


def test_the_week_is_told_in_few_rows():
    hours = OpeningHours((*OFFICE, Rule(5, time(10), time(12, 30)), Rule(1, NINE, FIVE, freq="MONTHLY", week=1)))

    assert hours.week(date(2026, 11, 18)) == [
        ("Monday to Friday", "9am to 5pm"),
        ("Saturday", "10am to 12:30pm"),
        ("First Tuesday of the month", "9am to 5pm"),
    ]


def test_every_day_is_said_in_two_words():
    hours = OpeningHours(tuple(Rule(day, time(0), time(0)) for day in range(7)))

    assert hours.week(date(2026, 11, 18)) == [("Every day", "day and night")]
