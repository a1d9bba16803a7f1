"""Files as people have them: the shapes that are understood, and the hostile ones that are not."""

import io
import json
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from services_directory.interchange import reading
from services_directory.interchange.reading import read
from services_directory.interchange.report import BadFile
from services_directory.interchange.tables import _record, safe

KEY = "11111111-2222-4333-8444-555555555555"
SERVICE = {"id": KEY, "name": "Listening room", "status": "active"}
SERVICES = f"id,name,status,minimum_age,our_online\n{KEY},Listening room,active,12,TRUE\n\n"


@pytest.fixture
def stored(tmp_path):
    def store(content, name="feed.json"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return store


@pytest.mark.parametrize(
    "data",
    [
        {"contents": [SERVICE]},
        [SERVICE],
        SERVICE,
        {"services": [SERVICE]},
        {"contents": [{"id": KEY, "location": {}, "service": SERVICE}]},
        {"contents": [{"id": KEY, "name": "Trust", "services": [SERVICE]}, {"id": KEY, "name": "Rest"}]},
    ],
    ids=["a page", "a list", "one service", "services", "services at locations", "organisations"],
)
def test_every_shape_of_json_gives_its_services(stored, data):
    assert [entry.data["name"] for entry in read(stored(json.dumps(data)))] == ["Listening room"]


def test_an_organisation_with_its_services_says_who_runs_them(stored):
    data = {"id": KEY, "name": "Trust", "services": [SERVICE]}

    assert read(stored(json.dumps(data)))[0].data["organization"] == {"id": KEY, "name": "Trust"}


def test_one_csv_file_says_nothing_about_parts(stored):
    entry = read(stored(SERVICES, "whatever.csv"))[0]

    assert entry.data["minimum_age"] == 12
    assert entry.data["stop_the_violence"] == {"online": True}
    assert "phones" not in entry.data
    assert entry.where == "services row 2"


def test_a_folder_and_a_zip_of_csv_files_give_parts(stored, tmp_path):
    phones = f"id,service_id,number\n{KEY},{KEY},'+44 20 7946 0000\n"
    stored(SERVICES, "services.csv")
    stored(phones, "phones.csv")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("folder/services.csv", SERVICES)
        archive.writestr("folder/phones.csv", phones)

    for path in (tmp_path, stored(packed.getvalue(), "feed.zip")):
        assert [row["number"] for row in read(path)[0].data["phones"]] == ["+44 20 7946 0000"]


def sheet(rows, title="services") -> bytes:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()


def test_a_workbook_is_read_with_its_numbers_and_days(stored):
    content = sheet([["id", "name", "minimum_age", "phone"], [KEY, "Listening room", 12.0, 2079460000]])

    assert read(stored(content, "feed.xlsx"))[0].data["minimum_age"] == 12


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(120):
                part.write(b"0" * 2**20)
    return packed.getvalue()


def entities() -> bytes:
    """A workbook whose sheet would grow without end."""
    packed = io.BytesIO()
    lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    with (
        zipfile.ZipFile(io.BytesIO(sheet([["id"], [KEY]]))) as good,
        zipfile.ZipFile(packed, "w") as archive,
    ):
        for part in good.namelist():
            text = good.read(part).decode()
            archive.writestr(part, lol + text.split("?>", 1)[-1] if part.startswith("xl/worksheets/") else text)
    return packed.getvalue()


HOSTILE = {
    "nothing at all": ("", "feed.json", "no JSON"),
    "broken json": ('{"contents": [', "feed.json", "no JSON"),
    "json that is no feed": ('{"a": 1}', "feed.json", "no services"),
    "organisations alone": ('{"contents": [{"id": "1", "name": "Trust"}]}', "feed.json", "no services"),
    "a number": ("7", "feed.json", "no services"),
    "not a number": ('[{"id": NaN}]', "feed.json", "no JSON"),
    "very deep json": ("[" * 200_000, "feed.json", "no JSON"),
    "another encoding": ("é".encode("latin-1"), "feed.json", "UTF-8"),
    "csv without ids": ("name\nx\n", "services.csv", "one of them is `id`"),
    "csv with a column twice": ("id,name,name\n1,2,3\n", "services.csv", "there twice"),
    "csv with a huge cell": (f"id,name\n1,{'x' * 100_001}\n", "services.csv", "100000 characters"),
    "csv with an unclosed quote": ('id,name\n1,"x\n', "services.csv", "no CSV file"),
    "a bomb": (bomb(), "feed.xlsx", "unpacks to (more|too much)"),
    "entities": (entities(), "feed.xlsx", "outside itself"),
    "a formula": (sheet([["id", "name"], [KEY, "=1+1"]]), "feed.xlsx", "B2 of the sheet services holds a formula"),
    "no services sheet": (sheet([["id"], [KEY]], "other"), "feed.xlsx", "no table of services"),
    "half a zip": (bomb()[:500], "feed.xlsx", "damaged|no Excel"),
    "text called xlsx": ("hello", "feed.xlsx", "no XLSX"),
}


@pytest.mark.parametrize(("content", "name", "said"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_cannot_be_read_is_answered_with_what_to_do(stored, content, name, said):
    with pytest.raises(BadFile, match=said) as refused:
        read(stored(content, name))

    assert str(refused.value).endswith(".")


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path, monkeypatch):
    path = tmp_path / "feed.json"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    monkeypatch.setattr(type(path), "read_bytes", lambda self: pytest.fail("it was read"))

    with pytest.raises(BadFile, match="larger than 100 MB"):
        read(path)


def test_too_many_rows_are_refused(stored, monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 3)

    with pytest.raises(BadFile, match="more than 3 rows"):
        read(stored("id\n" + f"{KEY}\n" * 5, "services.csv"))


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(BadFile, match="There is no file"):
        read(tmp_path / "nothing.json")


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=40))
def test_no_cell_is_a_formula_and_each_comes_back(text):
    cell = safe(text)

    assert not cell.startswith(("=", "+", "@", "\t", "\r"))
    assert not cell.startswith("-") or cell[1:].replace(".", "").isdigit()
    assert _record({"name": cell})["name"] == text
