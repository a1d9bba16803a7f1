"""Reading a file of figures about the borough: population, and what is held against it. Every fault of it is told."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from common.models import Ward
from conversations.choices import FigureBy
from conversations.people import DIMENSIONS

COLUMNS = ("measure", "by", "group", "number", "source", "date", "invented")
NEEDED = COLUMNS[:6]


class NotFigures(Exception):
    """The file cannot be used; `sentences` say why, each with its line."""

    def __init__(self, sentences: list[str]):
        super().__init__(" ".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True)
class FigureLine:
    measure: str
    by: str
    group: str
    number: int
    source: str
    as_of: date
    is_invented: bool


def groups_of(by: str) -> dict[str, str]:
    """The codes of the groups that a figure may be about, with their names, in our order. One query for wards."""
    if by == FigureBy.WARD:
        return dict(Ward.objects.values_list("code", "name"))
    return dict(DIMENSIONS[by].choices)


def lines_of(file: Iterable[str]) -> list[FigureLine]:
    """Raises NotFigures with every fault, so that one look at the file is enough."""
    rows = csv.DictReader(file)
    missing = [name for name in NEEDED if name not in (rows.fieldnames or [])]
    if missing:
        raise NotFigures([f"The first line must name the columns. Missing: {', '.join(missing)}."])
    known = {by.value: groups_of(by) for by in FigureBy}
    lines, faults, seen = [], [], set()
    for place, row in enumerate(rows, start=2):
        cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
        sentence = _fault(cells, known) or ("The same figure stands twice." if _key(cells) in seen else "")
        if sentence:
            faults.append(f"Line {place}: {sentence}")
            continue
        seen.add(_key(cells))
        lines.append(_line(cells))
    if faults or not lines:
        raise NotFigures(faults or ["There is no figure in the file."])
    return lines


def _key(cells: dict[str, str]) -> tuple[str, str, str]:
    return cells["measure"].lower(), cells["by"], cells["group"]


def _fault(cells: dict[str, str], known: dict[str, dict[str, str]]) -> str:
    """What is wrong with a line, in a sentence; empty where nothing is."""
    if not cells["measure"] or not cells["source"]:
        return "Say what it counts, and its source."
    if cells["by"] not in known:
        return f"“by” must be one of {', '.join(known)}."
    if cells["group"] not in known[cells["by"]]:
        return f"“{cells['group'][:40]}” is no {cells['by']} that we know."
    if not cells["number"].isdecimal() or len(cells["number"]) > 8:
        return "The number must be a whole number."
    if cells["invented"].lower() not in ("", "no", "yes"):
        return "“invented” is yes, no or empty."
    try:
        date.fromisoformat(cells["date"])
    except ValueError:
        return "The date must look like 2021-03-21."
    return ""


def _line(cells: dict[str, str]) -> FigureLine:
    return FigureLine(
        cells["measure"].lower()[:80], cells["by"], cells["group"], int(cells["number"]), cells["source"][:200],
        date.fromisoformat(cells["date"]), cells["invented"].lower() == "yes",
    )  # fmt: skip
