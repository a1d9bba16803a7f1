"""The sheet goes out, is changed in Excel, and comes back: all of it or nothing, and unchanged it changes nothing."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from accounts.roles import Role
from conversations import actions
from conversations.models import Action, ActionChange, Reading


@pytest.fixture
def officer(staff):
    return staff(Role.OWNER)


@pytest.fixture
def desk(officer, signed_in, make_priority):
    """An officer's browser; two actions and one figure."""
    for title in ("Open the hall", "=Mend the lights"):
        actions.add_action(by=officer, title=title, owner="A head", priority=make_priority(title[:4].strip("=") or "x"))
    indicator = actions.add_indicator(
        by=officer, name="Feel safe", definition="x", kind="outcome", source="x", owner="x", most=100
    )
    actions.add_reading(indicator=indicator, on=date(2026, 1, 5), value=40, by=officer, note="-Asked anew")
    return signed_in(officer)


@pytest.fixture
def send(desk):
    def post(change=lambda book: None) -> str:
        book = load_workbook(BytesIO(desk.get(reverse("conversations:quarter_sheet")).content))
        change(book)
        out = BytesIO()
        book.save(out)
        file = SimpleUploadedFile("quarter.xlsx", out.getvalue())
        return desk.post(reverse("conversations:quarter"), {"file": file}, follow=True).content.decode()

    return post


def state() -> list:
    return [
        list(Action.objects.order_by("code").values()),
        list(Reading.objects.order_by("pk").values()),
        ActionChange.objects.count(),
    ]


def test_sent_back_unchanged_it_changes_nothing(send):
    before = state()

    assert "Actions changed: 0. Looked at: 0. New figures: 0." in send()

    assert state() == before


def test_what_was_changed_is_taken_in_with_its_history(send):
    def change(book):
        actions_sheet, figures = book["Actions"], book["Figures"]
        actions_sheet["F2"], actions_sheet["G2"], actions_sheet["D2"] = "Delayed", "The roof leaks.", date(2027, 3, 27)
        actions_sheet["H3"] = "yes"
        figures.append(["feel-safe", "5/4/2026", "42.5", ""])

    assert "Actions changed: 1. Looked at: 1. New figures: 1." in send(change)

    hall, lights = Action.objects.order_by("order")
    assert (hall.status, hall.status_reason, hall.due) == ("delayed", "The roof leaks.", date(2027, 3, 27))
    assert (hall.changes.first().was, lights.title) == ("proposed", "=Mend the lights")
    assert Reading.objects.count() == 2


def test_one_bad_row_and_nothing_is_stored(send):
    before = state()

    def change(book):
        sheet, figures = book["Actions"], book["Figures"]
        sheet["F2"] = "Under way"
        sheet["F3"] = "Delayed"
        sheet["A4"], sheet["B4"], sheet["E4"], sheet["F4"] = "who-knows", "A head", "No new money", "Done"
        figures.append(["feel-safe", "5/4/2126", "42", ""])
        figures.append(["feel-safe", "5/4/2026", "=1+1", ""])

    page = send(change)

    for words in (
        "Actions, row 3: Say in one sentence why this is delayed or stopped.",
        "Actions, row 4: We know no action with the code “who-knows”",
        "Figures, row 3: This day has not come yet",
        "Figures, row 4: There is a formula in it",
    ):
        assert words in page
    assert state() == before


@pytest.mark.parametrize(
    ("cell", "value", "sentence"),
    [
        ("B2", None, "Say who owns this"),
        ("B2", "kim@example.org", "an email address"),
        ("F2", "Nearly", "Write one of: Proposed; Under way; Done; Delayed; Stopped"),
        ("E2", "A lot", "Write one of: Not known yet"),
        ("D2", "soon", "is no date"),
        ("A1", "code", "must have each of these headings once"),
        ("A3", "open-the-hall", "Row 2 is about the same action"),
    ],
)
def test_each_fault_is_a_sentence(send, cell, value, sentence):
    def change(book):
        book["Actions"][cell] = value

    assert sentence in send(change)


@pytest.mark.parametrize("content", [b"", b"rubbish", b"PK\x03\x04rubbish"])
def test_what_is_no_sheet_is_refused_in_a_sentence(desk, content):
    file = SimpleUploadedFile("quarter.xlsx", content)

    assert "There is a problem" in desk.post(reverse("conversations:quarter"), {"file": file}).content.decode()
