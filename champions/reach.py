"""Whom the workshops reached in the last quarter that is over, as it may be shown (rule 7)."""

from dataclasses import dataclass
from datetime import date

from champions.choices import ABOUT_YOU
from champions.models import ReachCount
from common.disclosure import Shown, Table, protect
from common.disclosure.formats import headings, rows


@dataclass(frozen=True)
class Reached:
    """One table for each question; none before a first quarter is over."""

    quarter: date | None
    shown: list[Shown]

    @property
    def tables(self) -> list[dict]:
        return [{"caption": one.name, "headings": headings(one, "People"), "rows": rows(one)} for one in self.shown]

    @property
    def notes(self) -> list[str]:
        return list(self.shown[0].notes)


def reached() -> Reached:
    """Two queries. Only a quarter that is over is shown, so that no two looks differ by one person."""
    quarter = ReachCount.objects.over().latest_quarter()
    if quarter is None:
        return Reached(None, [])
    counts = {(row.question, row.answer): row.number for row in ReachCount.objects.of_quarter(quarter)}
    return Reached(quarter, [protect(_table(question, quarter, counts)) for question in ABOUT_YOU])


def _table(question, quarter: date, counts: dict[tuple[str, str], int]) -> Table:
    answers = {answer.label: counts.get((question, answer), 0) for answer in ABOUT_YOU[question]}
    # Not whole: anybody may leave a question out, so no two questions add up to the same.
    return Table.by_one(question.label, f"about you: {question}", "Answer", answers, period=f"{quarter}", whole=False)
