"""What a sheet says: figures by CSV, or figures and actions by workbook. Everything that is wrong is told by row."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from django.core.exceptions import ValidationError

from common.uploads.refusing import Refused
from common.uploads.scanning import refuse_viruses
from common.uploads.workbooks import opened
from conversations.choices import ActionStatus, CostBand
from conversations.models import Action, Indicator, Reading
from conversations.privacy import identifiers_in, sentence
from conversations.quarter.cells import Unreadable, choice, day, number, words

LARGEST = 2 * 1024 * 1024
MOST_ROWS = 2000
FIGURES = ("indicator", "date", "figure", "note")
ACTIONS = ("action", "owner", "partners", "due", "cost", "status", "why", "looked at")
Row = tuple[int, dict]


@dataclass(frozen=True)
class Fault:
    """What is wrong in one row, counted as spreadsheets do, and what to do."""

    sheet: str
    row: int
    sentence: str


@dataclass
class Read:
    """`figures` are what actions.add_readings takes; `changes` are (action, what is new). Nothing is stored."""

    figures: list[dict] = field(default_factory=list)
    changes: list[tuple[Action, dict]] = field(default_factory=list)
    looked_at: list[Action] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_csv(file: BinaryIO, *, size: int) -> Read:
    """Figures. Raises Refused where it is no file of figures at all."""
    content = _content(file, size)
    try:
        text = content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("We cannot read the letters in this file. Save it as “CSV UTF-8” and send that") from None
    first = text.partition("\n")[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    found = Read()
    try:
        _figures(_rows(lines, FIGURES, "Figures"), found)
    except csv.Error:
        raise Refused("We cannot tell the cells of this file apart. Save it as “CSV UTF-8” and send that") from None
    return found


def read_workbook(file: BinaryIO, *, size: int) -> Read:
    """The sheet of the quarter, as it was given out. Raises Refused."""
    refuse_viruses(_content(file, size))
    book = opened(file, size=size)
    found = Read()
    for name, headings, take in (("Figures", FIGURES, _figures), ("Actions", ACTIONS, _actions)):
        if name in book.sheetnames:
            take(_rows(book[name].iter_rows(values_only=True), headings, name), found)
    if not {"Figures", "Actions"} & set(book.sheetnames):
        raise Refused("This workbook has neither a sheet “Actions” nor “Figures”. Download ours, and fill that in")
    return found


def _content(file: BinaryIO, size: int) -> bytes:
    if size > LARGEST:
        raise Refused("The file is too large. Send one of 2 MB or less")
    content = file.read(LARGEST + 1)
    refuse_viruses(content)
    file.seek(0)
    return content


def _rows(lines, headings: tuple[str, ...], sheet: str) -> Iterator[Row]:
    """(row number, cells by heading) of each row that is not empty. Raises Refused."""
    lines = iter(lines)
    named = [str(cell or "").strip().casefold() for cell in next(lines, [])]
    missing = [name for name in headings if named.count(name) != 1]
    if missing:
        raise Refused(f"{sheet}: the first line must have each of these headings once: {', '.join(headings)}")
    for row, cells in enumerate(lines, start=2):
        if row > MOST_ROWS:
            raise Refused(f"{sheet}: there are more than {MOST_ROWS} rows. Send the rest in another file")
        if any(str(cell if cell is not None else "").strip() for cell in cells):
            yield row, dict(zip(named, cells, strict=False))


def _figures(rows: Iterator[Row], found: Read) -> None:
    known, seen = {one.code: one for one in Indicator.objects.all()}, dict[tuple, int]()
    for row, cells in rows:
        try:
            figure = _figure(cells, known)
        except (Unreadable, ValidationError) as wrong:
            found.faults += [Fault("Figures", row, said) for said in _sentences(wrong)]
            continue
        key = (figure["indicator"].pk, figure["on"])
        if key in seen:
            found.faults.append(Fault("Figures", row, f"Row {seen[key]} has the same measure and day. Keep one"))
        seen.setdefault(key, row)
        found.figures.append(figure)


def _figure(cells: dict, known: dict[str, Indicator]) -> dict:
    code = words(cells.get("indicator"))
    if code not in known:
        raise Unreadable(f"We know no measure with the code “{code[:40]}”. The codes are on the page of measures")
    on, value, note = day(cells.get("date")), number(cells.get("figure")), words(cells.get("note"))
    if on is None or value is None:
        raise Unreadable("Give the day that it is about, and the figure")
    if kinds := identifiers_in(note):
        raise Unreadable(sentence("note", kinds))
    reading = Reading(indicator=known[code], on=on, value=value, note=note)
    reading.clean_fields(exclude=["indicator"])
    reading.clean()
    return {"indicator": known[code], "on": on, "value": value, "note": note}


def _actions(rows: Iterator[Row], found: Read) -> None:
    known, seen = {one.code: one for one in Action.objects.all()}, dict[str, int]()
    for row, cells in rows:
        try:
            action, new = _action(cells, known)
            if action.code in seen:
                raise Unreadable(f"Row {seen[action.code]} is about the same action. Keep one")
            seen[action.code] = row
        except (Unreadable, ValidationError) as wrong:
            found.faults += [Fault("Actions", row, said) for said in _sentences(wrong)]
            continue
        if new:
            found.changes.append((action, new))
        elif words(cells.get("looked at")):
            found.looked_at.append(action)


def _action(cells: dict, known: dict[str, Action]) -> tuple[Action, dict]:
    """The action of a row and what is new about it, by the rules of the form. Raises Unreadable, ValidationError."""
    code = words(cells.get("action"))
    if code not in known:
        raise Unreadable(f"We know no action with the code “{code[:40]}”. Leave the first column as it was")
    action = known[code]
    given = {
        "owner": words(cells.get("owner")), "partners": words(cells.get("partners")), "due": day(cells.get("due")),
        "cost": choice(cells.get("cost"), CostBand), "status": choice(cells.get("status"), ActionStatus),
        "status_reason": words(cells.get("why")),
    }  # fmt: skip
    if not given["owner"]:
        raise Unreadable("Say who owns this: a role, such as “Head of Public Protection”")
    for name in ("owner", "partners", "status_reason"):
        if kinds := identifiers_in(str(given[name])):
            raise Unreadable(sentence(name.replace("_", " "), kinds))
    new = {name: value for name, value in given.items() if value != getattr(action, name)}
    trial = Action(**{name: getattr(action, name) for name in ("code", "title", "horizon")} | given)
    trial.clean_fields(exclude=["code"])
    trial.clean()
    return action, new


def _sentences(wrong: Unreadable | ValidationError) -> list[str]:
    return list(wrong.messages) if isinstance(wrong, ValidationError) else [str(wrong)]
