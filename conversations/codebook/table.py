"""The codebook as CSV. Taguette takes it: one column `tag`, and `description`; it passes over the others."""

import csv
import io
from collections.abc import Iterable

from common.disclosure.formats import plain_cells
from conversations.codebook.lines import CodebookRefused, Line

MIME_TYPE = "text/csv"
_FIELDS = (
    "code", "parent", "kind", "level", "domain", "message", "big_question", "when_to_use", "when_not", "example_words",
)  # fmt: skip


def as_csv(lines: Iterable[Line]) -> str:
    """Ids are the codes here, because people read them. `tag` is the name, and the only column of that kind."""
    lines = list(lines)
    codes = {line.key: line.code for line in lines}
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    write(["tag", "description", *_FIELDS])
    for line in lines:
        cells = [codes.get(line.parent, "") if name == "parent" else getattr(line, name) for name in _FIELDS]
        write(plain_cells([line.name, line.description, *cells]))
    return out.getvalue()


def lines_of_csv(content: bytes) -> list[Line]:
    """What a codebook in CSV holds: ours or Taguette's. Raises CodebookRefused."""
    try:
        table = csv.DictReader(io.StringIO(content.decode("utf-8-sig")), strict=True)
        headings = [heading.strip().lower() for heading in table.fieldnames or []]
        rows = [dict(zip(headings, map(_text, row.values()), strict=False)) for row in table]
    except (UnicodeDecodeError, csv.Error):
        raise CodebookRefused("We cannot read this file. Save it as CSV (UTF-8) and send that.") from None
    names = [heading for heading in ("tag", "name", "path") if heading in headings]
    if len(names) != 1:
        raise CodebookRefused("The first line must name one column “tag”, with the name of each theme below it.")
    return [_line(row, names[0]) for row in rows if any(row.values())]


def _text(cell) -> str:
    text = cell.strip() if isinstance(cell, str) else ""
    # What our export put before a cell so that no spreadsheet runs it.
    return text[1:] if text[:1] == "'" and text[1:2] in "=+-@" else text


def _line(row: dict[str, str], name: str) -> Line:
    more = {field: row.get(field, "") for field in _FIELDS}
    return Line(row.get("code") or row[name], row[name], description=row.get("description", ""), **more)
