"""The rows of our note sheet for Word: a table of answers, and tables whose first row names our columns."""

import json

from common.uploads.child import run_in_child
from conversations.workbook.columns import SHEETS, Column
from conversations.workbook.given import Given, is_blank

# We print these into the table ourselves: a row with nothing else in it is not filled in.
PRINTED = ("session_ref", "point_no", "kind", "dimension", "category")


def add_document(given: Given, content: bytes, name: str) -> None:
    """One document holds one conversation. Raises Refused."""
    tables = json.loads(run_in_child("conversations.workbook.tables_of_word:tables", content))
    about = next((table for table in tables if _is_about(table)), None)
    if about is None:
        given.wrong("session", 1, 1, "The table “About the conversation” is missing. Use our note sheet", name)
        return
    answers = {_tidy(row[0]): row[1] for row in about if len(row) > 1}
    values = [answers.get(_tidy(column.title)) for column in SHEETS["session"]]
    given.add("session", values, where=f"{name}, “About the conversation”")
    for number, table in enumerate(tables, start=1):
        if table is not about and (sheet := _sheet_of(table)):
            _add_table(given, sheet, table, reference=values[0], where=f"{name}, table {number}")


def _is_about(table: list[list[str]]) -> bool:
    title = _tidy(SHEETS["session"][0].title)
    return any(len(row) > 1 and _tidy(row[0]) == title for row in table)


def _sheet_of(table: list[list[str]]) -> str:
    """The sheet that has a column for every heading of this table, or ""."""
    heads = {_tidy(cell) for cell in table[0]} if table else set()
    for sheet, columns in SHEETS.items():
        if heads and heads <= {_tidy(column.title) for column in columns}:
            return sheet
    return ""


def _add_table(given: Given, sheet: str, table: list[list[str]], *, reference, where: str) -> None:
    heads = [_tidy(cell) for cell in table[0]]
    for number, row in enumerate(table[1:], start=2):
        cells = dict(zip(heads, row, strict=False))
        values = [_value(column, cells, reference) for column in SHEETS[sheet]]
        written = [value for column, value in zip(SHEETS[sheet], values, strict=True) if column.name not in PRINTED]
        if not all(is_blank(value) for value in written):
            given.add(sheet, values, where=f"{where}, row {number}")


def _value(column: Column, cells: dict[str, str], reference):
    return reference if column.name == "session_ref" else cells.get(_tidy(column.title))


def _tidy(text: str) -> str:
    """Word adds spaces of its own, and people use the other hyphens and quotes."""
    return " ".join(text.split()).lower()
