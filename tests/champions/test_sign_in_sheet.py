"""The list for the door, on paper: whose names are on it, what is not, and that taking it is logged (C12)."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from accounts.roles import Role
from champions import actions
from common.models import AuditEntry


def words(response) -> str:
    """What the sheet says, on one line."""
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(response.content)).pages)


@pytest.fixture
def sheet(signed_in, trainer):
    browser = signed_in(trainer)
    return lambda workshop: browser.get(f"/my/workshops/{workshop.slug}/sheet.pdf")


def test_it_has_a_line_for_each_place_by_name(sheet, workshop, make_booking):
    for name, places in (("Zoë", 1), ("Ana", 3)):
        make_booking(workshop, name=name, places=places)
    text = words(sheet(workshop))

    assert text.index("Ana") < text.index("Zoë")
    assert text.count("With Ana") == 2
    assert "4 of 30 places are booked" in text
    assert "There are 26 places free" in text


def test_people_who_come_along_are_on_it_by_name(sheet, workshop, make_booking):
    booking = make_booking(workshop, name="Ana", places=3)
    actions.come_along(booking=booking, key="1", name="Dee", email="dee@example.org")
    text = words(sheet(workshop))

    assert "Dee, with Ana" in text
    assert text.count("With Ana:") == 1
    assert "dee@example.org" not in text


def test_it_has_names_and_places_and_nothing_else_about_anybody(sheet, workshop, make_booking):
    booking = make_booking(workshop, name="Ana", email="ana@example.org")
    actions.ask_for(booking=booking, kind="food", people=1, detail="No nuts please")
    text = words(sheet(workshop))

    assert "Ana" in text
    assert not [told for told in ("@", booking.reference, "nuts", booking.get_how_described_display()) if told in text]


def test_people_without_a_place_are_not_on_it(sheet, make_workshop, make_booking):
    workshop = make_workshop(capacity=2)
    for name, confirmed in (("Booked", True), ("Held", False), ("Waits", True)):
        make_booking(workshop, name=f"{name} Person", confirmed=confirmed)
    text = words(sheet(workshop))

    assert "Booked Person" in text
    assert "Held Person" not in text
    assert "Waits Person" not in text


def test_taking_it_is_logged(sheet, workshop, trainer):
    sheet(workshop)

    entry = AuditEntry.objects.get(action="sign-in sheet downloaded")
    assert (entry.actor, entry.thing_id) == (trainer, str(workshop.pk))


def test_no_cache_keeps_it(sheet, workshop):
    assert "no-store" in sheet(workshop)["Cache-Control"]


def test_screen_readers_read_it_as_a_table(sheet, workshop, make_booking):
    make_booking(workshop)
    catalogue = PdfReader(BytesIO(sheet(workshop).content)).trailer["/Root"]

    assert catalogue["/MarkInfo"]["/Marked"].value is True
    assert b"pdfuaid:part" in catalogue["/Metadata"].get_data()


def test_thirty_people_and_long_names_fit(sheet, workshop, make_booking):
    for number in range(30):
        make_booking(workshop, name=f"{number} " + "Wolfeschlegelsteinhausenbergerdorff " * 3)

    assert words(sheet(workshop)).count("Wolfeschlegel") == 90


@pytest.mark.parametrize("role", [Role.ANALYST, Role.COMMS, Role.DIRECTORY])
def test_other_staff_cannot_take_it(signed_in, staff, workshop, role):
    assert signed_in(staff(role)).get(f"/my/workshops/{workshop.slug}/sheet.pdf").status_code == 403
    assert not AuditEntry.objects.filter(action="sign-in sheet downloaded").exists()


def test_it_costs_the_same_for_any_number(sheet, workshop, make_booking, django_assert_max_num_queries):
    for _ in range(25):
        make_booking(workshop)

    with django_assert_max_num_queries(10):
        sheet(workshop)
