"""More people, fewer people, another date: by the personal link, with the same reference, and twice is harmless."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.roles import Role
from champions import actions, calendars, links
from champions.choices import Kind
from champions.models import Booking, Offer, TrainingRecord
from common.models import AuditEntry, OutboxMessage


def post(address, **data):
    return Client().post(address, data, headers={"Origin": "http://testserver"})


def taken(workshop) -> int:
    workshop.refresh_from_db()
    return workshop.seats_taken


@pytest.fixture
def booking(workshop, make_booking):
    return make_booking(workshop, places=2)


@pytest.mark.parametrize(("places", "now"), [("1", 1), ("5", 5), ("2", 2)])
def test_more_or_fewer_people(booking, places, now):
    answer = post(links.booking_address(booking, "change_booking"), places=places)

    booking.refresh_from_db()
    assert answer.status_code == 303
    assert (booking.places, taken(booking.workshop)) == (now, now)
    assert OutboxMessage.objects.filter(kind="champions/emails/changed").count() == (0 if now == 2 else 1)


@pytest.mark.parametrize("places", ["0", "6", "-1", "many", ""])
def test_a_number_that_cannot_be_gets_a_sentence(booking, places):
    page = post(links.booking_address(booking, "change_booking"), places=places).content.decode()

    assert "<title>Error: " in page
    assert taken(booking.workshop) == 2


def test_more_people_than_there_is_room_for_changes_nothing(make_workshop, make_booking):
    workshop = make_workshop(capacity=3)
    booking = make_booking(workshop, places=2)
    page = post(links.booking_address(booking, "change_booking"), places="4").content.decode()

    booking.refresh_from_db()
    assert "There are not enough places left" in page
    assert (booking.places, taken(workshop)) == (2, 2)


def test_fewer_people_wake_the_queue(make_workshop, make_booking):
    workshop = make_workshop(capacity=3)
    booking = make_booking(workshop, places=3)
    waiting = make_booking(workshop, places=1)
    actions.change_places(booking=booking, places=2)

    assert Offer.objects.get().booking == waiting
    assert taken(workshop) == 3


def test_a_group_that_waits_keeps_its_turn_when_it_gets_smaller(make_workshop, make_booking):
    workshop = make_workshop(capacity=1)
    make_booking(workshop)
    group, other = make_booking(workshop, places=3), make_booking(workshop, places=1)
    actions.change_places(booking=group, places=2)

    assert list(workshop.bookings.waiting()) == [group, other]


def test_another_date_keeps_the_reference_and_moves_the_calendar_entry(booking, make_workshop, make_booking):
    old, reference = booking.workshop, booking.reference
    before = calendars.booking_file(booking)
    to = make_workshop(starts_at=timezone.now() + timedelta(days=30))
    answer = post(links.booking_address(booking, "move_booking"), workshop=to.pk)
    again = post(links.booking_address(booking, "move_booking"), workshop=to.pk)

    moved = Booking.objects.get(pk=booking.pk)
    assert (answer.status_code, again.status_code) == (303, 200)
    assert (moved.workshop, moved.reference, moved.state) == (to, reference, "booked")
    assert (taken(old), taken(to)) == (0, 2)
    after = calendars.booking_file(moved)
    uid = f"UID:booking-{booking.uuid}"
    assert uid in before
    assert uid in after
    assert "SEQUENCE:0" in before
    assert "SEQUENCE:1" in after


def test_a_date_that_is_full_or_of_another_kind_is_not_offered(booking, make_workshop, make_booking):
    full = make_workshop(capacity=1)
    other_kind = make_workshop(kind=Kind.PRACTITIONER)
    page = Client().get(links.booking_address(booking, "move_booking")).content.decode()
    for to in (full, other_kind):
        assert (
            "That date has just gone"
            in post(links.booking_address(booking, "move_booking"), workshop=to.pk).content.decode()
            or page
        )
        with pytest.raises(actions.Refused):
            actions.move_booking(booking=booking, to=to)

    assert "There is no other date with room for you yet" in page
    assert taken(booking.workshop) == 2


def test_somebody_who_waits_and_never_proved_the_address_confirms_after_moving(make_workshop, make_booking):
    workshop = make_workshop(capacity=1)
    make_booking(workshop)
    waiting = make_booking(workshop)
    actions.move_booking(booking=waiting, to=make_workshop())

    waiting.refresh_from_db()
    assert waiting.is_held
    assert OutboxMessage.objects.filter(kind="champions/emails/confirm", to=waiting.email).count() == 1


def test_after_a_workshop_is_called_off_its_people_choose_another_date_with_their_reference(booking, make_workshop):
    to = make_workshop()
    actions.call_off(workshop=booking.workshop, by=None)
    post(links.booking_address(booking, "move_booking"), workshop=to.pk)

    booking.refresh_from_db()
    assert booking.is_booked
    assert (booking.workshop, taken(to)) == (to, 2)


def test_whoever_cancelled_by_themselves_books_again_in_the_usual_way(booking, make_workshop):
    actions.cancel(booking=booking)

    with pytest.raises(actions.TooLate):
        actions.move_booking(booking=booking, to=make_workshop())


def test_nothing_changes_once_the_workshop_has_begun(booking, begin, make_workshop):
    begin(booking.workshop)
    for page, data in (("change_booking", {"places": "1"}), ("move_booking", {"workshop": make_workshop().pk})):
        assert post(links.booking_address(booking, page), **data).status_code == 200

    assert taken(booking.workshop) == 2


# --- staff ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def browser(signed_in, staff):
    return signed_in(staff(Role.COORDINATOR))


def address(workshop, page="") -> str:
    return f"/workspace/workshops/{workshop.slug}/bookings/{page}"


PHONE = {"name": "Bo", "email": "", "description": "parent", "places": "2", "key": "one-form"}


def test_staff_book_by_phone_without_an_address_and_read_out_the_reference(browser, workshop):
    first = browser.post(address(workshop, "add/"), PHONE, follow=True).content.decode()
    browser.post(address(workshop, "add/"), PHONE)

    booking = Booking.objects.get()
    assert booking.is_booked
    assert booking.reference in first
    assert taken(workshop) == 2
    assert not OutboxMessage.objects.exists()
    assert AuditEntry.objects.filter(action="booking added by staff").count() == 1


def test_two_people_without_an_address_both_come_and_are_signed_in(browser, workshop, begin):
    made = [actions.add_booking(workshop=workshop, by=None, name=n, description="parent", places=1) for n in "AB"]
    begin(workshop)
    actions.record_attendance(workshop=workshop, came=made, by=None)
    actions.finish(workshop=workshop, by=None)

    assert sorted(TrainingRecord.objects.values_list("name", flat=True)) == ["A", "B"]
    assert not OutboxMessage.objects.exists()


def test_staff_cannot_book_more_than_there_is_room_for(browser, make_workshop):
    workshop = make_workshop(capacity=1)
    page = browser.post(address(workshop, "add/"), PHONE).content.decode()

    assert "Places left: 1." in page
    assert taken(workshop) == 0


def test_staff_move_somebody_who_chose_the_wrong_kind_and_the_reference_stays(browser, booking, make_workshop):
    to = make_workshop(kind=Kind.PRACTITIONER)
    old = booking.workshop
    browser.post(address(old, f"{booking.reference}/move/"), {"workshop": to.pk})

    moved = Booking.objects.get(pk=booking.pk)
    assert (moved.workshop, moved.reference) == (to, booking.reference)
    assert (taken(old), taken(to)) == (0, 2)


def test_staff_cancel_for_somebody_on_the_phone(browser, booking):
    browser.post(address(booking.workshop, f"{booking.reference}/cancel/"))
    browser.post(address(booking.workshop, f"{booking.reference}/cancel/"))

    assert taken(booking.workshop) == 0


def test_staff_see_who_waits_and_why_nobody_is_asked(
    browser, make_workshop, make_booking, django_assert_max_num_queries
):
    workshop = make_workshop(capacity=1)
    make_booking(workshop, name="Taker")
    for _ in range(10):
        make_booking(workshop)
    with django_assert_max_num_queries(14):
        page = browser.get(address(workshop)).content.decode()

    assert "Every place is taken" in page
    assert "Not asked yet" in page
    assert "@example.org" not in page.replace("coordinator@example.org", "")


@pytest.mark.parametrize("page", ["", "add/", "KD7-94MX/move/", "KD7-94MX/cancel/"])
def test_other_staff_see_none_of_it(signed_in, staff, workshop, page):
    browser = signed_in(staff(Role.COMMS))

    assert browser.post(address(workshop, page)).status_code == 403
