"""Bookings that come in a file (CSV): opened without trusting it, and everything that is wrong told by row."""

import csv
import hashlib
import io
import json
from dataclasses import dataclass, field
from typing import BinaryIO

from champions.choices import Description, descriptions_for, is_for
from champions.forms.changing import AddBookingForm
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
        faults = [] if None in cells else _formulas(cells)
        if None in cells:
            faults = ["There are more cells than headings. Put a name with a comma in it between quotes"]
        booking, more = (None, []) if faults else _booking(cells, workshop)
        found.faults += [Fault(number, sentence) for sentence in [*faults, *more]]
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


def _formulas(cells: dict) -> list[str]:
    return [
        f"There is a formula under “{name}”. Write the words or the number itself"
        for name in ("name", "email", "describes")
        if cells.get(name, "").startswith(FORMULA_STARTS)
    ]


def _booking(cells: dict, workshop: Workshop) -> tuple[dict | None, list[str]]:
    """By the same rules as the form that staff fill in, told in the words of a file."""
    description, offered = _description(cells.get("describes", "")), _offered(workshop)
    given = {"name": cells.get("name"), "email": cells.get("email"), "places": cells.get("places")}
    form = AddBookingForm(given | {"description": description}, workshop=workshop)
    if form.is_valid():
        wanted = ("name", "email", "mobile", "description", "places")
        return {name: form.cleaned_data[name] for name in wanted}, []
    in_a_file = {
        "places": "Under “places”, write a number from 1 to 5. A larger group needs a row for each five",
        "description": f"Under “describes”, write one of: {'; '.join(offered)}",
    }
    return None, [in_a_file.get(name) or " ".join(map(str, said)) for name, said in form.errors.items()]


def _description(written: str) -> str:
    """The answer that was meant: by its code, or by its words in capital or small letters."""
    known = {label.casefold(): code for code, label in Description.choices}
    return known.get(written.casefold(), written.casefold())


def _offered(workshop: Workshop) -> list[str]:
    return [label for code, label in descriptions_for(workshop.kind) if is_for(workshop.kind, code)]
