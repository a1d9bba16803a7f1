"""People whom somebody brings give their own names, if they like, by a link that shows nothing of the booking."""

import pytest
from django.test import Client

from champions import actions, links
from champions.models import Guest, TrainingRecord
from common.models import OutboxMessage

ORIGIN = {"Origin": "http://testserver"}


@pytest.fixture
def booking(workshop, make_booking):
    return make_booking(workshop, name="Amara", email="amara@example.org", places=3)


@pytest.fixture
def give(booking):
    """Somebody opens the link on their own phone and gives a name."""
    count = iter(range(100))

    def post(**answers):
        given = {"is_adult": "yes", "key": f"key-{next(count)}", "name": "Kofi", "email": ""} | answers
        return Client().post(links.guests_address(booking), given, headers=ORIGIN)

    return post


def test_kofi_says_that_he_comes_and_amara_sees_it(booking, give, client):
    page = give(name="Kofi").content.decode()

    assert booking.workshop.venue.name in page
    assert "Amara" not in page
    assert booking.reference not in page
    assert "Kofi" in client.get(links.booking_address(booking)).content.decode()


def test_age_comes_first_and_nobody_younger_is_asked_anything(booking, client):
    address = links.guests_address(booking)

    first = client.get(address).content.decode()
    assert 'name="name"' not in first
    answer = client.post(address, {"is_adult": "no", "name": "Kofi", "key": "1"}, headers=ORIGIN)
    assert answer["Location"] == "/workshops/young-people/"
    assert 'name="name"' in client.post(address, {"is_adult": "yes"}, headers=ORIGIN).content.decode()
    assert not Guest.objects.exists()


def test_the_link_opens_nothing_else(booking, client):
    token = links.guests_address(booking).split("/")[-2]

    assert client.get(f"/workshops/bookings/{token}/").status_code == 410
    assert client.post(f"/workshops/bookings/{token}/cancel/", headers=ORIGIN).status_code == 410


def test_no_more_names_than_places(booking, give):
    give(name="Kofi")
    give(name="Mina")

    page = give(name="Sam").content.decode()

    assert "Everybody has given a name already" in page
    assert 'value="Sam"' in page
    assert booking.guests.count() == 2
    booking.workshop.refresh_from_db()
    assert booking.workshop.seats_taken == 3


def test_the_same_form_twice_is_one_person(booking, give):
    give(key="same")
    give(key="same")

    assert booking.guests.count() == 1


def test_a_booking_that_is_over_takes_no_names(booking, give):
    actions.cancel(booking=booking)

    assert "This booking is over" in give().content.decode()
    assert not Guest.objects.exists()


@pytest.mark.parametrize(
    "answers", [{"name": ""}, {"name": "x" * 500}, {"email": "a@b\r\nBcc: c@d"}, {"key": "k" * 400}, {"is_adult": "?"}]
)
def test_rubbish_is_explained(give, answers):
    answer = give(**answers)

    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()
    assert not Guest.objects.exists()


def test_amara_takes_somebody_off_and_only_off_her_own_list(booking, give, make_booking, make_workshop, client):
    give()
    other = make_booking(make_workshop(), places=2)
    theirs = actions.come_along(booking=other, key="other", name="Mina")
    mine = booking.guests.get()
    address = f"{links.booking_address(booking)}guests/"

    for guest in (str(theirs.pk), str(mine.pk), "x", "9" * 30):
        assert client.post(address, {"guest": guest}, headers=ORIGIN).status_code == 303

    assert list(Guest.objects.all()) == [theirs]


def test_on_the_day_each_is_signed_in_once_with_an_address_or_without(booking, give, begin, trainer, signed_in):
    give(name="Kofi", email="kofi@example.org")
    give(name="Mina")
    workshop = begin(booking.workshop)
    browser = signed_in(trainer)
    page = browser.get(f"/my/workshops/{workshop.slug}/").content.decode()
    assert "Kofi" in page
    assert "Mina" in page

    for guest in Guest.objects.all():
        for _ in range(2):
            browser.post(f"/my/workshops/{workshop.slug}/guests/{guest.pk}/")

    assert sorted(TrainingRecord.objects.values_list("name", "email")) == [("Kofi", "kofi@example.org"), ("Mina", "")]
    actions.finish(workshop=workshop, by=trainer)
    assert OutboxMessage.objects.get(kind="champions/emails/invited_to_join").to == "kofi@example.org"


def test_names_are_deleted_a_week_after_and_who_came_is_kept(booking, give, begin, trainer, time_machine):
    give(name="Mina")
    workshop = begin(booking.workshop)
    actions.sign_in_guest(guest=Guest.objects.get(), by=trainer)

    time_machine.move_to(workshop.ends_at.replace(year=workshop.ends_at.year + 1))
    actions.delete_old_needs()

    assert not Guest.objects.exists()
    assert TrainingRecord.objects.count() == 1
