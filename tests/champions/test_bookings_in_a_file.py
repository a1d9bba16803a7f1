"""Staff bring bookings in a file: every fault by row, then all or nothing, once, and never over capacity."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from accounts.roles import Role
from champions import actions
from champions.forms.booking_file import LARGEST, read
from champions.models import Booking, Workshop
from common.models import AuditEntry, OutboxMessage
from common.uploads.refusing import Refused

HEAD = "name,email,places,describes\n"
GOOD = HEAD + "Amara,amara@example.org,2,I live here\nBo O’Neill,,1,parent\n"


@pytest.fixture
def browser(signed_in, staff) -> Client:
    return signed_in(staff(Role.COORDINATOR))


@pytest.fixture
def bring(browser):
    """Choose a file, and press the button if there is one."""

    def send(workshop, text: str | bytes, *, press: bool = True, **data):
        content = text.encode() if isinstance(text, str) else text
        address = f"/workspace/workshops/{workshop.slug}/bookings/import/"
        page = browser.post(address, {"file": SimpleUploadedFile("people.csv", content)})
        state = page.context.get("state") if page.context else None
        return browser.post(address, {"state": state, **data}, follow=True) if press and state else page

    return send


def words(page) -> str:
    return page.content.decode()


def test_a_good_file_is_shown_first_and_then_booked(bring, workshop):
    shown = words(bring(workshop, GOOD, press=False))
    assert "Nothing is booked yet." in shown
    assert not Booking.objects.exists()
    assert not OutboxMessage.objects.exists()

    done = words(bring(workshop, GOOD))

    workshop.refresh_from_db()
    assert "Booked: 2. On the waiting list: 0. There already: 0." in done
    assert workshop.seats_taken == 3
    assert list(Booking.objects.values_list("name", "email", "places", "how_described", "state")) == [
        ("Amara", "amara@example.org", 2, "resident", "booked"),
        ("Bo O’Neill", "", 1, "parent", "booked"),
    ]
    assert OutboxMessage.objects.get().to == "amara@example.org"
    assert AuditEntry.objects.filter(action="bookings imported").count() == 1


@pytest.mark.parametrize(
    "again",
    [
        GOOD,
        GOOD.replace("\n", "\r\n"),
        "\ufeff" + GOOD,
        GOOD.replace(",", ";"),
        GOOD.encode("utf-16"),
        GOOD + "\n,,,\n",
    ],
)
def test_the_same_file_twice_adds_nothing_however_it_was_saved(bring, workshop, again):
    bring(workshop, GOOD)

    assert "Booked: 0. On the waiting list: 0. There already: 2." in words(bring(workshop, again))
    assert Booking.objects.count() == 2


def test_somebody_who_cancelled_is_not_booked_again_by_the_same_file(bring, workshop):
    bring(workshop, GOOD)
    actions.cancel(booking=Booking.objects.get(name="Amara"))

    assert "Booked: 0." in words(bring(workshop, GOOD))


def test_somebody_who_booked_themselves_stays_as_they_are(bring, workshop, make_booking):
    theirs = make_booking(workshop, email="AMARA@example.org", places=4)

    assert "Booked already, nothing is added" in words(bring(workshop, GOOD, press=False))
    bring(workshop, GOOD)
    theirs.refresh_from_db()
    assert theirs.places == 4
    assert Booking.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (",a@example.org,1,parent", "Enter a name"),
        ("Bo,not-an-address,1,parent", "Enter an email address"),
        ("Bo,a@example.org,6,parent", "write a number from 1 to 5"),
        ("Bo,a@example.org,-1,parent", "write a number from 1 to 5"),
        ("Bo,a@example.org,,parent", "write a number from 1 to 5"),
        ("Bo,a@example.org,1,teacher", "write one of: I live here"),
        ("Bo,a@example.org,1,", "write one of: I live here"),
        ("=HYPERLINK(1),a@example.org,1,parent", "There is a formula under “name”"),
        ("Bo,@SUM(A1),1,parent", "There is a formula under “email”"),
        ("O’Neill, Bo,a@example.org,1,parent", "more cells than headings"),
        ("Bo", "Under “places”"),
        (f"{'x' * 500},a@example.org,1,parent", "Use a shorter name"),
        ("Bo,first@example.org,1,parent", "The same address is in row 2"),
    ],
)
def test_a_fault_is_told_by_row_and_nothing_is_booked(bring, workshop, row, sentence):
    page = words(bring(workshop, f"{HEAD}Ada,first@example.org,1,parent\n{row}\n"))

    assert sentence in page
    assert '<th scope="row" class="govuk-table__header">3</th>' in page
    assert not Booking.objects.exists()


def test_every_fault_is_listed_at_once(bring, workshop):
    page = words(bring(workshop, HEAD + "Bo,nowhere,9,police\n=1,a@b,1,parent\n"))

    assert page.count('<th scope="row"') == 5
    assert "<title>Error: " in page


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The first line must have each of these headings once"),
        (b"name,email\nBo,a@example.org\n", "The first line must have each of these headings once"),
        (HEAD.encode(), "There are no rows below the headings"),
        (HEAD.encode() + "Zoë,,1,parent".encode("latin-1"), "We cannot read the letters in this file"),
        (HEAD.encode() + b"Bo\0,,1,parent", "This is not a CSV file"),
        (b"PK\x03\x04 and so on", "This is a workbook, not a CSV file"),
        (HEAD.encode() + b'"Bo,,1,parent', "We cannot tell the cells of this file apart"),
        (HEAD.encode() + b"Bo,,1,parent\n" * 101, "There are more than 100 rows"),
        (b"x" * (LARGEST + 1), "The file is too large"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(bring, workshop, content, sentence):
    page = bring(workshop, content)

    assert page.status_code == 200
    assert sentence in words(page)


def test_a_very_large_file_is_refused_without_reading_it(workshop):
    class Endless(io.BytesIO):
        def read(self, size=-1):
            raise AssertionError("read")

    with pytest.raises(Refused, match="too large"):
        read(Endless(), size=60 * 1024 * 1024, workshop=workshop)


def test_who_does_not_fit_is_told_by_row_and_may_wait(bring, make_workshop):
    workshop = make_workshop(capacity=2)
    text = GOOD.replace("Bo O’Neill,,", "Bo,bo@example.org,")
    page = words(bring(workshop, text, press=False))
    assert "There is no room for these people." in page
    assert "put the others on the waiting list" in page

    assert "There is no room" in words(bring(workshop, text))
    assert not Booking.objects.exists()

    assert "Booked: 1. On the waiting list: 1." in words(bring(workshop, text, wait="yes"))
    workshop.refresh_from_db()
    assert workshop.seats_taken == 2


def test_somebody_without_an_address_cannot_wait(bring, make_workshop):
    workshop = make_workshop(capacity=2)
    page = words(bring(workshop, GOOD, wait="yes"))

    assert "Take the rows above out of the file" in page
    assert not Booking.objects.exists()


def test_people_to_keep_apart_are_told_by_row(bring, workshop, make_booking):
    make_booking(workshop, email="ada@example.org")
    actions.keep_apart(one="ada@example.org", other="amara@example.org", by=None)

    assert "Somebody has a place there from whom this person is kept apart." in words(bring(workshop, GOOD))
    assert Booking.objects.count() == 1


def test_a_workshop_that_has_begun_takes_nobody(bring, workshop, begin):
    begin(workshop)

    assert "This workshop takes no more bookings" in words(bring(workshop, GOOD))


def test_rows_that_were_changed_on_the_way_or_belong_elsewhere_book_nothing(bring, browser, make_workshop):
    one, other = make_workshop(), make_workshop()
    state = bring(one, GOOD, press=False).context["state"]
    address = f"/workspace/workshops/{other.slug}/bookings/import/"

    for sent in (state, state[:-1], "x"):
        assert "Nothing was booked. Choose the file again." in words(
            browser.post(address, {"state": sent}, follow=True)
        )
    assert not Booking.objects.exists()


@pytest.mark.parametrize("role", [Role.COMMS, Role.ANALYST])
def test_nobody_else_brings_files(staff, signed_in, workshop, role):
    address = f"/workspace/workshops/{workshop.slug}/bookings/import/"

    assert signed_in(staff(role)).post(address, {"state": "x"}).status_code == 403


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_sentence(content):
    try:
        found = read(io.BytesIO(content), size=len(content), workshop=Workshop())
    except Refused:
        return
    assert found.rows or found.faults


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)


@given(st.lists(st.tuples(CELL, CELL, CELL, CELL), min_size=1, max_size=5))
def test_any_cells_are_booked_or_explained(rows):
    text = HEAD + "\n".join(",".join('"{}"'.format(cell.replace('"', '""')) for cell in row) for row in rows)
    try:
        found = read(io.BytesIO(text.encode()), size=1, workshop=Workshop())
    except Refused:
        return
    assert all(not row["name"].startswith(("=", "+", "-", "@")) for row in found.rows)
    assert all(1 <= row["places"] <= 5 for row in found.rows)
