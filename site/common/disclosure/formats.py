"""A shown table in each form in which it leaves: rows for a page, bars for a chart, CSV, JSON, and words.

All of them are made from `Shown`, which holds no true number. No form may be made from `Table`.
"""

import csv
import io
from collections.abc import Sequence

from common.disclosure.counts import SMALL
from common.disclosure.tables import WITHHELD, Shown

# A spreadsheet takes a cell that starts with one of these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def headings(shown: Shown, first: str = "") -> list[str]:
    """The names above the columns; `first` stands above the names of the rows."""
    names = ["Number"] if shown.is_by_one else list(shown.columns)
    return [first, *names, *(["All"] if shown.has_row_totals else [])]


def rows(shown: Shown) -> list[list[str]]:
    """Each row with its name first, and the totals last where there are any."""
    lines = [
        [name, *cells, *([total] if shown.has_row_totals else [])]
        for name, cells, total in zip(shown.rows, shown.cells, shown.row_totals, strict=True)
    ]
    if shown.has_column_totals:
        sums = [shown.total] if shown.is_by_one else list(shown.column_totals)
        corner = [shown.total] if shown.has_row_totals else []
        if shown.has_row_totals or not shown.is_by_one or shown.total != WITHHELD:
            lines.append(["All", *sums, *corner])
    return lines


def bars(shown: Shown) -> list[dict]:
    """Label and value for the chart of a table by one thing. What is hidden has no height: it stays a sign."""
    return [
        {"label": name, "value": int(cell) if cell.isdigit() else cell}
        for name, (cell,) in zip(shown.rows, shown.cells, strict=True)
    ]


def as_csv(shown: Shown, first: str = "") -> str:
    """For spreadsheets, with the notes below the numbers."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    write(plain_cells(headings(shown, first)))
    for line in rows(shown):
        write(plain_cells(line))
    for note in shown.notes:
        write([note])
    return out.getvalue()


def as_xlsx(tables: Sequence[Shown]) -> bytes:
    """A workbook with a sheet for each table, and the notes below its numbers."""
    from openpyxl import Workbook  # heavy: see common.uploads.workbooks

    book = Workbook(write_only=True)
    for place, shown in enumerate(tables, start=1):
        sheet = book.create_sheet(f"{place}")
        sheet.append(plain_cells([shown.name]))
        for line in [headings(shown, shown.dimensions[0]), *rows(shown), *([note] for note in shown.notes)]:
            sheet.append(plain_cells(line))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_json(shown: Shown) -> dict:
    """For programs, and for keeping: exactly what was shown."""
    return {
        "name": shown.name, "measure": shown.measure, "dimensions": list(shown.dimensions), "period": shown.period,
        "whole": shown.whole, "rows": list(shown.rows), "columns": list(shown.columns),
        "cells": [list(line) for line in shown.cells], "row_totals": list(shown.row_totals),
        "column_totals": list(shown.column_totals), "total": shown.total, "notes": list(shown.notes),
    }  # fmt: skip


def from_json(kept: dict) -> Shown:
    """What `as_json` kept."""
    return Shown(**{**kept, "dimensions": tuple(kept["dimensions"])})


def in_words(shown: Shown) -> str:
    """The table as a text alternative: "Bellingham: School 10, Online between 1 and 7." """
    return " ".join(f"{line[0]}: {_line_in_words(shown, line[1:])}." for line in rows(shown))


def _line_in_words(shown: Shown, cells: Sequence[str]) -> str:
    names = headings(shown)[1:]
    said = [cell_in_words(cell) for cell in cells]
    return said[0] if shown.is_by_one else ", ".join(f"{name} {cell}" for name, cell in zip(names, said, strict=True))


def cell_in_words(cell: str) -> str:
    """What a screen reader says, and what a tooltip shows."""
    return {SMALL: "between 1 and 7", WITHHELD: "not shown"}.get(cell, cell)


def plain_cells(cells: Sequence[str]) -> list[str]:
    """Cells that no spreadsheet takes for a formula."""
    return [f"'{cell}" if str(cell).startswith(FORMULA_STARTS) else cell for cell in cells]
