"""What works, what lies behind harm, what people would do and what they offer: side by side, strengths first."""

from dataclasses import dataclass

from common.disclosure import Shown
from conversations.choices import PointKind

SIDES = (PointKind.STRENGTH, PointKind.ROOT_CAUSE, PointKind.IDEA, PointKind.OFFER)
MOST = 6


@dataclass(frozen=True)
class Side:
    name: str
    themes: list[tuple[str, str]]


def sides(shown: Shown) -> list[Side]:
    """From the shown table by kind of point: the themes said most on each side. What is `*` comes last, unordered."""
    found = []
    for kind in SIDES:
        cells = dict(zip(shown.columns, shown.cells[list(shown.rows).index(kind.label)], strict=True))
        said = [(name, cell) for name, cell in cells.items() if cell not in ("0", "–")]
        said.sort(key=lambda one: -int(one[1]) if one[1].isdecimal() else 0)
        found.append(Side(kind.label, said[:MOST]))
    return found
