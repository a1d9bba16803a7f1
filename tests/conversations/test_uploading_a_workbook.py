"""Notes in a workbook: every rule again, every issue by its cell, nothing stored before all is right."""

import io
import tracemalloc
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from common.uploads.refusing import Refused
from conversations.models import Point
from conversations.states import State
from conversations.workbook.columns import SHEETS, VERSION
from conversations.workbook.opening import opened
from conversations.workbook.reading import read
from conversations.workbook.writing import template

HERE = "/my/conversations/upload/"


def filled(sessions=(), points=(), quotes=(), version: str = VERSION) -> bytes:
    """Our template with these rows, as bytes."""
    book = load_workbook(io.BytesIO(template()))
    book["Guide"]["B1"] = version
    for name, rows in (("session", sessions), ("points", points), ("quotes", quotes)):
        for row in rows:
            book[name].append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read_back(content: bytes, by) -> set[tuple[str, str]]:
    found = read(opened([("notes.xlsx", content)]), by=by)
    return {(issue.sheet, issue.cell) for issue in found.issues}


def send(browser, content: bytes, name: str = "notes.xlsx", **more):
    return browser.post(HERE, {"workbook": SimpleUploadedFile(name, content), **more})


@pytest.fixture
def session(conversation):
    """A row of the sheet "session"; any column can be given."""

    def make(reference: str = conversation.reference, **overrides) -> list:
        cells = {
            "session_ref": reference, "held_on": "01/11/2025", "setting": "School", "ward": "Bellingham",
            "language": "English", "total_attended": 12, "under_18s_present": "no", "opening_words_read": "yes",
        }  # fmt: skip
        return [(cells | overrides).get(column.name) for column in SHEETS["session"]]

    return make


@pytest.fixture
def point(conversation):
    def make(number=1, reference: str = conversation.reference, **overrides) -> list:
        cells = {"session_ref": reference, "point_no": number, "kind": "Idea", "words": "Open the hall late."}
        return [(cells | overrides).get(column.name) for column in SHEETS["points"]]

    return make


@pytest.fixture
def quote(conversation):
    def make(number=1, **overrides) -> list:
        cells = {"session_ref": conversation.reference, "point_no": number, "words": "It is warm.",
                 "consent": "publish", "consent_how": "They told me"}  # fmt: skip
        return [(cells | overrides).get(column.name) for column in SHEETS["quotes"]]

    return make


def test_the_template_is_ours_and_asks_for_choices_in_the_cells(at_ben, vocabulary):
    book = load_workbook(io.BytesIO(at_ben.get(f"{HERE}template.xlsx").content))

    assert book["Guide"]["B1"].value == VERSION
    assert {"session", "points", "quotes", "Active issues"} <= set(book.sheetnames)
    assert book["points"].data_validations.dataValidation
    assert any(str(cell.value).startswith("=SUMPRODUCT") for cell in book["Active issues"]["C"])


def test_a_good_workbook_lands_as_a_draft(at_ben, conversation, session, point, quote):
    about = session(promised="A letter.", how_to_tell="At the next meeting.", tell_by="01/11/2031")
    content = filled([about], [point(1, place_scope="Online"), point(2, kind="Already working")], [quote(1)])

    answer = send(at_ben, content)

    conversation.refresh_from_db()
    assert answer["Location"] == reverse("conversations:mine")
    assert conversation.state == State.DRAFT
    assert (conversation.total_attended, conversation.promised) == (12, "A letter.")
    assert (conversation.how_to_tell, str(conversation.tell_by)) == ("At the next meeting.", "2031-11-01")
    assert [(p.kind, p.place_scope) for p in conversation.points.all()] == [("idea", "online"), ("strength", "")]
    assert conversation.points.first().quote.consent == "publish"


def test_the_same_workbook_three_times_is_one_note(at_ben, conversation, session, point):
    for _ in range(3):
        send(at_ben, filled([session()], [point(1), point(2)]))

    assert conversation.points.count() == 2


def test_a_corrected_workbook_never_writes_over_what_is_in_the_draft(at_ben, ben, conversation, session, point):
    send(at_ben, filled([session(promised="A letter.")], [point(1), point(2)]))
    Point.objects.filter(number=2).update(words="The hall, after six.")

    again = filled([session(promised="A call.", total_attended=14)], [point(1, words="Open it early."), point(2)])

    assert read_back(again, ben) == {("session", "N3"), ("points", "D3"), ("points", "D4")}
    assert conversation.points.get(number=2).words == "The hall, after six."


def test_an_empty_cell_takes_nothing_out_of_the_draft(at_ben, conversation, session, point):
    send(at_ben, filled([session(promised="A letter.")], [point(1)]))
    send(at_ben, filled([session()], [point(1)]))

    conversation.refresh_from_db()
    assert conversation.promised == "A letter."


def test_ten_notes_in_one_go(at_ben, make_conversation, session, point):
    references = [make_conversation().reference for _ in range(10)]

    send(at_ben, filled([session(r) for r in references], [point(1, r) for r in references]))

    assert Point.objects.count() == 10


@pytest.mark.parametrize("day", ["01/11/2025", "2025-11-01", "1 November 2025"])
def test_dates_in_three_formats(at_ben, conversation, session, point, day):
    send(at_ben, filled([session(held_on=day)], [point()]))

    conversation.refresh_from_db()
    assert str(conversation.held_on) == "2025-11-01"


FAULTS_IN_POINTS = [
    ("point_no", "x"), ("point_no", 0), ("point_no", -1), ("point_no", 1.5), ("point_no", 501), ("point_no", None),
    ("kind", "Rumour"), ("kind", None), ("kind", 7), ("kind", "=1+1"),
    ("words", None), ("words", "   "), ("words", "x" * 1001), ("words", "Ring 07700 900123"),
    ("words", "kim@example.com"), ("words", "Near SE13 5AB"), ("words", "AB123456C"), ("words", "NHS 943 476 5919"),
    ("words", "born on 4 May 2008"), ("words", "ask @kieran_s"), ("words", "see www.example.org"),
    ("words", "a car, BD51 SMR"), ("words", "at 14 Ladywell Road"), ("words", "=HYPERLINK(1)"),
    ("words", "=cmd|' /C calc'!A0"), ("who_should_act", "Batman"), ("who_should_act", "Police; Batman"),
    ("horizon", "4 years"), ("horizon", "soon"), ("place_scope", "Bus stop K"), ("feeling", "loads"),
    ("level", "the moon"), ("big_question", "why?"),
    ("dissent", "x" * 501), ("dissent", "Ring 020 7946 0018"), ("session_ref", "C-NONE"), ("session_ref", None),
]  # fmt: skip
FAULTS_IN_SESSIONS = [
    ("held_on", "31/02/2025"), ("held_on", "yesterday"), ("held_on", "01/01/2099"), ("held_on", "01/01/1999"),
    ("held_on", None), ("setting", "Moon"), ("setting", None), ("ward", "Atlantis"), ("language", "Klingon"),
    ("total_attended", "many"), ("total_attended", 0), ("total_attended", 501), ("total_attended", None),
    ("under_18s_present", "perhaps"), ("opening_words_read", 2), ("first_to_hear", "x" * 301),
    ("promised", "write to kim@example.com"), ("how_to_tell", "ring 07700 900123"), ("tell_by", "soon"),
    ("tell_by", "01/01/2199"), ("my_view", "x" * 501), ("session_ref", "C-NONE"),
]  # fmt: skip


def test_fifty_seeded_faults_are_each_found_at_their_cell(ben, make_conversation, session, point):
    assert len(FAULTS_IN_POINTS) + len(FAULTS_IN_SESSIONS) >= 50
    sessions, points, expected = [session()], [], set()
    for row, (column, value) in enumerate(FAULTS_IN_SESSIONS, start=4):
        sessions.append(session(make_conversation().reference, **{column: value}))
        expected.add(("session", f"{letter('session', column)}{row}"))
    for row, (column, value) in enumerate(FAULTS_IN_POINTS, start=3):
        points.append(point(row, **{column: value}))
        expected.add(("points", f"{letter('points', column)}{row}"))

    found = read_back(filled(sessions, points), ben)

    assert expected <= found, expected - found


def letter(sheet: str, name: str) -> str:
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[[column.name for column in SHEETS[sheet]].index(name)]


def test_faults_between_the_sheets(ben, session, point, quote):
    found = read_back(
        filled(
            [session(), session()],
            [point(1), point(1)],
            [quote(9), quote(1, consent=None, consent_how="By pigeon"), quote(1), quote(1)],
        ),
        ben,
    )

    assert {
        ("session", "A4"),
        ("points", "B4"),
        ("quotes", "B3"),
        ("quotes", "D4"),
        ("quotes", "E4"),
        ("quotes", "B6"),
    } <= found


def test_one_issue_and_nothing_is_stored(at_ben, conversation, session, point):
    answer = send(at_ben, filled([session()], [point(1), point(2, kind="Rumour")]))

    page = answer.content.decode()
    assert "Please change 1 cell. Nothing is stored yet" in page
    assert "C4" in page
    assert not conversation.points.exists()


def test_the_workbook_comes_back_with_the_issues_listed_and_can_be_sent_again(at_ben, ben, session, point):
    answer = send(at_ben, filled([session()], [point(1, kind="Rumour"), point(2, words="=1+1")]), answer="workbook")

    book = load_workbook(io.BytesIO(answer.content))
    listed = [(row[0].value, row[1].value) for row in book["Active issues"].iter_rows(min_row=2, max_row=3)]
    assert listed == [("points", "C3"), ("points", "D4")]
    assert "Choose from the list" in book["points"]["C3"].comment.text
    assert book["points"]["D4"].value == "'=1+1"
    assert ("points", "C3") in read_back(answer.content, ben)


def test_an_issue_below_empty_rows_stays_at_its_cell_and_nothing_typed_is_lost(at_ben, session, point):
    long, empty = "مكتبة 🌱 " * 2500, [None] * 11

    answer = send(at_ben, filled([session()], [point(1), empty, empty, point(2, words=long)]), answer="workbook")

    book = load_workbook(io.BytesIO(answer.content))
    assert book["Active issues"]["B2"].value == "D6"
    assert book["points"]["D6"].value == long
    assert len(long) == 20_000


def test_somebody_elses_conversation_is_not_there(make_facilitator, signed_in, session, point, conversation):
    browser = signed_in(make_facilitator("eve@example.org"))

    page = send(browser, filled([session()], [point()])).content.decode()

    assert "You have no conversation with this code" in page
    assert not conversation.points.exists()


def test_a_facilitator_who_lapsed_yesterday_sends_nothing(make_facilitator, signed_in):
    lapsed = signed_in(make_facilitator("zoe@example.org", days_ago=900))

    assert send(lapsed, b"PK").status_code == 403
    assert lapsed.get(f"{HERE}template.xlsx").status_code == 403


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    file = io.BytesIO(filled())
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return file.getvalue()


XXE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
HOSTILE = {
    "a program": lambda: b"MZ\x90\x00" + b"\x00" * 500,
    "an empty zip": lambda: zipped({"readme.txt": b"hello"}),
    "a broken document": lambda: zipped({"word/document.xml": b"<x/>"}),
    "a picture": lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 500,
    "a HEIC": lambda: b"\x00\x00\x00\x18ftypheic" + b"\x00" * 500,
    "a PDF": lambda: b"%PDF-1.7\n\x00\x01",
    "a virus": lambda: (
        b"session_ref," + b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-" + b"TEST-FILE!$H+H*"
    ),
    "half a workbook": lambda: filled()[:900],
    "text": lambda: b"Dear team,\nsee you on Monday.\n",
    "macros": lambda: with_part("xl/vbaProject.bin", b"\x00" * 100),
    "external entities": lambda: with_part("xl/comments1.xml", XXE),
    "external entities in other letters": lambda: with_part("xl/comments1.xml", XXE.decode().encode("utf-16")),
    "many parts": lambda: zipped({"xl/workbook.xml": b"<x/>"} | {f"xl/{n}.xml": b"x" for n in range(300)}),
    "broken xml": lambda: zipped({"xl/workbook.xml": b"<x>", "[Content_Types].xml": b"<"}),
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused_in_a_sentence(at_ben, vocabulary, make):
    answer = send(at_ben, make())

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "There is a problem" in page
    assert "/etc" not in page


def test_sixty_megabytes_are_refused(at_ben, vocabulary):
    page = send(at_ben, b"PK" + b"\x00" * 60 * 1024 * 1024).content.decode()

    assert "The file is too large" in page


def test_a_zip_bomb_is_refused_and_costs_little_memory():
    bomb = zipped({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b"0" * 300 * 1024 * 1024})
    tracemalloc.start()

    with pytest.raises(Refused, match="unpacks to too much"):
        opened([("notes.xlsx", bomb)])

    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 10 * 1024 * 1024


def test_a_workbook_of_somebody_else_is_told_what_is_missing(at_ben, vocabulary):
    book, file = Workbook(), io.BytesIO()
    book.save(file)

    page = send(at_ben, file.getvalue()).content.decode()

    assert "The sheet “points” is missing" in page


def test_other_scripts_are_kept(at_ben, conversation, session, point, yesterday):
    words = "Waan ku faraxsanahay 🌱 مكتبة مفتوحة"

    send(at_ben, filled([session(held_on=yesterday - timedelta(days=1))], [point(words=words)]))

    assert conversation.points.get().words == words
