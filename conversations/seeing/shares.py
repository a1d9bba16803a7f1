"""How large a group is among the people whom we heard, beside how large it is in the borough. From shown numbers."""

from dataclasses import dataclass

from common.disclosure import LEAST_FOR_A_SHARE, Shown, protect
from conversations.models import BoroughFigure
from conversations.models.borough import POPULATION
from conversations.people import DIMENSIONS
from conversations.seeing.people import people_by_each

STEP = 5


@dataclass(frozen=True)
class Group:
    """Shares in per cent; None where there are too few to say."""

    name: str
    heard: int | None
    borough: int | None

    @property
    def is_missed(self) -> bool:
        """Heard at less than half of its share."""
        return self.heard is not None and self.borough is not None and 2 * self.heard < self.borough


@dataclass(frozen=True)
class Shares:
    shown: Shown
    groups: list[Group]
    sources: list[str]


def shares() -> list[Shares]:
    """For each thing that people are counted by. Two queries."""
    known: dict[str, dict[str, BoroughFigure]] = {}
    for figure in BoroughFigure.objects.filter(measure=POPULATION):
        known.setdefault(figure.by, {})[figure.group] = figure
    tables = zip(DIMENSIONS, map(protect, people_by_each()), strict=True)
    return [_shares(dimension, shown, known.get(dimension, {})) for dimension, shown in tables]


def _shares(dimension: str, shown: Shown, figures: dict[str, BoroughFigure]) -> Shares:
    cells = [cell for (cell,) in shown.cells]
    heard = sum(int(cell) for cell in cells if cell.isdecimal())
    people = sum(figure.number for figure in figures.values())
    groups = []
    for (code, name), cell in zip(DIMENSIONS[dimension].choices, cells, strict=True):
        share = (
            STEP * round(100 * int(cell) / heard / STEP) if cell.isdecimal() and heard >= LEAST_FOR_A_SHARE else None
        )
        own = figures.get(code)
        groups.append(Group(name, share, round(100 * own.number / people) if own and people else None))
    sources = list(dict.fromkeys(figure.source_in_words for figure in figures.values()))
    return Shares(shown, groups, sources)
