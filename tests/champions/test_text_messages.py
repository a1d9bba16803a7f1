"""Where text messages are configured, a mobile number does as well as an address, from the form to the reminder."""

import io
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import fake_notify
import pytest
import time_machine
from django.conf import settings as base
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone
from fake_notify import KEY, TEMPLATE, FakeNotify

from accounts.roles import Role
from champions import actions, calendars, emails, links
from champions.forms.booking_file import read
from champions.forms.contact import uk_mobile
from champions.models import Booking
from champions.tasks import ask_for_way_back
from common import outbox
from common.models import OutboxMessage

NUMBER = "+447700900123"
TELLING = ["violence", "abuse", "knife", "champion", "trauma"]
KINDS = sorted(
    path.name.removesuffix(".sms.txt")
    for path in (Path(base.BASE_DIR) / "templates/champions/emails").glob("*.sms.txt")
)


@pytest.fixture
def notify(settings) -> Iterator[FakeNotify]:
    with fake_notify.running() as fake:
        settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATE_ID, settings.NOTIFY_URL = KEY, TEMPLATE, fake.url
        yield fake


@pytest.fixture
def delivered(notify, django_capture_on_commit_callbacks):
    """What Notify was given by what is done inside, in words."""

    def deliver(deed) -> list[str]:
        notify.sent.clear()
        with django_capture_on_commit_callbacks(execute=True):
            deed()
        return [text["personalisation"]["message"] for text in notify.sent if text["phone_number"] == NUMBER]

    return deliver


def post(address, **data):
    return Client().post(address, data, headers={"Origin": "http://testserver"})


def test_without_text_messages_only_an_address_will_do(visit, workshop):
    page = visit(workshop).answer(email="07700 900123").content.decode()

    assert "Enter an email address, like name@example.org" in page
    assert "mobile" not in page


def test_a_number_books_and_its_owner_confirms_by_the_link_in_the_text(visit, workshop, delivered, notify):
    visitor = visit(workshop)
    assert "Your email address or mobile number" in visitor.answer(email="").content.decode()
    checked = visitor.answer(email=" 07700 900 123 ").content.decode()
    assert NUMBER in checked

    pages = []
    texts = delivered(lambda: pages.append(visitor.confirm()))

    page = visitor.client.get(pages[0]["Location"]).content.decode()
    booking = Booking.objects.get()
    assert (booking.mobile, booking.email, booking.state) == (NUMBER, "", "held")
    assert f"We have sent a text message to {NUMBER}" in page
    assert len(texts) == 1
    link = re.search(r"http://testserver(/workshops/bookings/\S+/confirm/)", texts[0])[1]

    told = delivered(lambda: post(link))

    booking.refresh_from_db()
    assert booking.is_booked
    assert workshop.venue.address.splitlines()[0] in told[0]
    assert booking.reference in told[0]
    assert not OutboxMessage.objects.filter(channel="mail").exists()
    assert not OutboxMessage.objects.exclude(text="").exists()


@pytest.mark.parametrize(
    "written",
    ["07700900123", "+44 7700 900123", "0044 7700 900123", "(07700) 900-123", "+44 (0)7700 900 123", "٠٧٧٠٠٩٠٠١٢٣"],
)
def test_a_number_is_the_same_however_it_is_written(written):
    assert uk_mobile(written) == NUMBER


@pytest.mark.parametrize(
    "written",
    [
        "020 8314 6000",
        "+1 202 555 0143",
        "07700",
        "0" * 500,
        "07600 123456",
        "070 1234 5678",
        "999",
        "07700900123 ext 5",
    ],
)
def test_what_is_no_mobile_of_ours_gets_a_sentence_and_stays_typed(notify, visit, workshop, written):
    page = visit(workshop).answer(email=written).content.decode()

    assert uk_mobile(written) == ""
    assert "a UK mobile number, like 07700 900123" in page or "Use a shorter" in page
    assert written in page
    assert not Booking.objects.exists()


def test_the_same_number_again_is_told_by_text_and_changes_nothing(visit, workshop, make_booking, delivered):
    make_booking(workshop, email="", mobile=NUMBER, places=1)
    visitor = visit(workshop)
    visitor.answer(email="+44 7700 900123")
    pages = []
    texts = delivered(lambda: pages.append(visitor.confirm().content.decode()))

    assert "Check your text messages" in pages[0]
    assert "Nothing has changed" in texts[0]
    assert Booking.objects.count() == 1


def test_every_message_has_its_text_neutral_and_short(notify, make_workshop, make_booking):
    ours = {"email": "", "mobile": NUMBER}
    workshop = make_workshop(capacity=3)
    booking = make_booking(workshop, **ours, places=2)
    with pytest.raises(actions.AlreadyBooked):
        make_booking(workshop, **ours)
    actions.change_places(booking=booking, places=3)
    booking.refresh_from_db()
    emails.way_back(booking)
    for before in (timedelta(days=7), timedelta(hours=23)):
        with time_machine.travel(workshop.starts_at - before, tick=False):
            Booking.objects.update(changed_at=workshop.starts_at - timedelta(days=30))
            Booking.objects.update(confirmed_at=workshop.starts_at - timedelta(days=30))
            actions.send_reminders()
    actions.message_everyone(workshop=workshop, text="Bring a pen.", key="form", by=None)
    actions.decide(need=actions.ask_for(booking=booking, kind="bsl", people=1), decision="yes", answer="Yes.", by=None)
    actions.change(workshop=workshop, by=None, ends_at=workshop.ends_at + timedelta(minutes=30))
    actions.cancel(booking=booking)
    other = make_workshop(capacity=1)
    first = make_booking(other)
    waiting = make_booking(other, **ours)
    actions.cancel(booking=first)
    with time_machine.travel(timezone.now() + timedelta(hours=49), tick=False):
        actions.look_at_waiting_lists()
        actions.decline(offer=waiting.offers.open().get())
    actions.call_off(workshop=make_booking(make_workshop(), **ours).workshop, by=None)
    make_booking(make_workshop(), **ours, confirmed=False)
    apart = make_booking(make_workshop())
    actions.keep_apart(one=apart.email, other=NUMBER, by=None)
    with pytest.raises(actions.NotThisDate):
        make_booking(apart.workshop, **ours)

    texts = {
        row.kind.rsplit("/", 1)[1]: outbox._words_of(row).text
        for row in OutboxMessage.objects.filter(channel="text", state="queued")
    }
    assert sorted(texts) == KINDS
    for kind, text in texts.items():
        assert [word for word in TELLING if word in text.lower()] == [], kind
        assert not [mark for mark in ("{", "&#x27;", "None") if mark in text], kind
        # Notify sends no more than six parts of a text.
        assert len(text) <= 918, (kind, len(text))


def test_the_way_back_goes_to_the_number_that_booked(workshop, make_booking, delivered):
    booking = make_booking(workshop, email="", mobile=NUMBER)
    form = {"reference": booking.reference.lower(), "email": "07700 900123"}
    pages = []
    texts = delivered(lambda: pages.append(post("/workshops/find-booking/", **form).content.decode()))
    nobody = delivered(lambda: ask_for_way_back(reference=booking.reference, email="", mobile="+447700900124"))

    assert "Check your text messages" in pages[0]
    assert links.booking_address(booking).split("/")[1] in texts[0]
    assert nobody == []


def test_staff_book_by_number_on_the_phone_and_in_a_file(notify, workshop, staff, signed_in):
    browser = signed_in(staff(Role.COORDINATOR))
    phone = {"name": "Bo", "email": "07700 900123", "description": "parent", "places": "1", "key": "one"}
    browser.post(f"/workspace/workshops/{workshop.slug}/bookings/add/", phone)
    page = browser.get(f"/workspace/workshops/{workshop.slug}/bookings/").content.decode()

    # A spreadsheet takes the nought away, and writes a plus.
    file = "name,email,places,describes\nCy,7700900124,1,parent\nDi,+44 7700 900125,2,parent\n"
    found = read(io.BytesIO(file.encode()), size=len(file), workshop=workshop)
    assert [row["mobile"] for row in found.rows] == ["+447700900124", "+447700900125"]
    assert Booking.objects.get().mobile == NUMBER
    assert "By text message." in page
    assert NUMBER not in page


def test_a_calendar_file_for_a_number_names_nobody(notify, workshop, make_booking):
    booking = make_booking(workshop, email="", mobile=NUMBER)
    response = Client().get(links.booking_address(booking, "booking_calendar"))
    text = response.content.decode()

    assert "METHOD:PUBLISH" in text
    assert "method=PUBLISH" in response["Content-Type"]
    assert "ATTENDEE" not in text
    assert calendars.booking_file(booking) == text


def test_a_number_is_kept_apart_like_an_address(notify, workshop, make_booking):
    make_booking(workshop, email="ada@example.org")
    actions.keep_apart(one=NUMBER, other="ada@example.org", by=None)
    with pytest.raises(actions.NotThisDate):
        make_booking(workshop, email="", mobile=NUMBER)

    assert actions.look_at_waiting_lists() == 0


def test_the_database_keeps_one_contact_and_one_live_booking_for_each_number(workshop, make_booking):
    booking = make_booking(workshop, email="", mobile=NUMBER)
    with pytest.raises(IntegrityError):
        Booking.objects.filter(pk=booking.pk).update(email="a@example.org")


def test_nobody_is_annoyed_through_our_form(notify, workshop, visit):
    for number in range(outbox.MOST_TEXTS_A_DAY):
        outbox.store(kind="test", key=str(number), to=NUMBER, subject="", text="x", channel="text")
    visitor = visit(workshop)
    visitor.answer(email=NUMBER)

    assert visitor.confirm().status_code == 429
    assert not Booking.objects.exists()


def test_three_months_later_the_number_is_forgotten(notify, workshop, make_booking):
    make_booking(workshop, email="", mobile=NUMBER)
    with time_machine.travel(workshop.ends_at + timedelta(days=100), tick=False):
        actions.forget_old_bookings()

    assert Booking.objects.get().mobile == ""
    assert not OutboxMessage.objects.filter(to=NUMBER).exists()
