"""Make the template, and give a workbook back with what is wrong listed in it."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from conversations.workbook.columns import MOST_ROWS, SHEETS, VERSION
from conversations.workbook.given import Given, Issue, Row

MIME_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A cell that starts with one of these is run as a formula by some programs.
_RUNS = ("=", "+", "-", "@", "\t", "\r")
GUIDE = [
    "Write ideas, not names. One point per row.",
    "In “participants”, count people and never name them. With fewer than 10 people, count ages only.",
    "The first column is the code of the conversation, such as C-7Q4K. You find it in “My conversations”.",
    "You may send up to ten conversations at once: one row each in “session”.",
    "“Active issues” counts what is missing while you type. We check everything again when you send it.",
    "What you send is a draft. You read it, answer the question about safety, and hand it in on the website.",
    "Do not write here what somebody told you about harm. Ring the numbers in your pack.",
]


_MARKED = PatternFill("solid", fgColor="FFF1C2")


def template(given: Given | None = None) -> bytes:
    """An empty workbook, or one with the rows that came: each issue is told at its cell, and all of them in a list."""
    book = Workbook()
    guide = book.active
    guide.title = "Guide"
    guide.append(["Template", VERSION])
    for line in GUIDE:
        guide.append([line])
    lists = book.create_sheet("lists")
    lists.sheet_state = "hidden"
    for name in SHEETS:
        _sheet(book, lists, name, given.rows.get(name, []) if given else [])
    _active_issues(book, given.issues if given else [])
    for issue in given.issues if given else []:
        _mark(book, issue)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _sheet(book: Workbook, lists, name: str, rows: Iterable[Row]) -> None:
    sheet = book.create_sheet(name)
    columns = SHEETS[name]
    sheet.append([column.name for column in columns])
    sheet.append([column.title for column in columns])
    for row in rows:
        for place, value in enumerate(row.values, start=1):
            sheet.cell(row=row.number, column=place, value=neutral(_as_text(value)))
    for place, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = 60 if column.name == "words" else 24
        sheet.cell(row=1, column=place).font = Font(bold=True)
        if column.choices and (choices := column.choices()):
            _choose(sheet, lists, place, choices)
    sheet.freeze_panes = "A3"


def _choose(sheet, lists, place: int, choices: list[str]) -> None:
    at = lists.max_column + 1
    for row, choice in enumerate(choices, start=1):
        # As text, whatever it begins with: the names of wards and themes are typed by people.
        lists.cell(row=row, column=at, value=choice).data_type = "s"
    letter = get_column_letter(at)
    rule = DataValidation(type="list", formula1=f"=lists!${letter}$1:${letter}${len(choices)}", allow_blank=True)
    rule.error = "Choose from the list"
    sheet.add_data_validation(rule)
    rule.add(f"{get_column_letter(place)}3:{get_column_letter(place)}{MOST_ROWS + 2}")


def _active_issues(book: Workbook, issues: Sequence[Issue]) -> None:
    sheet = book.create_sheet("Active issues")
    sheet.append(["Sheet", "Cell or column", "What to do"])
    for issue in issues:
        sheet.append([issue.sheet, issue.cell, neutral(issue.sentence)])
    sheet.append(["", "", "Still missing, counted while you type:"])
    for name, columns in SHEETS.items():
        for place, column in enumerate(columns, start=1):
            if column.required:
                letter, last = get_column_letter(place), MOST_ROWS + 2
                count = f'=SUMPRODUCT(({name}!$A$3:$A${last}<>"")*({name}!${letter}$3:${letter}${last}=""))'
                sheet.append([name, column.name, count])
    sheet.column_dimensions["C"].width = 90


def _mark(book: Workbook, issue: Issue) -> None:
    if issue.sheet in SHEETS:
        cell = book[issue.sheet][issue.cell]
        cell.fill, cell.comment = _MARKED, Comment(issue.sentence, "Stop the Violence")


def _as_text(value) -> str:
    """As it is given back, and can be read again: everything that was typed, without what no cell can hold."""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else ILLEGAL_CHARACTERS_RE.sub("", str(value))


def neutral(value: str) -> str:
    """So that no program runs it: a formula from a file is given back as text."""
    return f"'{value}" if value.startswith(_RUNS) else value
