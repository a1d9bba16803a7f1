"""The directory as files. It comes from the records of the API, so what that keeps back is kept back here."""

import csv
import io
import json
import zipfile
from collections.abc import Iterable

from services_directory.api.records import service_record, with_parts
from services_directory.interchange.tables import COLUMNS, flatten, safe
from services_directory.interchange.values import plain
from services_directory.models import ServicePage

CHUNK = 200
# More than this a cell of a workbook cannot hold, and programs cut it off without a word.
LONGEST_CELL = 32_767


class TooLong(Exception):
    """A text does not fit a workbook. Its text is a sentence for whoever asked for the file."""


def records(services) -> list[dict]:
    """Every service of this queryset as a full record, in the order of the API."""
    keys = list(services.order_by("pk").values_list("pk", flat=True))
    found = []
    for start in range(0, len(keys), CHUNK):
        rows = with_parts(ServicePage.objects.all()).in_bulk(keys[start : start + CHUNK])
        found += [service_record(rows[pk]) for pk in keys[start : start + CHUNK] if pk in rows]
    return found


def as_json(found: list[dict]) -> bytes:
    """One page that holds them all, as the API would answer."""
    page = {
        "total_items": len(found),
        "total_pages": 1 if found else 0,
        "page_number": 1,
        "size": len(found),
        "first_page": True,
        "last_page": True,
        "empty": not found,
        "contents": found,
    }
    return json.dumps(page, ensure_ascii=False, indent=1).encode()


def as_csv(found: list[dict]) -> bytes:
    """A ZIP with one CSV file per table."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, rows in flatten(found).items():
            text = io.StringIO(newline="")
            writer = csv.writer(text)
            writer.writerows(_lines(name, rows))
            # The mark at the start tells spreadsheet programs that it is UTF-8.
            archive.writestr(f"{name}.csv", text.getvalue().encode("utf-8-sig"))
    return stored.getvalue()


def as_xlsx(found: list[dict]) -> bytes:
    """A workbook with one sheet per table. Every cell is text, so that no program turns a number into a date.

    Raises TooLong.
    """
    from openpyxl import Workbook  # heavy: see common.uploads.workbooks

    tables = {name: list(_lines(name, rows)) for name, rows in flatten(found).items()}
    _refuse_too_long(tables)
    book = Workbook(write_only=True)
    for name, lines in tables.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for line in lines:
            sheet.append([_text_cell(sheet, text) for text in line])
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()


def _refuse_too_long(tables: dict[str, list[list[str]]]) -> None:
    cells = (text for lines in tables.values() for line in lines for text in line)
    if long := next((text for text in cells if len(text) > LONGEST_CELL), ""):
        start = f"A text is too long for a workbook. It begins with “{long[:40]}”."
        raise TooLong(f"{start} Choose CSV or JSON, or shorten it.")


def _text_cell(sheet, text: str):
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=plain(text))
    cell.number_format = "@"
    return cell


def _lines(name: str, rows: list[dict]) -> Iterable[list[str]]:
    columns = COLUMNS[name]
    yield columns
    for row in rows:
        yield [safe(row.get(column, "")) for column in columns]


FORMATS = {"json": as_json, "csv": as_csv, "xlsx": as_xlsx}
