"""What a reader can infer from tables that were published: an interval solver of its own.

It knows the published rule (0 is none, * is 1 to 7, a number is within 2 of the truth), adds up, takes away, and
goes on until nothing gets narrower. It imports nothing from `common.disclosure`, and reads text only.
"""

import csv
import io
from dataclasses import dataclass, field

ENDLESS = 10**9


def possible(text: str) -> tuple[int, int]:
    if text == "*":
        return 1, 7
    if text in {"–", ""}:
        return 0, ENDLESS
    number = int(text)
    return (0, 0) if number == 0 else (number - 2, number + 2)


@dataclass
class Reader:
    """Everything known: an interval for each name, and sums of names that lie in an interval."""

    known: dict = field(default_factory=dict)
    sums: list[tuple[dict, tuple[int, int]]] = field(default_factory=list)

    def sees(self, name, text: str) -> None:
        low, high = possible(text)
        before = self.known.get(name, (0, ENDLESS))
        self.known[name] = max(low, before[0]), min(high, before[1])

    def adds_up(self, names, text: str) -> None:
        self.sums.append((dict.fromkeys(names, 1), possible(text)))

    def knows(self, weights: dict, low: int, high: int) -> None:
        self.sums.append((weights, (low, high)))

    def think(self) -> None:
        changed = True
        while changed:
            changed = False
            for weights, (low, high) in self.sums:
                changed |= self._narrow(weights, low, high)

    def _narrow(self, weights: dict, low: int, high: int) -> bool:
        ends = {
            name: tuple(sorted((weight * self.known[name][0], weight * self.known[name][1])))
            for name, weight in weights.items()
        }
        least, most = sum(end[0] for end in ends.values()), sum(end[1] for end in ends.values())
        changed = False
        for name, weight in weights.items():
            own_low, own_high = ends[name]
            bottom, top = max(own_low, low - (most - own_high)), min(own_high, high - (least - own_low))
            new = tuple(sorted((weight * bottom, weight * top)))
            if new != self.known[name] and most < ENDLESS:
                self.known[name] = new
                changed = True
        return changed

    def width(self, name) -> int:
        low, high = self.known[name]
        return high - low + 1


def read_csv(reader: Reader, text: str, tag="") -> None:
    """Take in a table from its CSV file, by the names in it."""
    lines = [line for line in csv.reader(io.StringIO(text)) if len(line) > 1]
    head, body = lines[0][1:], lines[1:]
    columns = [name for name in head if name != "All"]
    rows = [line for line in body if line[0] != "All"]
    for line in rows:
        for column, cell in zip(columns, line[1:], strict=False):
            reader.sees((tag, line[0], column), cell)
        if "All" in head:
            reader.adds_up([(tag, line[0], column) for column in columns], line[1 + head.index("All")])
    for line in body:
        if line[0] == "All":
            for column, cell in zip(columns, line[1:], strict=False):
                reader.adds_up([(tag, row[0], column) for row in rows], cell)
            if "All" in head:
                everything = [(tag, row[0], column) for row in rows for column in columns]
                reader.adds_up(everything, line[1 + head.index("All")])
