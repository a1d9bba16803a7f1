"""What people said before and after, all workshops together, as it may be shown (rule 7)."""

from dataclasses import dataclass

from champions.choices import Answer, Moment, Statement
from champions.models import AnswerCount, Workshop
from common.disclosure import LEAST_CONVERSATIONS, Shown, Table, protect
from common.disclosure.formats import headings, rows


@dataclass(frozen=True)
class Results:
    """One table for each statement, and how many workshops stand behind them; no table behind too few."""

    workshops: int
    shown: list[Shown]

    @property
    def tables(self) -> list[dict]:
        return [{"caption": one.name, "headings": headings(one, "When"), "rows": rows(one)} for one in self.shown]

    @property
    def notes(self) -> list[str]:
        return list(self.shown[0].notes)


def results() -> Results:
    """Two queries. Nothing is shown of fewer than three workshops, and workshops are added three at a time.

    Otherwise whoever looks before and after one workshop would read that workshop's answers off the difference.
    """
    keys = list(Workshop.objects.answered().values_list("pk", flat=True))
    shown = keys[: len(keys) - len(keys) % LEAST_CONVERSATIONS]
    counts = AnswerCount.objects.together(shown) if shown else {}
    return Results(len(shown), [protect(_table(statement, counts)) for statement in Statement if shown])


def _table(statement: Statement, counts: dict[tuple[str, str, str], int]) -> Table:
    return Table(
        name=statement.label,
        measure=f"answers: {statement.value}",
        dimensions=("When", "Answer"),
        rows=[moment.label for moment in Moment],
        columns=[answer.label for answer in Answer],
        counts=[[counts.get((moment, statement, answer), 0) for answer in Answer] for moment in Moment],
    )
