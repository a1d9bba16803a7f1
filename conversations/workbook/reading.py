"""Read a workbook into notes, and list everything that is wrong with it by sheet and cell."""

from dataclasses import dataclass, field
from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from accounts.models import User
from conversations.models import Conversation
from conversations.people import DIMENSIONS, problems
from conversations.permissions import can_record
from conversations.workbook.columns import MOST_ROWS, SHEETS, VERSION, Wrong, one_of


@dataclass(frozen=True)
class Issue:
    sheet: str
    cell: str
    sentence: str


@dataclass
class Note:
    """One conversation of the workbook, ready to be stored."""

    conversation: Conversation
    facts: dict
    people: dict[str, dict[str, int]] = field(default_factory=dict)
    points: dict[int, dict] = field(default_factory=dict)
    quotes: dict[int, dict] = field(default_factory=dict)


@dataclass
class Read:
    notes: dict[str, Note] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    # Each sheet as it came, to be given back: rows of texts.
    rows: dict[str, list[list[str]]] = field(default_factory=dict)

    def wrong(self, sheet: str, row: int, column: int, sentence: str) -> None:
        self.issues.append(Issue(sheet, f"{get_column_letter(column)}{row}", sentence))


def read(workbook: Workbook, *, by: User) -> Read:
    """Everything in it, as notes of `by`. Nothing is stored. Without issues, it may be."""
    result = Read()
    version = _version(workbook)
    if version != VERSION:
        result.issues.append(
            Issue("Guide", "B1", f"Use our template of version {VERSION}. This one says “{version[:30]}”")
        )
    for sheet in SHEETS:
        if sheet not in workbook.sheetnames:
            result.issues.append(Issue(sheet, "A1", f"The sheet “{sheet}” is missing. Use our template"))
    for sheet, take in _TAKE.items():
        for row, cells in _rows(workbook, sheet, result):
            take(result, row, cells, by)
    for reference, note in result.notes.items():
        for sentence in _people_problems(note):
            result.issues.append(Issue("participants", "A2", f"{reference}: {sentence}"))
        if not note.points:
            result.issues.append(Issue("points", "A2", f"{reference} has no points. Write down at least one"))
    return result


def _version(workbook: Workbook) -> str:
    if "Guide" not in workbook.sheetnames:
        return ""
    first: tuple = next(workbook["Guide"].iter_rows(min_row=1, max_row=1, max_col=2, values_only=True), ())
    return str(first[1] or "") if len(first) > 1 else ""


def _rows(workbook: Workbook, sheet: str, result: Read):
    """(row number, {column: value}) of each row that is filled in and without an issue."""
    result.rows[sheet] = []
    if sheet not in workbook.sheetnames:
        return
    columns = SHEETS[sheet]
    rows = workbook[sheet].iter_rows(max_col=len(columns), max_row=MOST_ROWS + 3)
    head = [str(cell.value or "").strip() for cell in next(rows, ())]
    for place, column in enumerate(columns):
        if place >= len(head) or head[place] != column.name:
            result.wrong(sheet, 1, place + 1, f"This column is called “{column.name}” in our template")
            return
    for row, cells in enumerate(rows, start=2):
        values = [cell.value for cell in cells]
        if row == 2 and values[0] == columns[0].title:
            continue
        if all(value is None or not str(value).strip() for value in values):
            continue
        if len(result.rows[sheet]) >= MOST_ROWS:
            result.wrong(sheet, row, 1, f"There are more than {MOST_ROWS} rows. Send the rest in another workbook")
            return
        result.rows[sheet].append([_as_text(value) for value in values])
        if (read_row := _row(result, sheet, row, cells)) is not None:
            yield row, read_row


def _as_text(value) -> str:
    """As it is given back, and can be read again."""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)[:2000]


def _row(result: Read, sheet: str, row: int, cells) -> dict | None:
    values: dict = {}
    before = len(result.issues)
    for place, (column, cell) in enumerate(zip(SHEETS[sheet], cells, strict=False), start=1):
        value = cell.value
        if value is None or not str(value).strip():
            if column.required:
                result.wrong(sheet, row, place, f"Fill in “{column.title}”")
            values[column.name] = None
        elif cell.data_type == "f" or str(value).startswith("="):
            result.wrong(sheet, row, place, "There is a formula here. Write the words or the number itself")
        elif cell.data_type == "e":
            result.wrong(sheet, row, place, "There is an Excel error here. Write the words or the number itself")
        else:
            try:
                values[column.name] = column.read(value)
            except Wrong as wrong:
                result.wrong(sheet, row, place, str(wrong))
    return values if len(result.issues) == before else None


def _take_session(result: Read, row: int, cells: dict, by: User) -> None:
    reference = cells.pop("session_ref")
    conversation = Conversation.objects.own_of(by).filter(reference=reference).first()
    if conversation is None:
        result.wrong("session", row, 1, "You have no conversation with this code. Look it up in “My conversations”")
    elif not conversation.is_writable:
        result.wrong("session", row, 1, "You have handed this note in already. Ring the coordinator to change it")
    elif not can_record(by, conversation):
        result.wrong("session", row, 1, "Your training needs a refresher before you can hand in notes")
    elif reference in result.notes:
        result.wrong("session", row, 1, "This code is here twice. Keep one row for each conversation")
    else:
        # Texts are empty and not missing; a ward and a day may be missing.
        may_be_missing = ("ward", "tell_by")
        facts = {name: "" if value is None and name not in may_be_missing else value for name, value in cells.items()}
        result.notes[reference] = Note(conversation, facts)


def _note_of(result: Read, sheet: str, row: int, cells: dict) -> Note | None:
    note = result.notes.get(cells.pop("session_ref"))
    if note is None:
        result.wrong(sheet, row, 1, "This code has no row of its own, or one with a problem, in the sheet “session”")
    return note


def _take_people(result: Read, row: int, cells: dict, by: User) -> None:
    note, dimension = _note_of(result, "participants", row, cells), cells["dimension"]
    if note is None:
        return
    try:
        category = one_of(DIMENSIONS[dimension])(cells["category"])
    except Wrong as wrong:
        result.wrong("participants", row, 3, str(wrong))
        return
    counts = note.people.setdefault(dimension, {})
    if category in counts:
        result.wrong("participants", row, 3, "These people are here twice. Keep one row")
    counts[category] = cells["count"]


def _people_problems(note: Note) -> list[str]:
    found = problems(
        note.people, total=note.facts["total_attended"], under_18s=note.facts["under_18s_present"],
        how=note.facts["people_counted"],
    )  # fmt: skip
    return [sentence for _, sentence in found]


def _take_point(result: Read, row: int, cells: dict, by: User) -> None:
    note, number = _note_of(result, "points", row, cells), cells.pop("point_no")
    if note is None:
        return
    if number in note.points:
        result.wrong("points", row, 2, f"Point {number} is here twice. Give each point its own number")
        return
    empty: dict = {"who_should_act": [], "level": None, "big_question": None}
    note.points[number] = {name: empty.get(name, "") if value is None else value for name, value in cells.items()}


def _take_quote(result: Read, row: int, cells: dict, by: User) -> None:
    note, number = _note_of(result, "quotes", row, cells), cells.pop("point_no")
    if note is None:
        return
    if number not in note.points:
        result.wrong("quotes", row, 2, f"There is no point {number} in the sheet “points”, or it has a problem")
    elif number in note.quotes:
        result.wrong("quotes", row, 2, "This point has a quote already. Keep one")
    else:
        note.quotes[number] = {**cells, "speaker": cells["speaker"] or "resident"}


# In this order: what stands in a later sheet belongs to something in an earlier one.
_TAKE = {"session": _take_session, "participants": _take_people, "points": _take_point, "quotes": _take_quote}
