"""Groups beside their size: whom we heard, and what happened to how many, for every 1,000 people of a group.

Never a league table: groups stand in the order of the vocabulary, and no rate is called high or low. A rate is made of
what is shown alone: where a number is `*` or under 20, there is none (users.md 3.10, house rule 2).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from common.disclosure import LEAST_FOR_A_SHARE, Shown, count_of_people, protect
from conversations.choices import FigureBy
from conversations.models import BoroughFigure
from conversations.models.borough import POPULATION
from conversations.seeing.borough import groups_of
from conversations.seeing.people import people_by_each

HEARD = "people heard in conversations"


@dataclass(frozen=True)
class Cell:
    """A count as it may be shown, and its rate, or None where there is none."""

    shown: str
    per_thousand: str | None


@dataclass(frozen=True)
class Rates:
    """Of one way to part people: for each group its name, its size and a cell for each measure; and the sources."""

    label: str
    measures: list[str]
    rows: list[tuple[str, str, list[Cell]]]
    sources: list[str]


def rates() -> list[Rates]:
    """For each way to part people that a population is known for. Three queries."""
    figures: dict[str, dict[str, dict[str, BoroughFigure]]] = {}
    for figure in BoroughFigure.objects.all():
        figures.setdefault(figure.by, {}).setdefault(figure.measure, {})[figure.group] = figure
    heard = dict(zip(("age", "gender", "ethnicity"), map(protect, people_by_each()), strict=True))
    return [_rates(by, figures[by.value], heard.get(by.value)) for by in FigureBy if POPULATION in figures.get(by, {})]


def _rates(by: FigureBy, figures: Mapping[str, Mapping[str, BoroughFigure]], heard: Shown | None) -> Rates:
    groups, sizes = groups_of(by), figures[POPULATION]
    others = sorted(set(figures) - {POPULATION})
    counted = {name: cells[0] for name, cells in zip(heard.rows, heard.cells, strict=True)} if heard else {}
    rows = []
    for code, name in groups.items():
        size = sizes[code].number if code in sizes else 0
        cells = [cell_of(counted[name], size)] if heard else []
        for measure in others:
            found = figures[measure].get(code)
            cells.append(cell_of(count_of_people(found.number), size) if found else Cell("not known", None))
        rows.append((name, count_of_people(size) if code in sizes else "not known", cells))
    every = [figure for measure in (POPULATION, *others) for figure in figures[measure].values()]
    sources = list(dict.fromkeys(f"{figure.measure.capitalize()}: {figure.source_in_words}" for figure in every))
    return Rates(by.label, [*([HEARD] if heard else []), *others], rows, sources)


def cell_of(shown: str, size: int) -> Cell:
    """The rate from the shown count, where it is a number of 20 or more, or none at all, of a group of 20 or more."""
    number = int(shown) if shown.isdecimal() else None
    if number is None or size < LEAST_FOR_A_SHARE or 0 < number < LEAST_FOR_A_SHARE:
        return Cell(shown, None)
    return Cell(shown, f"{1000 * number / int(count_of_people(size)):.1f}")


def rates_as_lines(parts: list[Rates]) -> Iterator[list[str]]:
    """What the page shows, cell by cell: nothing in the file that is not on it."""
    for part in parts:
        measures = (heading for measure in part.measures for heading in (measure.capitalize(), "For every 1,000"))
        yield [part.label, "People in the borough", *measures]
        for name, size, cells in part.rows:
            yield [name, size, *(text for cell in cells for text in (cell.shown, cell.per_thousand or "–"))]
        yield from ([source] for source in part.sources)
        yield []
