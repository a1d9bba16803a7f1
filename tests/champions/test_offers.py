"""Places that come free are offered to those who wait: in order, whole groups at a time, until a stated moment (C8)."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from champions import actions, links
from champions.models import Booking, Offer, Workshop
from champions.waiting_list import people_who_wait, why_nobody_is_offered
from common.models import OutboxMessage


def later(**delta):
    """The time after so long."""
    return time_machine.travel(timezone.now() + timedelta(**delta), tick=False)


def press(offer: Offer, answer: str):
    return Client().post(links.offer_address(offer), {"answer": answer}, headers={"Origin": "http://testserver"})


def taken(workshop: Workshop) -> int:
    workshop.refresh_from_db()
    return workshop.seats_taken


def why(workshop: Workshop) -> str:
    seen = Workshop.objects.with_places().get(pk=workshop.pk)
    return why_nobody_is_offered(seen, people_who_wait(seen))


@pytest.fixture
def full(make_workshop, make_booking):
    """A workshop of one place that is taken, and two people who wait."""
    workshop = make_workshop(capacity=1)
    workshop.taker = make_booking(workshop, name="Taker")
    workshop.first, workshop.second = make_booking(workshop, name="First"), make_booking(workshop, name="Second")
    return workshop


@pytest.fixture
def offer(full) -> Offer:
    """The place has come free, and is kept for the first who waits."""
    actions.cancel(booking=full.taker)
    return Offer.objects.get()


def test_a_place_that_comes_free_is_offered_to_the_first_and_kept_for_them(full, offer):
    told = OutboxMessage.objects.get(kind="champions/emails/offered")

    assert offer.booking == full.first
    assert told.to == full.first.email
    assert taken(full) == 1
    assert full.first.is_waiting


def test_the_offer_lasts_48_hours_and_12_in_the_last_three_days(full, offer, make_workshop, make_booking):
    soon = make_workshop(capacity=1, starts_at=timezone.now() + timedelta(days=2))
    booking = make_booking(soon)
    make_booking(soon)
    actions.cancel(booking=booking)
    late = Offer.objects.get(booking__workshop=soon)

    assert offer.expires_at - offer.created == pytest.approx(timedelta(hours=48), abs=timedelta(seconds=2))
    assert late.expires_at - late.created == pytest.approx(timedelta(hours=12), abs=timedelta(seconds=2))


def test_the_offer_never_lasts_beyond_the_closing_of_the_list(make_workshop, make_booking):
    workshop = make_workshop(capacity=1, starts_at=timezone.now() + timedelta(hours=8))
    booking = make_booking(workshop)
    make_booking(workshop)
    actions.cancel(booking=booking)

    assert Offer.objects.get().expires_at == workshop.booking_closes_at


def test_opening_the_link_takes_nothing_because_mail_scanners_follow_links(client, offer):
    page = client.get(links.offer_address(offer)).content.decode()

    offer.refresh_from_db()
    assert "We keep 1 place for you" in page
    assert offer.state == Offer.State.OPEN


def test_yes_takes_the_place_and_twice_is_harmless(full, offer, client):
    first, second = press(offer, "yes"), press(offer, "yes")

    full.first.refresh_from_db()
    assert first.status_code == second.status_code == 303
    assert full.first.is_booked
    assert taken(full) == 1
    assert "Bellingham Rooms" in client.get(first["Location"]).content.decode()
    told = OutboxMessage.objects.get(kind="champions/emails/booked", to=full.first.email)
    assert told.attachments


def test_no_takes_them_off_the_list_and_asks_the_next_at_once(full, offer):
    press(offer, "no")
    press(offer, "no")

    full.first.refresh_from_db()
    assert full.first.state == Booking.State.CANCELLED
    assert Offer.objects.usable().get().booking == full.second
    assert taken(full) == 1
    assert OutboxMessage.objects.filter(kind="champions/emails/left_waiting_list").count() == 1


def test_an_offer_is_spent_once_and_does_not_come_back(full, offer):
    press(offer, "yes")
    full.first.refresh_from_db()
    actions.cancel(booking=full.first)

    answer = Client().get(links.offer_address(offer)).content.decode()
    press(offer, "yes")

    full.first.refresh_from_db()
    assert "You have taken these places" in answer
    assert full.first.state == Booking.State.CANCELLED
    assert Offer.objects.usable().get().booking == full.second


def test_an_offer_that_ran_out_cannot_be_taken_although_nothing_swept_it(full, offer):
    with later(hours=49):
        page = Client().get(links.offer_address(offer)).content.decode()
        press(offer, "yes")

    full.first.refresh_from_db()
    assert "not kept for you any more" in page
    assert not full.first.is_booked


def test_whoever_was_silent_comes_after_those_who_were_not_asked(full, offer, make_booking):
    third = make_booking(full, name="Third")
    with later(hours=49):
        call_command("look_at_waiting_lists")
        now_asked = Offer.objects.usable().get().booking
        names = [booking.name for booking in full.bookings.waiting()]

    assert now_asked == full.second
    assert names == ["Second", third.name, "First"]
    assert OutboxMessage.objects.filter(kind="champions/emails/offer_ran_out", to=full.first.email).count() == 1


def test_whoever_joins_after_a_silence_is_still_asked_before(full, offer, make_booking):
    with later(hours=49):
        call_command("look_at_waiting_lists")
        newcomer = make_booking(full, name="Newcomer")
        actions.decline(offer=Offer.objects.usable().get())
        asked = Offer.objects.usable().get().booking

    assert asked == newcomer


def test_nobody_silent_keeps_a_place_from_others_for_ever(make_workshop, make_booking):
    workshop = make_workshop(capacity=1, starts_at=timezone.now() + timedelta(days=30))
    booking = make_booking(workshop)
    silent = make_booking(workshop)
    actions.cancel(booking=booking)
    for hours in (49, 98):
        with later(hours=hours):
            call_command("look_at_waiting_lists")

    silent.refresh_from_db()
    assert silent.state == Booking.State.CANCELLED
    assert taken(workshop) == 0
    assert OutboxMessage.objects.filter(kind="champions/emails/offer_ran_out", to=silent.email).count() == 2


def test_a_group_is_asked_when_all_of_it_fits_and_keeps_its_turn(make_workshop, make_booking):
    workshop = make_workshop(capacity=4)
    pair, other_pair = make_booking(workshop, places=2), make_booking(workshop, places=2)
    group, single = make_booking(workshop, places=4), make_booking(workshop, places=1)

    actions.cancel(booking=pair)
    assert [offer.booking for offer in Offer.objects.usable()] == [single]
    assert "The smallest group that waits needs 4" in why(workshop)

    actions.decline(offer=Offer.objects.usable().get())
    actions.cancel(booking=other_pair)
    assert [offer.booking for offer in Offer.objects.usable()] == [group]


def test_a_visitor_cannot_take_a_place_that_is_kept_for_somebody(full, offer, visit):
    visitor = visit(full)
    visitor.answer(places="1")

    assert "The places have just gone" in visitor.confirm().content.decode()


def test_more_places_are_offered_to_those_who_wait(make_workshop, make_booking):
    workshop = make_workshop(capacity=1)
    make_booking(workshop)
    waiting = make_booking(workshop, places=2)

    actions.change(workshop=workshop, by=None, capacity=3)

    assert Offer.objects.usable().get().booking == waiting
    assert taken(workshop) == 3


def test_the_capacity_cannot_fall_below_what_is_kept_for_somebody(full, offer):
    actions.change(workshop=full, by=None, capacity=2)

    with pytest.raises(actions.TooManyBooked):
        actions.change(workshop=full, by=None, capacity=1)


def test_nothing_is_offered_once_booking_has_closed_and_staff_see_why(full):
    actions.close(workshop=full, by=None)
    actions.cancel(booking=full.taker)
    assert not Offer.objects.exists()
    assert "not open for booking" in why(full)

    actions.reopen(workshop=full, by=None)
    assert Offer.objects.usable().get().booking == full.first


def test_an_offer_made_before_staff_closed_booking_still_holds(full, offer):
    actions.close(workshop=full, by=None)
    press(offer, "yes")

    full.first.refresh_from_db()
    assert full.first.is_booked


def test_an_offer_for_a_workshop_called_off_cannot_be_taken(full, offer):
    actions.call_off(workshop=full, by=None)
    page = Client().get(links.offer_address(offer)).content.decode()
    press(offer, "yes")

    assert "this workshop is called off" in page
    assert taken(full) == 0


def test_leaving_the_list_gives_the_offered_place_to_the_next(full, offer):
    actions.cancel(booking=full.first)

    assert Offer.objects.usable().get().booking == full.second
    assert taken(full) == 1


def test_a_place_that_nobody_answers_for_is_free_for_everyone_in_the_end(make_workshop, make_booking, client):
    workshop = make_workshop(capacity=1, starts_at=timezone.now() + timedelta(days=30))
    booking = make_booking(workshop)
    make_booking(workshop)
    actions.cancel(booking=booking)
    with later(hours=49):
        actions.look_at_waiting_lists()
    with later(hours=98):
        actions.look_at_waiting_lists()
        assert "1 place left" in client.get(workshop.get_absolute_url()).content.decode()


def test_the_sweep_looks_only_where_something_is_due(full, make_workshop, make_booking, django_assert_max_num_queries):
    for _ in range(5):
        make_booking(make_workshop())

    with django_assert_max_num_queries(1):
        assert actions.look_at_waiting_lists() == 0


@pytest.mark.parametrize("answer", ["", "maybe", "yes,no", "\x00"])
def test_rubbish_as_an_answer_does_nothing(offer, answer):
    assert press(offer, answer).status_code == 200
    offer.refresh_from_db()
    assert offer.state == Offer.State.OPEN


def test_an_offer_is_not_opened_by_the_link_of_the_booking(full, offer, client):
    token = links.booking_address(full.first).rstrip("/").rsplit("/", 1)[1]

    assert client.get(f"/workshops/bookings/{token}/offer/").status_code == 410
