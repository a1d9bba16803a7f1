"""The rows of an Excel workbook: values and formulas as they stand. Nothing in it is run or followed."""

from io import BytesIO
from typing import TYPE_CHECKING

from common.uploads.refusing import Refused
from conversations.workbook.columns import MOST_ROWS, SHEETS, VERSION
from conversations.workbook.given import FIRST_ROW, Given, Row, is_blank

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


def add_workbook(given: Given, content: bytes) -> None:
    """Raises Refused. `content` was looked into before: see `opening`."""
    from openpyxl import load_workbook  # heavy: see common.uploads.workbooks

    try:
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False, rich_text=False)
        _add(given, book)
    except Exception:  # A broken file can fail anywhere in the parser, and must never be our fault.
        raise Refused("We cannot read this workbook. Copy your rows into a new template and send that") from None


def _add(given: Given, book: "Workbook") -> None:
    if (version := _version(book)) != VERSION:
        given.wrong("Guide", 1, 2, f"Use our template of version {VERSION}. This one says “{version[:30]}”")
    for sheet in SHEETS:
        if sheet in book.sheetnames:
            _add_rows(given, sheet, book)
        else:
            given.wrong(sheet, 1, 1, f"The sheet “{sheet}” is missing. Use our template")


def _version(book: "Workbook") -> str:
    if "Guide" not in book.sheetnames:
        return ""
    first: tuple = next(book["Guide"].iter_rows(min_row=1, max_row=1, max_col=2, values_only=True), ())
    return str(first[1] or "") if len(first) > 1 else ""


def _add_rows(given: Given, sheet: str, book: "Workbook") -> None:
    columns = SHEETS[sheet]
    rows = book[sheet].iter_rows(max_col=len(columns), max_row=MOST_ROWS + FIRST_ROW)
    head = [str(cell.value or "").strip() for cell in next(rows, ())]
    for place, column in enumerate(columns):
        if place >= len(head) or head[place] != column.name:
            given.wrong(sheet, 1, place + 1, f"This column is called “{column.name}” in our template")
            return
    for number, cells in enumerate(rows, start=2):
        values = [_value(cell) for cell in cells]
        is_title = number < FIRST_ROW and values[0] == columns[0].title
        if is_title or all(is_blank(value) for value in values):
            continue
        if number >= FIRST_ROW + MOST_ROWS:
            given.wrong(sheet, number, 1, f"There are more than {MOST_ROWS} rows. Send the rest on their own")
            return
        given.rows[sheet].append(Row(number, values))


def _value(cell):
    """Of a formula its text, also of one that fills many cells: it is refused by its first letter."""
    return f"={str(cell.value).lstrip('=')}" if cell.data_type == "f" else cell.value
