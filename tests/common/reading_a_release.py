"""Every table and format of two releases in a row, in the hands of somebody who adds up, takes away and compares.

Invented points with a theme, in conversations; the tables are parted and left out as in conversations.seeing.tables.
The reader gets each CSV and JSON file, how many conversations had each theme (exact from 3), knows that no count falls
from one release to the next, and that each table is of the same points but for those that it leaves out.
"""

import random
from collections.abc import Iterator

from reading_between_the_lines import Reader, read_csv

from common.disclosure import Table, count_of_conversations, formats, protect

# name: rows that are shown, and how many values are left out.
PARTS = {"kind": (6, 1), "ward": (8, 1), "setting": (11, 1), "place": (6, 1), "horizon": (4, 1), "level": (4, 1)}
THEMES = ("t1", "t2")
MANY = 10**6
Point = dict


def points_of(chance: random.Random, conversations: int) -> list[Point]:
    """What so many conversations bring: few points or many, spread or all in one cell."""
    points = []
    focus = {part: chance.randrange(rows + left) for part, (rows, left) in PARTS.items()}
    narrow = chance.random()
    for conversation in range(conversations):
        for _ in range(chance.choice([0, 1, 1, 1, 2, 3, 9])):
            cells = {
                part: focus[part] if chance.random() < narrow else chance.randrange(rows + left)
                for part, (rows, left) in PARTS.items()
            }
            points.append({"in": conversation, "theme": chance.choice(THEMES), **cells})
    return points


def tables_of(points: list[Point], *, whole: str = "") -> Iterator[tuple[str, Table]]:
    """The tables of a release. `whole` names one that leaves nothing out: for the control."""
    for part, (shown, left) in PARTS.items():
        rows = shown + left if part == whole else shown
        counts = [
            [sum(p[part] == row and p["theme"] == theme for p in points) for theme in THEMES] for row in range(rows)
        ]
        behind = [len({p["in"] for p in points if p[part] == row}) for row in range(rows)]
        names = [f"{part} {row}" for row in range(rows)]
        yield part, Table(part, "points", (part, "theme"), names, THEMES, counts, whole=False, conversations=behind)


def read(reader: Reader, day: int, points: list[Point], *, whole: str = "") -> None:
    """Take in one release in each of its formats, and the numbers of conversations."""
    for theme in THEMES:
        told = count_of_conversations(len({p["in"] for p in points if p["theme"] == theme}))
        least = int(told) if told.isdecimal() else 1
        reader.known["all", day, theme] = (least, MANY if told != "0" else 0)
    for part, table in tables_of(points, whole=whole):
        shown = protect(table)
        read_csv(reader, formats.as_csv(shown), tag=(day, part))
        _read_json(reader, formats.as_json(shown), (day, part))
        for theme in THEMES:
            cells = {((day, part), row, theme): 1 for row in shown.rows}
            left = ("left out", day, part, theme)
            reader.known[left] = (0, 0 if part == whole else MANY)
            reader.knows({**cells, left: 1, ("all", day, theme): -1}, 0, 0)


def _read_json(reader: Reader, kept: dict, tag) -> None:
    for row, line in zip(kept["rows"], kept["cells"], strict=True):
        for column, cell in zip(kept["columns"], line, strict=True):
            reader.sees((tag, row, column), cell)


def compare(reader: Reader) -> None:
    """What came between both days, for each cell: nothing falls."""
    for (day, part), row, theme in [name for name in reader.known if isinstance(name[0], tuple) and name[0][0] == 0]:
        step = ("step", part, row, theme)
        reader.known[step] = (0, MANY)
        reader.knows({((1, part), row, theme): 1, ((day, part), row, theme): -1, step: -1}, 0, 0)


def two_days(seed: int) -> list[list[Point]]:
    """What was said until one release, and until the next, with three conversations more or several."""
    chance = random.Random(seed)
    first = points_of(chance, chance.randint(3, 14))
    more = [{**point, "in": point["in"] + 100} for point in points_of(chance, chance.randint(3, 9))]
    return [first, first + more]


def told_too_much(days: list[list[Point]], *, whole: str = "") -> list[str]:
    """The counts of 1 to 7, and steps of 1 to 7, that are left with fewer than three possible values."""
    reader = Reader()
    for day, points in enumerate(days):
        read(reader, day, points, whole=whole)
    compare(reader)
    for name, ends in reader.known.items():
        reader.known[name] = (ends[0], min(ends[1], MANY))
    reader.think()
    return list(_found(reader, days))


def _found(reader: Reader, days: list[list[Point]]) -> Iterator[str]:
    truth = {}
    for name in reader.known:
        if isinstance(name[0], tuple):
            (day, part), row, theme = name
            number = int(row.rpartition(" ")[2])
            truth[name] = sum(p[part] == number and p["theme"] == theme for p in days[day])
    for name, count in truth.items():
        low, high = reader.known[name]
        if not low <= count <= high:
            yield f"The solver is wrong about {name}: {low} to {high}, and it is {count}"
        if 1 <= count <= 7 and reader.width(name) < 3:
            yield f"{name} is {low} to {high}"
    for name in [name for name in reader.known if name[0] == "step"]:
        _, part, row, theme = name
        came = truth[(1, part), row, theme] - truth[(0, part), row, theme]
        if 1 <= came <= 7 and reader.width(name) < 3:
            yield f"{name} is {reader.known[name]}"
