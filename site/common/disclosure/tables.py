"""A whole table, as it may be shown: which totals may stand beside the numbers.

Rounding alone is not enough. 8, 1, 1, 1 and 1 under a total of "10" has one solution, because the total lies between
8 and 12. So a total is shown only where every `*` beside it keeps three possible values.

And whether a total is missing must itself tell nothing. If totals were left out only where they would give a number
away, a reader who knows the rule would learn from the gap what the total would have said: beside "10" and "*", only
a total of "20" is dangerous, so its absence says that it is 20. Therefore the choice is made from the shown cells
alone: a total is shown if it is safe whatever it turns out to be, and left out otherwise.

Totals of both directions of a table would lock its cells into a net, so a table with a `*` has the totals of one
direction, and the total of all where that is safe too. Then what a reader can infer is worked out exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from common.disclosure.counts import LEAST_CONVERSATIONS, SMALL, could_be, count_of_people

WITHHELD = "–"
LEAST_POSSIBLE = 3
Interval = tuple[int, int]


@dataclass(frozen=True)
class Table:
    """True counts of people, or of what they are or said, by one or two things. It never leaves the analyst's desk.

    `counts[row][column]`; a table by one thing has one column, which is named "". `dimensions` are the things it is
    by. `period` is the stretch of time it is about; empty means everything until today, so that a later one holds
    it. `whole` is whether each thing that is counted stands in one cell; a table that leaves out those with no
    answer is not whole, and then no other table adds up to the same. `conversations`, where given, is how many
    stand behind each row: behind fewer than 3, nothing of the row is shown.
    """

    name: str
    measure: str
    dimensions: tuple[str, ...]
    rows: Sequence[str]
    columns: Sequence[str]
    counts: Sequence[Sequence[int]]
    period: str = ""
    whole: bool = True
    with_totals: bool = True
    conversations: Sequence[int] | None = None

    def __post_init__(self) -> None:
        if not 1 <= len(self.dimensions) <= 2:
            raise ValueError("A table is by one thing, or by two.")
        if len(self.dimensions) == 1 and list(self.columns) != [""]:
            raise ValueError("A table by one thing has one column, without a name.")
        wrong = len(self.counts) != len(self.rows) or any(len(line) != len(self.columns) for line in self.counts)
        if wrong or (self.conversations is not None and len(self.conversations) != len(self.rows)):
            raise ValueError("A table needs one count for each row and column.")

    @classmethod
    def by_one(cls, name: str, measure: str, dimension: str, counts: dict[str, int], **more) -> "Table":
        """A table by one thing: `{"Very sure": 12, "Sure": 3}`."""
        lines = [[count] for count in counts.values()]
        return cls(name, measure, (dimension,), list(counts), [""], lines, **more)

    @property
    def is_cumulative(self) -> bool:
        return not self.period


@dataclass(frozen=True)
class Shown:
    """A table as everybody may see it. It holds words only: the true numbers are not in it."""

    name: str
    measure: str
    dimensions: tuple[str, ...]
    rows: Sequence[str]
    columns: Sequence[str]
    cells: Sequence[Sequence[str]]
    row_totals: Sequence[str]
    column_totals: Sequence[str]
    total: str
    period: str = ""
    whole: bool = True
    notes: Sequence[str] = field(default_factory=list)

    @property
    def is_by_one(self) -> bool:
        return len(self.dimensions) == 1

    @property
    def has_row_totals(self) -> bool:
        return not self.is_by_one and any(total != WITHHELD for total in self.row_totals)

    @property
    def has_column_totals(self) -> bool:
        return any(total != WITHHELD for total in [*self.column_totals, self.total])


def protect(table: Table) -> Shown:
    """The table as it may be shown. Raises ValueError for a count below 0."""
    kept = [_is_enough(table, place) for place in range(len(table.rows))]
    cells = [
        [count_of_people(count) if keep else WITHHELD for count in line]
        for line, keep in zip(table.counts, kept, strict=True)
    ]
    row_totals, column_totals, total = _totals(table, cells)
    return Shown(
        name=table.name, measure=table.measure, dimensions=table.dimensions, rows=list(table.rows),
        columns=list(table.columns), cells=cells, row_totals=row_totals, column_totals=column_totals, total=total,
        period=table.period, whole=table.whole, notes=_notes(table, cells, [*row_totals, *column_totals, total]),
    )  # fmt: skip


def _is_enough(table: Table, place: int) -> bool:
    """Nothing is shown for a single session, or for two of them of which one could be taken away (rule 7)."""
    return table.conversations is None or table.conversations[place] >= LEAST_CONVERSATIONS


def _totals(table: Table, cells: list[list[str]]) -> tuple[list[str], list[str], str]:
    """The totals of the rows, of the columns and of all, each as shown or withheld."""
    no_rows, no_columns = [WITHHELD] * len(table.rows), [WITHHELD] * len(table.columns)
    by_row, by_column = list(table.counts), [list(line) for line in zip(*table.counts, strict=True)]
    everything = [cell for line in cells for cell in line]
    # What runs on has a next release, and two totals of one thing would show what came between them.
    if not table.with_totals or table.is_cumulative or WITHHELD in everything:
        return no_rows, no_columns, WITHHELD
    if SMALL not in everything:
        return _sums(by_row), _sums(by_column), count_of_people(sum(map(sum, table.counts)))
    columns = [list(line) for line in zip(*cells, strict=True)]
    safe_rows, safe_columns = [[_total_is_safe(line) for line in lines] for lines in (cells, columns)]
    # A table by one thing has nothing to add up but its one column.
    by_rows = len(table.dimensions) == 2 and sum(safe_rows) >= sum(safe_columns)
    lines, truth, safe = (cells, by_row, safe_rows) if by_rows else (columns, by_column, safe_columns)
    totals = [count_of_people(sum(line)) if good else WITHHELD for line, good in zip(truth, safe, strict=True)]
    total = count_of_people(sum(map(sum, truth))) if _total_of_all_is_safe(lines, totals) else WITHHELD
    return (totals, no_columns, total) if by_rows else (no_rows, totals, total)


def _sums(lines) -> list[str]:
    return [count_of_people(sum(line)) for line in lines]


def _between(line: Sequence[str]) -> Interval:
    """The least and the most that the cells of a line can add up to."""
    ends = [could_be(cell) for cell in line]
    return sum(low for low, _ in ends), sum(high for _, high in ends)


def _could_be_shown(low: int, high: int) -> list[Interval]:
    """For each number that could be shown for a sum between `low` and `high`: what it would leave possible."""
    left, number = [], low
    while number <= high:
        block = could_be(count_of_people(number))
        left.append(_cut(block, (low, high)))
        number = block[1] + 1
    return left


def _cut(first: Interval, second: Interval) -> Interval:
    return max(first[0], second[0]), min(first[1], second[1])


def _stars_are_safe(line: Sequence[str], known: Interval) -> bool:
    """Whether each `*` of a line keeps three possible values when the sum of the line is known to be in `known`."""
    if SMALL not in line:
        return True
    low, high = _between(line)
    star_low, star_high = could_be(SMALL)
    least, most = _cut((star_low, star_high), (known[0] - (high - star_high), known[1] - (low - star_low)))
    return most - least + 1 >= LEAST_POSSIBLE


def _total_is_safe(line: Sequence[str]) -> bool:
    """Whether a total beside this line narrows no `*` too far, whatever the total turns out to be."""
    return all(_stars_are_safe(line, known) for known in _could_be_shown(*_between(line)))


def _total_of_all_is_safe(lines: Sequence[Sequence[str]], totals: Sequence[str]) -> bool:
    """The same for the total of all, when the totals of the lines are known as far as they are shown."""
    known = [
        _between(line) if total == WITHHELD else _cut(could_be(total), _between(line))
        for line, total in zip(lines, totals, strict=True)
    ]
    low, high = sum(line[0] for line in known), sum(line[1] for line in known)
    for whole in _could_be_shown(low, high):
        for line, own in zip(lines, known, strict=True):
            left = _cut(own, (whole[0] - (high - own[1]), whole[1] - (low - own[0])))
            if not _stars_are_safe(line, left):
                return False
    return True


def _notes(table: Table, cells: list[list[str]], totals: list[str]) -> list[str]:
    """What a reader needs to know, in sentences. They say what the rule is, and nothing about this table's numbers."""
    notes = ["0 means none, * means 1 to 7, and every other number is rounded to the nearest 5."]
    if any(WITHHELD in line for line in cells):
        notes.append(f"{WITHHELD} means that fewer than {LEAST_CONVERSATIONS} conversations were held there.")
    if table.with_totals and table.is_cumulative:
        notes.append("Totals are left out, because two days’ totals would show what came between them.")
    elif table.with_totals and WITHHELD in totals:
        notes.append("Some totals are left out, because with them one could work out what * stands for.")
    elif table.with_totals:
        notes.append("Totals are rounded by themselves, so they may not add up.")
    return notes
