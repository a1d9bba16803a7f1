"""The rows of a CSV file: one sheet in each file, or several below each other, each with its own names of columns."""

import csv
from collections.abc import Iterator

from common.uploads.refusing import Refused
from conversations.workbook.columns import SHEETS
from conversations.workbook.given import Given, is_blank

_FIRST = "session_ref"
_UNKNOWN = (
    "We do not know what the rows of “{name}” are. Their first line must hold the names of our columns, such as "
    "session_ref. Copy your rows into our template and send that"
)


def add_csv(given: Given, content: bytes, name: str) -> None:
    """Raises Refused where it is no text, or no line names our columns."""
    sheet = ""
    places: list[int | None] = []
    for line, cells in _lines(content, name):
        if cells[0].strip().lower() == _FIRST:
            sheet, places = _columns(given, cells, f"{name}, line {line}")
        elif not sheet:
            raise Refused(_UNKNOWN.format(name=name))
        elif cells[0].strip() != SHEETS[sheet][0].title:
            values = [cells[place] if place is not None and place < len(cells) else None for place in places]
            given.add(sheet, values, where=f"{name}, line {line}")
    if not sheet:
        raise Refused(_UNKNOWN.format(name=name))


def _lines(content: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each line that is not empty. A cell may hold several lines: then the last one is told."""
    text = _as_text(content, name)
    start = text[:2000].partition("\n")[0]
    reader = csv.reader(text.splitlines(keepends=True), delimiter=max(",;\t", key=start.count))
    try:
        for cells in reader:
            if not all(is_blank(cell) for cell in cells):
                yield reader.line_num, cells
    except csv.Error:
        raise Refused(f"We cannot read “{name}” as CSV. Copy your rows into our template and send that") from None


def _as_text(content: bytes, name: str) -> str:
    """As programs save it: UTF-8, the “Unicode text” of Excel, or the old alphabet of Windows."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise Refused(f"“{name}” is neither an Excel workbook, a Word document nor a CSV file") from None


def _columns(given: Given, cells: list[str], where: str) -> tuple[str, list[int | None]]:
    """Which sheet has these columns, and where each of its columns stands in the file."""
    names = [cell.strip().lower() for cell in cells]
    sheet = max(SHEETS, key=lambda one: len(set(names) & {column.name for column in SHEETS[one]}))
    known = [column.name for column in SHEETS[sheet]]
    for place, name in enumerate(names, start=1):
        if name and name not in known:
            given.wrong(sheet, 1, min(place, len(known)), f"We have no column “{name[:40]}”. Take it out", where)
    for place, column in enumerate(SHEETS[sheet], start=1):
        if column.required and column.name not in names:
            given.wrong(sheet, 1, place, f"The column “{column.name}” is missing. Copy it from our template", where)
    return sheet, [names.index(name) if name in names else None for name in known]
