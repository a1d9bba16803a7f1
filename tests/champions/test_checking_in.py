"""At the door: a code to show, a reference to say, and what happens when it is scanned twice or fits nobody."""

import re
from html import unescape

import pytest
import zxingcpp
from bs4 import BeautifulSoup
from PIL import Image

from accounts.roles import Role
from champions import actions, links
from champions.models import TrainingRecord


@pytest.fixture
def day(workshop, make_booking, begin):
    """A workshop that has begun, with Ana (alone) and Bo (with two others)."""
    workshop.booked = [make_booking(workshop, name=name, places=places) for name, places in (("Ana", 1), ("Bo", 3))]
    begin(workshop)
    return workshop


@pytest.fixture
def browser(signed_in, trainer):
    return signed_in(trainer)


@pytest.fixture
def check_in(browser, day):
    """Type a reference and press the button, without JavaScript."""
    return lambda reference: browser.post(f"/my/workshops/{day.slug}/check-in/", {"reference": reference}, follow=True)


@pytest.fixture
def scan(browser, day):
    """What the page's script sends, and the answer that it reads."""

    def send(reference: str) -> dict:
        address = f"/my/workshops/{day.slug}/check-in/"
        return browser.post(address, {"reference": reference}, headers={"Accept": "application/json"}).json()

    return send


def test_the_page_of_a_booking_has_a_code_that_a_camera_reads(client, workshop, make_booking):
    booking = make_booking(workshop)
    page = client.get(links.booking_address(booking)).content.decode()
    picture = re.search(r'aria-label="Your reference, ([^,]+), as a code[^"]*">(<svg.+?</svg>)', page)

    assert picture[1] == booking.reference
    assert _read(picture[2]) == booking.reference


def test_who_has_no_place_has_no_code(client, make_workshop, make_booking):
    workshop = make_workshop(capacity=1)
    held = make_booking(workshop, confirmed=False)
    waiting = make_booking(workshop)

    for booking in (held, waiting):
        assert "code for the door" not in client.get(links.booking_address(booking)).content.decode()


def test_a_reference_signs_its_owner_in(check_in, day, trainer):
    page = check_in(day.booked[0].reference).content.decode()

    record = TrainingRecord.objects.get()
    assert (record.name, record.booking, record.recorded_by) == ("Ana", day.booked[0], trainer)
    assert "Ana is signed in." in page
    assert BeautifulSoup(page, "html.parser").select_one(f'input[value="{day.booked[0].pk}"]').has_attr("checked")


@pytest.mark.parametrize("change", [str.lower, lambda typed: typed.replace("-", ""), lambda typed: f" {typed} "])
def test_it_can_be_typed_as_one_likes(check_in, day, change):
    check_in(change(day.booked[0].reference))

    assert TrainingRecord.objects.get().name == "Ana"


def test_scanning_twice_is_harmless(scan, day):
    first, second = scan(day.booked[0].reference), scan(day.booked[0].reference)

    assert first["said"] == "Ana is signed in."
    assert second["said"] == "Ana is signed in already."
    assert first["done"]
    assert second["done"]
    assert second["came"] == TrainingRecord.objects.count() == 1


def test_a_group_is_told_to_be_added_by_name(scan, day):
    answer = scan(day.booked[1].reference)

    assert answer["said"] == "Bo is signed in. 2 more booked with them: add each by name."
    assert answer["box"] == day.booked[1].pk


@pytest.mark.parametrize("typed", ["", "KD7-94MX", "x" * 41, "🎉", "'; DROP TABLE", "\x00"])
def test_what_fits_nobody_is_kept_and_explained(check_in, scan, day, typed):
    answer = scan(typed)
    page = check_in(typed)

    assert page.status_code == 200
    assert "<title>Error: " in page.content.decode()
    assert answer["said"]
    assert answer["said"] in unescape(page.content.decode())
    assert (answer["done"], answer["box"]) == (False, None)
    assert not TrainingRecord.objects.exists()


def test_a_booking_of_another_day_or_without_a_place_is_not_on_this_list(scan, day, make_workshop, make_booking):
    other = make_booking(make_workshop())
    cancelled = make_booking(make_workshop())
    actions.cancel(booking=cancelled)

    for booking in (other, cancelled):
        assert "Nobody on this list" in scan(booking.reference)["said"]
    assert not TrainingRecord.objects.exists()


def test_no_more_are_checked_in_than_the_room_holds(scan, browser, day):
    type(day).objects.filter(pk=day.pk).update(capacity=4)
    for number in range(4):
        actions.add_attendee(workshop=day, name=f"{number}", email=f"walk{number}@example.org", by=None)

    assert "The room is full" in scan(day.booked[0].reference)["said"]
    page = browser.post(f"/my/workshops/{day.slug}/", {"came": [day.booked[0].pk]}).content.decode()
    assert "The room is full" in page
    assert "checked" in page
    assert TrainingRecord.objects.count() == 4


def test_nobody_is_checked_in_days_before(browser, workshop, make_booking):
    booking = make_booking(workshop)
    address = f"/my/workshops/{workshop.slug}/check-in/"
    answer = browser.post(address, {"reference": booking.reference})

    assert "from one hour before the start" in answer.content.decode()
    assert not TrainingRecord.objects.exists()


def test_a_list_that_was_opened_earlier_takes_off_nobody_who_came_since(browser, scan, day):
    ana, bo = day.booked
    page = browser.get(f"/my/workshops/{day.slug}/").content.decode()
    assert 'name="seen"' not in page
    scan(ana.reference)
    browser.post(f"/my/workshops/{day.slug}/", {"came": [bo.pk]})
    assert {record.name for record in TrainingRecord.objects.all()} == {"Ana", "Bo"}

    page = browser.get(f"/my/workshops/{day.slug}/").content.decode()
    seen = re.findall(r'name="seen" value="(\d+)"', page)
    browser.post(f"/my/workshops/{day.slug}/", {"came": [bo.pk], "seen": seen})
    assert {record.name for record in TrainingRecord.objects.all()} == {"Bo"}


def test_somebody_added_by_name_before_is_not_signed_in_twice(scan, day):
    actions.add_attendee(workshop=day, name="Ana", email=day.booked[0].email.upper(), by=None)

    assert scan(day.booked[0].reference)["said"] == "Ana is signed in already."
    assert TrainingRecord.objects.count() == 1


@pytest.mark.parametrize("email", ["", "both@example.org"])
def test_a_couple_who_come_along_are_both_signed_in(browser, make_workshop, make_booking, begin, email):
    workshop = make_workshop()
    booking = make_booking(workshop, places=3)
    couple = [actions.come_along(booking=booking, key=name, name=name, email=email) for name in ("Dee", "Ed")]
    begin(workshop)
    for guest in couple * 2:
        browser.post(f"/my/workshops/{workshop.slug}/guests/{guest.pk}/")

    assert sorted(record.name for record in TrainingRecord.objects.all()) == ["Dee", "Ed"]


def test_only_the_page_at_the_door_may_ask_for_the_camera(browser, day):
    at_the_door = browser.get(f"/my/workshops/{day.slug}/")["Permissions-Policy"]
    elsewhere = browser.get("/my/workshops/")["Permissions-Policy"]

    assert at_the_door == elsewhere.replace("camera=()", "camera=(self)") != elsewhere


@pytest.mark.parametrize("role", [Role.ANALYST, Role.COMMS])
def test_nobody_else_checks_in(signed_in, staff, day, role):
    answer = signed_in(staff(role)).post(f"/my/workshops/{day.slug}/check-in/", {"reference": day.booked[0].reference})

    assert answer.status_code == 403


def test_a_check_in_costs_the_same_for_any_number(scan, day, django_assert_max_num_queries):
    for number in range(20):
        actions.add_attendee(workshop=day, name=f"{number}", email=f"walk{number}@example.org", by=None)

    with django_assert_max_num_queries(22):
        scan(day.booked[0].reference)


def _read(svg: str) -> str:
    side = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    picture = Image.new("L", (side, side), 255)
    for column, row in re.findall(r"M(\d+),(\d+)h1v1h-1z", svg):
        picture.putpixel((int(column), int(row)), 0)
    return zxingcpp.read_barcodes(picture.resize((side * 6, side * 6), Image.Resampling.NEAREST))[0].text
