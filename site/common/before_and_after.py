"""Four questions before and after a workshop or a conversation: their words, and what may be shown of the answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices

from common.disclosure import LEAST_CONVERSATIONS, Shown, Table, protect
from common.disclosure.formats import headings, rows


class Moment(TextChoices):
    """When the four questions are asked."""

    BEFORE = "before", "Before"
    AFTER = "after", "After"


class Statement(TextChoices):
    """What should change (the outcomes of seed 003). The last one is about trust."""

    REASONS = "reasons", "I understand why violence happens"
    SERVICES = "services", "I know who can help near me, and how to reach them"
    TALKING = "talking", "I can talk with somebody who is worried about violence"
    TRUST = "trust", "I trust public services here to work with us"


class Answer(TextChoices):
    NOT_AT_ALL = "not_at_all", "Not at all"
    A_LITTLE = "a_little", "A little"
    PARTLY = "partly", "Partly"
    A_LOT = "a_lot", "A lot"
    FULLY = "fully", "Fully"


# How often each answer was given: {(moment, statement, answer): number}.
Counts = dict[tuple[str, str, str], int]


@dataclass(frozen=True)
class Results:
    """One table for each statement, and how many events stand behind them; no table behind too few."""

    events: int
    shown: list[Shown]

    @property
    def tables(self) -> list[dict]:
        return [{"caption": one.name, "headings": headings(one, "When"), "rows": rows(one)} for one in self.shown]

    @property
    def notes(self) -> list[str]:
        return list(self.shown[0].notes)


def results(events: Sequence[int], counts_of: Callable[[Sequence[int]], Counts]) -> Results:
    """What may be shown of `events` (keys, the first one first), all together; `counts_of` adds up those it is given.

    Nothing is shown of fewer than three, and they are added three at a time (rule 7). Otherwise whoever looks before
    and after one of them would read its answers off the difference.
    """
    together = events[: len(events) - len(events) % LEAST_CONVERSATIONS]
    counts = counts_of(together) if together else {}
    return Results(len(together), [protect(_table(statement, counts)) for statement in Statement if together])


def _table(statement: Statement, counts: Counts) -> Table:
    return Table(
        name=statement.label,
        measure=f"answers: {statement.value}",
        dimensions=("When", "Answer"),
        rows=[moment.label for moment in Moment],
        columns=[answer.label for answer in Answer],
        counts=[[counts.get((moment, statement, answer), 0) for answer in Answer] for moment in Moment],
    )
