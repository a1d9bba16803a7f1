"""What one conversation adds to the figures: each point once in each cell, whoever of the coders saw it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from conversations.models.figures import ANY_THEME
from conversations.models.themes import OVERALL

# Figures that are by no choice of a note.
TOGETHER, QUARTER, AGREEMENT = "together", "quarter", "agreement"
Cell = tuple[str, str, int]


@dataclass(frozen=True)
class Seen:
    """That a theme stands on a point, with what is known of the point and of its conversation, by name of the table."""

    point: int
    theme: int
    held_on: date
    values: Mapping[str, object]


def tally_of(seen: Iterable[Seen], twice: Iterable[Mapping[int, set[int]]] = ()) -> dict[str, int]:
    """Points by cell. `twice` gives, for each point that was coded twice, what each of its coders chose."""
    points: dict[Cell, set[int]] = defaultdict(set)
    themes: dict[int, set[int]] = defaultdict(set)
    for one in seen:
        themes[one.point].add(one.theme)
        rows = {OVERALL: "", QUARTER: quarter_of(one.held_on), **one.values}
        for table, value in rows.items():
            if value is not None:
                points[table, str(value), one.theme].add(one.point)
                points[table, str(value), ANY_THEME].add(one.point)
    return {as_text(cell): number for cell, number in _all_cells(points, themes, twice).items()}


def _all_cells(points, themes, twice) -> dict[Cell, int]:
    cells = {cell: len(found) for cell, found in points.items()}
    everything = sorted(set().union(*themes.values()))
    for one, other in combinations(everything, 2):
        # 0 where both were said in the conversation, and never in one point.
        cells[TOGETHER, str(one), other] = sum(one in found and other in found for found in themes.values())
    for coders in twice:
        cells[AGREEMENT, str(len(coders)), ANY_THEME] = cells.get((AGREEMENT, str(len(coders)), ANY_THEME), 0) + 1
        for theme in set().union(*coders.values()):
            answers = "".join(sorted("1" if theme in chosen else "0" for chosen in coders.values()))
            cells[AGREEMENT, answers, theme] = cells.get((AGREEMENT, answers, theme), 0) + 1
    return cells


def quarter_of(day: date) -> str:
    """ "2026 Q4". Quarters of the calendar year, as the releases have them."""
    return f"{day.year} Q{(day.month + 2) // 3}"


def as_text(cell: Cell) -> str:
    return "|".join(map(str, cell))


def from_text(text: str) -> Cell:
    table, row, theme = text.split("|")
    return table, row, int(theme)
