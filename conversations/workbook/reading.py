"""Read rows into notes by every rule of the screens, and list everything that is wrong with them, each by its cell."""

from dataclasses import dataclass, field

from accounts.models import User
from conversations.answers import CLOSE
from conversations.models import Conversation
from conversations.people import DIMENSIONS, problems
from conversations.permissions import can_record
from conversations.workbook.columns import SHEETS, Wrong, one_of
from conversations.workbook.given import Given, Issue, Row, is_blank

KEY = "workbook-"


@dataclass
class Note:
    """One conversation, ready to be stored. `written` has the words of the points that came in a file before."""

    conversation: Conversation
    facts: dict
    people: dict[str, dict[str, int]] = field(default_factory=dict)
    points: dict[int, dict] = field(default_factory=dict)
    quotes: dict[int, dict] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)


@dataclass
class Read:
    given: Given
    notes: dict[str, Note] = field(default_factory=dict)

    @property
    def issues(self) -> list[Issue]:
        return self.given.issues

    def wrong(self, sheet: str, row: Row, column: int, sentence: str) -> None:
        self.given.wrong(sheet, row.number, column, sentence, row.where)


def read(given: Given, *, by: User) -> Read:
    """Everything in it, as notes of `by`. Nothing is stored. Without issues, it may be."""
    result = Read(given)
    for sheet, take in _TAKE.items():
        for row in given.rows[sheet]:
            if (cells := _cells(result, sheet, row)) is not None:
                take(result, row, cells, by)
    for reference, note in result.notes.items():
        for sentence in _people_problems(note):
            given.wrong("participants", 2, 1, f"{reference}: {sentence}")
        if not note.points and not any(issue.sheet == "points" for issue in given.issues):
            given.wrong("points", 2, 1, f"{reference} has no points. Write down at least one")
    if not result.notes and not given.issues:
        given.wrong("session", 3, 1, "There is nothing in it. Fill in one row for each conversation")
    return result


def _cells(result: Read, sheet: str, row: Row) -> dict | None:
    """{column: what it says}, or None where something is wrong with one of them."""
    from openpyxl.cell.cell import ERROR_CODES  # heavy: see common.uploads.workbooks

    values: dict = {}
    before = len(result.issues)
    for place, (column, value) in enumerate(zip(SHEETS[sheet], row.values, strict=False), start=1):
        values[column.name] = None
        if is_blank(value):
            if column.required:
                result.wrong(sheet, row, place, f"Fill in “{column.title}”")
        elif str(value).startswith("="):
            result.wrong(sheet, row, place, "There is a formula here. Write the words or the number itself")
        elif value in ERROR_CODES:
            result.wrong(sheet, row, place, "There is an Excel error here. Write the words or the number itself")
        else:
            try:
                values[column.name] = column.read(value)
            except Wrong as wrong:
                result.wrong(sheet, row, place, str(wrong))
    return values if len(result.issues) == before else None


def _take_session(result: Read, row: Row, cells: dict, by: User) -> None:
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
        # What is left empty changes nothing: it may be written on the website already.
        facts = {name: value for name, value in cells.items() if value is not None}
        points = conversation.points.filter(key__startswith=KEY)
        result.notes[reference] = Note(conversation, facts, written=dict(points.values_list("key", "words")))
        _keep_what_is_written(result, row, result.notes[reference])


def _keep_what_is_written(result: Read, row: Row, note: Note) -> None:
    """Words in the draft are never written over by a file: the person decides, with both before them."""
    for place, column in enumerate(SHEETS["session"], start=1):
        there, new = getattr(note.conversation, column.name, None), note.facts.get(column.name)
        if column.name in CLOSE and there and new and there != new:
            result.wrong("session", row, place, "Your draft says something else here. Change it on the website instead")


def _note_of(result: Read, sheet: str, row: Row, cells: dict) -> Note | None:
    note = result.notes.get(cells.pop("session_ref"))
    if note is None:
        result.wrong(sheet, row, 1, "This code has no row of its own, or one with a problem, in the sheet “session”")
    return note


def _take_people(result: Read, row: Row, cells: dict, by: User) -> None:
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
        how=note.facts.get("people_counted", ""),
    )  # fmt: skip
    return [sentence for _, sentence in found]


def _take_point(result: Read, row: Row, cells: dict, by: User) -> None:
    note, number = _note_of(result, "points", row, cells), cells.pop("point_no")
    if note is None:
        return
    if number in note.points:
        result.wrong("points", row, 2, f"Point {number} is here twice. Give each point its own number")
        return
    if note.written.get(f"{KEY}{number}", cells["words"]) != cells["words"]:
        sentence = f"Your draft has point {number} already, in other words. Change it on the website instead"
        result.wrong("points", row, column_of("points", "words"), sentence)
        return
    empty: dict = {"who_should_act": [], "level": None, "big_question": None}
    note.points[number] = {name: empty.get(name, "") if value is None else value for name, value in cells.items()}


def _take_quote(result: Read, row: Row, cells: dict, by: User) -> None:
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


def column_of(sheet: str, name: str) -> int:
    """Where this column stands in its sheet; the first is 1."""
    return [column.name for column in SHEETS[sheet]].index(name) + 1
