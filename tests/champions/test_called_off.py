"""When we cannot hold a workshop, or move it, everybody hears of it, and another date is one press away."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.roles import Role
from champions import actions, links
from champions.models import Booking
from common import outbox
from common.models import OutboxMessage
from common.sealed import unseal


@pytest.fixture
def browser(signed_in, staff):
    return signed_in(staff(Role.COORDINATOR))


def in_days(days: int):
    return (timezone.now() + timedelta(days=days)).replace(microsecond=0)


def call_off(browser, workshop):
    return browser.post(f"/workspace/workshops/{workshop.slug}/state/", {"deed": "call_off"}, follow=True)


def words(kind: str, to: str) -> str:
    message = OutboxMessage.objects.filter(kind=f"champions/emails/{kind}", to=to).order_by("-version").first()
    return message.subject + "\n" + unseal(message.text, purpose=outbox.PURPOSE)


def bookings_page(browser, workshop) -> str:
    return browser.get(f"/workspace/workshops/{workshop.slug}/bookings/").content.decode()


def test_the_mail_offers_the_next_dates_with_room_for_the_whole_group(browser, make_workshop, make_booking):
    workshop = make_workshop()
    too_small = make_workshop(capacity=1, starts_at=in_days(16))
    near, far = make_workshop(starts_at=in_days(20)), make_workshop(starts_at=in_days(30))
    for days in (40, 50):
        make_workshop(starts_at=in_days(days))
    booking = make_booking(workshop, places=2)
    call_off(browser, workshop)

    told = words("called_off", booking.email)
    assert told.index(near.day) < told.index(far.day)
    assert too_small.day not in told
    assert told.count("* ") == 3
    assert links.absolute(links.booking_address(booking, "move_booking"))[:40] in told


def test_the_link_moves_them_with_the_same_reference_and_staff_see_who_is_left(browser, make_workshop, make_booking):
    workshop, other = make_workshop(), make_workshop(starts_at=in_days(20))
    first, second = make_booking(workshop, name="Ada", places=3), make_booking(workshop, name="Bo")
    call_off(browser, workshop)
    assert "Ada" in bookings_page(browser, workshop)

    address = links.booking_address(first, "move_booking")
    Client().post(address, {"workshop": other.pk}, headers={"Origin": "http://testserver"})

    moved = Booking.objects.get(pk=first.pk)
    other.refresh_from_db()
    assert (moved.workshop, moved.reference, moved.state, other.seats_taken) == (other, first.reference, "booked", 3)
    page = bookings_page(browser, workshop)
    assert "Ada" not in page
    assert "Bo" in page
    assert Booking.objects.get(pk=second.pk).was_called_off


def test_somebody_without_an_address_is_rung_and_moved_by_staff(browser, make_workshop):
    workshop, other = make_workshop(), make_workshop(starts_at=in_days(20))
    booking = actions.add_booking(workshop=workshop, by=None, name="Cy", description="parent", places=2)
    call_off(browser, workshop)
    assert "Ring them" in bookings_page(browser, workshop)

    move = f"/workspace/workshops/{workshop.slug}/bookings/{booking.reference}/move/"
    assert other.day in browser.get(move).content.decode()
    browser.post(move, {"workshop": other.pk})

    booking.refresh_from_db()
    assert (booking.workshop, booking.state) == (other, "booked")
    assert "Nobody is left" in bookings_page(browser, workshop)


def test_one_who_waited_is_told_so_and_joins_another_date(browser, make_workshop, make_booking):
    workshop, other = make_workshop(capacity=1), make_workshop(starts_at=in_days(20))
    make_booking(workshop)
    waiting = make_booking(workshop)
    call_off(browser, workshop)

    assert "were on the waiting list for" in words("called_off", waiting.email)
    actions.move_booking(booking=waiting, to=other)
    assert Booking.objects.get(pk=waiting.pk).is_held


def test_what_somebody_gave_back_before_is_not_theirs_to_move(browser, make_workshop, make_booking):
    workshop, other = make_workshop(), make_workshop(starts_at=in_days(20))
    gone, there = make_booking(workshop, name="Gone"), make_booking(workshop, name="There")
    actions.cancel(booking=gone)
    call_off(browser, workshop)

    assert "Gone" not in bookings_page(browser, workshop)
    with pytest.raises(actions.TooLate):
        actions.move_booking(booking=gone, to=other)
    # The rule for one row and the rule for many are the same.
    rows = Booking.objects.with_workshop()
    assert {row.pk for row in rows if row.was_called_off} == set(rows.called_off().values_list("pk", flat=True))
    assert rows.called_off().get() == there


def test_with_no_other_date_the_mail_says_nothing_false(browser, workshop, make_booking):
    booking = make_booking(workshop)
    call_off(browser, workshop)

    told = words("called_off", booking.email)
    assert "These dates have room" not in told
    assert "Choose another date here" in told


def test_whoever_leads_it_hears_of_it_too(browser, workshop, trainer):
    actions.allocate(workshop=workshop, leading=[trainer], by=None)
    later = workshop.starts_at + timedelta(days=1)
    actions.change(workshop=workshop, by=None, starts_at=later, ends_at=later + timedelta(hours=4))
    assert "may have changed since we wrote last" in words("leading", trainer.email)

    call_off(browser, workshop)
    assert "is called off" in words("leading", trainer.email)
    assert OutboxMessage.objects.filter(kind="champions/emails/leading").count() == 3


def test_a_new_venue_is_told_to_everybody_and_moves_every_calendar(make_workshop, make_booking, make_venue, trainer):
    workshop = make_workshop(capacity=3)
    booked = make_booking(workshop, places=2)
    held = make_booking(workshop, confirmed=False)
    waiting = make_booking(workshop)
    actions.allocate(workshop=workshop, leading=[trainer], by=None)
    hall = make_venue(name="Hall of the Hill", address="1 Hill Road\nLondon SE13 9ZZ", area="Ladywell, SE13")

    actions.change(workshop=workshop, by=None, venue=hall, venue_id=hall.pk)

    files = {row.to: row.attachments for row in OutboxMessage.objects.filter(kind="champions/emails/moved")}
    assert set(files) == {booked.email, held.email}
    file = unseal("".join(files[booked.email]), purpose=outbox.PURPOSE)[0][1].replace("\r\n ", "")
    assert "1 Hill Road" in file
    assert "SEQUENCE:1" in file
    assert not files[held.email]
    assert "1 Hill Road" in words("moved", booked.email)
    for person, kind in ((held, "moved"), (waiting, "waiting")):
        assert "Ladywell, SE13" in words(kind, person.email)
        # The address is for those who have confirmed (C5).
        assert "Hill Road" not in words(kind, person.email)
    assert "Ladywell, SE13" in words("leading", trainer.email)
