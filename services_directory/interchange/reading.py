"""Files as entries: JSON of the standard, CSV, a ZIP or a folder of CSV files, XLSX. None may hurt the machine."""

import csv
import io
import json
import zipfile
import zlib
from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path

from common.uploads.refusing import Refused
from common.uploads.workbooks import Limits, opened
from services_directory.api.parts import OURS
from services_directory.interchange.report import BadFile, Entry
from services_directory.interchange.tables import ALIASES, COLUMNS, Rows, entries, in_digits

MOST_BYTES = 100 * 2**20
MOST_ROWS, MOST_COLUMNS, MOST_CHARACTERS = 100_000, 120, 100_000
MOST_PARTS = 500
_LIMITS = Limits(packed=MOST_BYTES, unpacked=MOST_BYTES, parts=MOST_PARTS)
# What a service has and an organisation has not. The standard demands the first of every service.
_OF_A_SERVICE = {"status", "organization", "organization_id", "service"}


def read(path: Path) -> list[Entry]:
    """The services in the file or folder at `path`. Raises BadFile with a sentence when it cannot be read."""
    if path.is_dir():
        files = [file for file in sorted(path.glob("*.csv")) if file.is_file()]
        if sum(file.stat().st_size for file in files) > MOST_BYTES:
            raise BadFile(_too_large())
        return _of_tables(_csv_tables((file.name, file.read_bytes()) for file in files))
    if not path.is_file():
        raise BadFile(f"There is no file at {path}.")
    if path.stat().st_size > MOST_BYTES:
        raise BadFile(_too_large())
    return read_content(path.name, path.read_bytes())


def read_content(name: str, content: bytes) -> list[Entry]:
    """The services in the file that is called `name`. Raises BadFile with a sentence when it cannot be read."""
    ending = Path(name).suffix.lower()
    if content.startswith(b"PK"):
        return _of_tables(_zipped(content))
    if ending == ".csv":
        return _of_tables(_csv_tables([(name, content)], alone=True))
    if ending in (".xlsx", ".xls", ".ods"):
        raise BadFile("This is no XLSX file. Open it in a spreadsheet program and save it as XLSX.")
    return _json_entries(content)


def _too_large() -> str:
    return f"The file is larger than {MOST_BYTES // 2**20} MB. Send it in several smaller ones."


def _zipped(content: bytes) -> dict[str, Rows]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            # What a part says of its size is what is read of it at most, so the sum can be believed.
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
                raise BadFile("The file unpacks to more than we can read. Send it in several smaller ones.")
            if "[Content_Types].xml" in archive.namelist():
                return _sheets(content)
            tables = [part for part in parts if part.filename.lower().endswith(".csv") and not part.is_dir()]
            return _csv_tables((Path(part.filename).name, archive.read(part)) for part in tables)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error):
        raise BadFile("The file is damaged or locked with a password. Save it again and send that.") from None


def _sheets(content: bytes) -> dict[str, Rows]:
    try:
        book = opened(io.BytesIO(content), size=len(content), limits=_LIMITS)
    except Refused as refused:
        raise BadFile(f"{refused}.") from None
    tables: dict[str, Rows] = {}
    for sheet in book.worksheets:
        name = _table_name(sheet.title)
        if name is None:
            continue
        try:
            rows = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS)
            lines = [[_cell(cell, sheet.title) for cell in row] for row in rows]
        except BadFile:
            raise
        except Exception:  # openpyxl raises whatever a broken file makes it stumble over
            raise BadFile(f"The sheet {sheet.title} is damaged. Save the file again and send that.") from None
        _add(tables, name, _rows(lines, sheet.title))
    return tables


def _cell(cell, sheet: str) -> str:
    if cell.data_type == "f":
        raise BadFile(f"Cell {cell.coordinate} of the sheet {sheet} holds a formula. Write its value instead.")
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime) and value.time() == time(0) and "h" not in (cell.number_format or "").lower():
        return value.date().isoformat()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else in_digits(value)
    return str(value).upper() if isinstance(value, bool) else str(value)


def _csv_tables(files: Iterable[tuple[str, bytes]], *, alone: bool = False) -> dict[str, Rows]:
    tables: dict[str, Rows] = {}
    for filename, content in files:
        name = _table_name(Path(filename).stem) or ("services" if alone else None)
        if name is None:
            continue
        try:
            lines = csv.reader(io.StringIO(_text(content), newline=""), strict=True)
            _add(tables, name, _rows(lines, filename))
        except csv.Error as wrong:
            raise BadFile(f"{filename} is no CSV file that we can read: {wrong}. Save it again as CSV.") from None
    return tables


def _add(tables: dict[str, Rows], name: str, rows: Rows) -> None:
    """The official examples have some tables twice, under two names: their rows are one list."""
    tables[name] = tables.get(name, []) + rows


def _rows(lines: Iterable[list[str]], where: str) -> Rows:
    """Rows by the names in the first line, with their number in the file. Empty rows are passed over."""
    found: Rows = []
    heading: list[str] | None = None
    for number, line in enumerate(lines, start=1):
        if number > MOST_ROWS + 1:
            raise BadFile(f"{where} has more than {MOST_ROWS} rows. Send it in several smaller files.")
        if heading is None:
            heading = [name.strip().lower() for name in line[:MOST_COLUMNS]]
            _check_heading([name for name in heading if name], where)
            continue
        if any(len(cell) > MOST_CHARACTERS for cell in line):
            raise BadFile(f"{where}, row {number}: a cell holds more than {MOST_CHARACTERS} characters. Shorten it.")
        row = {name: cell.strip().replace("\x00", "") for name, cell in zip(heading, line, strict=False) if name}
        if any(row.values()):
            found.append((number, row))
    return found


def _check_heading(names: list[str], where: str) -> None:
    if "id" not in names:
        raise BadFile(f"{where}: the first row has to name the columns, and one of them is `id`.")
    if twice := {name for name in names if names.count(name) > 1}:
        raise BadFile(f"{where}: the column {sorted(twice)[0]} is there twice. Take one away.")


def _table_name(title: str) -> str | None:
    name = title.strip().lower().replace(" ", "_")
    name = ALIASES.get(name, name)
    return name if name in COLUMNS else None


def _of_tables(tables: dict[str, Rows]) -> list[Entry]:
    if "services" not in tables:
        raise BadFile("There is no table of services. Name the sheet or the file `services`.")
    return entries(tables)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadFile("The file is not written in UTF-8. Save it again with the encoding UTF-8.") from None


def _json_entries(content: bytes) -> list[Entry]:
    try:
        data = json.loads(_text(content), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise BadFile("The file is no JSON that we can read. Send JSON, CSV, XLSX or a ZIP of CSV files.") from None
    return [
        Entry(f"service {number}", record, whole=isinstance(record, dict) and OURS in record)
        for number, record in enumerate(_services(data), start=1)
    ]


def _no_constant(name: str):
    raise ValueError(name)


def _services(data) -> list:
    """The services in what the standard's endpoints answer: a page, one service, an organisation with its services."""
    if isinstance(data, dict) and isinstance(data.get("contents"), list):
        data = data["contents"]
    rows = data if isinstance(data, list) else [data]
    if rows and not any(map(_speaks_of_services, rows)):
        raise BadFile("There are no services in the file: we look for records with an id, a name and a status.")
    if any(isinstance(row, dict) and "services" in row for row in rows):
        # A list of organisations: one that runs nothing is no service.
        rows = [row for row in rows if not isinstance(row, dict) or _speaks_of_services(row)]
    return [service for row in rows for service in _of_organisation(row)]


def _speaks_of_services(row) -> bool:
    return isinstance(row, dict) and bool({*_OF_A_SERVICE, "services"} & row.keys())


def _of_organisation(row) -> list:
    """The services that stand under an organisation, each saying who runs it; any other record as it is."""
    if not (isinstance(row, dict) and isinstance(row.get("services"), list)):
        return [_of_location(row)]
    body = {name: value for name, value in row.items() if name != "services"}
    return [{"organization": body, **each} if isinstance(each, dict) and body else each for each in row["services"]]


def _of_location(row):
    """A service at a location as the service that it is of."""
    if not (isinstance(row, dict) and isinstance(row.get("service"), dict)):
        return row
    there = {name: value for name, value in row.items() if name != "service"}
    return {**row["service"], "service_at_locations": [there]}
