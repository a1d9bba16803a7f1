"""Bookings that come in a file (CSV): opened without trusting it, and everything that is wrong told by row."""

import csv
import hashlib
import io
import json
from dataclasses import dataclass, field
from typing import BinaryIO

from champions.choices import Description, descriptions_for, is_for
from champions.forms.changing import AddBookingForm
from champions.forms.contact import uk_mobile
from champions.models import Workshop
from common.disclosure.formats import FORMULA_STARTS
from common.uploads.refusing import Refused
from common.uploads.scanning import refuse_viruses

LARGEST = 1024 * 1024
MOST_ROWS = 100
COLUMNS = ("name", "email", "places", "describes")
SAVE_AGAIN = "Open it in your spreadsheet program, save it as “CSV UTF-8”, and send that"


@dataclass(frozen=True)
class Fault:
    """What is wrong in one row of the file, counted as spreadsheets do, and what to do."""

    row: int
    sentence: str


@dataclass
class Read:
    """What a file says. `rows` are what actions.add_booking takes, each with its `row`. Nothing is stored."""

    rows: list[dict] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The same for the same rows, however the file was saved: so that a file is booked once."""
        return hashlib.sha256(json.dumps(self.rows, sort_keys=True).encode()).hexdigest()[:30]


def read(file: BinaryIO, *, size: int, workshop: Workshop) -> Read:
    """Every row as a booking for `workshop`, or what is wrong with it. `size` in bytes. Raises Refused."""
    if size > LARGEST:
        raise Refused(f"The file is too large. Send one of 1 MB or less, with {MOST_ROWS} rows or fewer")
    content = file.read(LARGEST + 1)
    refuse_viruses(content)
    found, seen = Read(), dict[str, int]()
    for number, cells in _lines(_text(content)):
        booking, faults = _booking(cells, workshop)
        found.faults += [Fault(number, sentence) for sentence in faults]
        if booking is None:
            continue
        contact = booking["email"].lower() or booking["mobile"]
        if contact and contact in seen:
            sentence = f"The same address is in row {seen[contact]}. Make one row of them, with all the places"
            found.faults.append(Fault(number, sentence))
        seen.setdefault(contact, number)
        found.rows.append({"row": number, **booking})
    if not found.rows and not found.faults:
        raise Refused("There are no rows below the headings. Write one row for each person who books")
    return found


def _text(content: bytes) -> str:
    """Its letters. Never guessed: a wrong guess would spoil people's names."""
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Refused(f"This is a workbook, not a CSV file. {SAVE_AGAIN}")
    try:
        text = content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"We cannot read the letters in this file. {SAVE_AGAIN}") from None
    if "\0" in text:
        raise Refused(f"This is not a CSV file. {SAVE_AGAIN}")
    return text


def _lines(text: str):
    """(row number, cells by heading) of each row that is not empty."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        headings = [cell.strip().casefold() for cell in next(lines, [])]
        missing = [name for name in COLUMNS if headings.count(name) != 1]
        if missing:
            raise Refused(f"The first line must have each of these headings once: {', '.join(COLUMNS)}")
        rows = 0
        for number, cells in enumerate(lines, start=2):
            if not any(cell.strip() for cell in cells):
                continue
            rows += 1
            if rows > MOST_ROWS:
                raise Refused(f"There are more than {MOST_ROWS} rows. Send the rest in another file")
            row: dict = {name: cell.strip() for name, cell in zip(headings, cells, strict=False)}
            yield number, row | ({None: True} if len(cells) > len(headings) else {})
    except csv.Error:
        raise Refused(f"We cannot tell the cells of this file apart. {SAVE_AGAIN}") from None


def _formulas(cells: dict) -> dict[str, str]:
    """What is wrong by field: a cell that a spreadsheet would run. The + of a telephone number is none."""
    asked = {"name": "name", "email": "email", "description": "describes"}
    return {
        name: f"There is a formula under “{heading}”. Write the words or the number itself"
        for name, heading in asked.items()
        if cells.get(heading, "").startswith(FORMULA_STARTS) and not uk_mobile(cells[heading])
    }


def _booking(cells: dict, workshop: Workshop) -> tuple[dict | None, list[str]]:
    """By the same rules as the form that staff fill in, told in the words of a file."""
    if None in cells:
        return None, ["There are more cells than headings. Put a name with a comma in it between quotes"]
    description, offered = _description(cells.get("describes", "")), _offered(workshop)
    given = {"name": cells.get("name"), "email": cells.get("email"), "places": cells.get("places")}
    form = AddBookingForm(given | {"description": description}, workshop=workshop)
    in_a_file = _formulas(cells)
    if form.is_valid() and not in_a_file:
        wanted = ("name", "email", "mobile", "description", "places")
        return {name: form.cleaned_data[name] for name in wanted}, []
    for name, said in form.errors.items():
        in_a_file.setdefault(name, _in_a_file(name, " ".join(map(str, said)), offered))
    return None, list(in_a_file.values())


def _in_a_file(name: str, said: str, offered: list[str]) -> str:
    """What is wrong with a field, for somebody who sees a column and not a list of choices."""
    if name == "places":
        return "Under “places”, write a number from 1 to 5. A larger group needs a row for each five"
    if name == "description":
        return f"Under “describes”, write one of: {'; '.join(offered)}"
    return said


def _description(written: str) -> str:
    """The answer that was meant: by its code, or by its words in capital or small letters."""
    known = {label.casefold(): code for code, label in Description.choices}
    return known.get(written.casefold(), written.casefold())


def _offered(workshop: Workshop) -> list[str]:
    return [label for code, label in descriptions_for(workshop.kind) if is_for(workshop.kind, code)]
