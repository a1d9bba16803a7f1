"""Coordinators and trainers plan, publish, change and call off workshops."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from accounts.roles import Role
from champions import actions
from champions.models import AgendaItem, Venue, Workshop
from common import outbox
from common.models import OutboxMessage
from common.sealed import unseal
from services_directory.choices import OrganisationKind
from services_directory.models import Organisation


@pytest.fixture
def browser(signed_in, staff):
    return signed_in(staff(Role.COORDINATOR))


@pytest.fixture
def plan(make_venue) -> dict:
    day = timezone.localdate() + timedelta(days=30)
    return {
        "title": "Community champions workshop, Lee",
        "kind": "local",
        "summary": "Four hours together.",
        "day_day": day.day,
        "day_month": day.month,
        "day_year": day.year,
        "begins": "10:00",
        "finishes": "",
        "venue": make_venue(area="Lee, SE12").pk,
        "facilitating_team": "Crime Reduction Team",
        "police_present": "no",
        "guests": "",
        "capacity": "30",
        "minimum": "8",
    }


def test_a_coordinator_plans_publishes_and_people_can_book(browser, plan, client):
    browser.post("/workspace/workshops/new/", plan)
    workshop = Workshop.objects.get()
    assert workshop.state == Workshop.State.DRAFT
    assert client.get(workshop.get_absolute_url()).status_code == 404

    browser.post(f"/workspace/workshops/{workshop.slug}/state/", {"deed": "publish"})

    assert "Book a place" in client.get(workshop.get_absolute_url()).content.decode()


def test_guests_come_from_the_directory_or_are_written_down(browser, plan, client):
    youth, church = (
        Organisation.objects.create(name=name, kind=OrganisationKind.CHARITY) for name in ("Youth Forum", "A church")
    )
    visiting = {"guest_organisations": [youth.pk, church.pk], "guests": "Two barbers"}

    browser.post("/workspace/workshops/new/", plan | visiting)
    workshop = Workshop.objects.get()
    browser.post(f"/workspace/workshops/{workshop.slug}/state/", {"deed": "publish"})
    assert "A church, Youth Forum, Two barbers" in client.get(workshop.get_absolute_url()).content.decode()

    browser.post(f"/workspace/workshops/{workshop.slug}/", plan | visiting | {"guest_organisations": [church.pk]})
    assert "A church, Two barbers" in client.get(workshop.get_absolute_url()).content.decode()


def test_a_plan_becomes_four_hours_in_london_with_the_standard_agenda(browser, plan):
    browser.post("/workspace/workshops/new/", plan)

    workshop = Workshop.objects.get()
    assert workshop.hours == "10am to 2pm"
    assert workshop.starts_at - workshop.booking_closes_at == timedelta(hours=2)
    assert workshop.slug.startswith("lee-se12-")
    assert set(AgendaItem.objects.exclude(module="").values_list("module", flat=True)) == {
        "trauma", "bias", "restorative", "response", "signposting",
    }  # fmt: skip


def test_staff_say_when_booking_opens_and_closes(browser, plan, client):
    opens = timezone.localdate() + timedelta(days=3)
    asked = {"opens_on_day": opens.day, "opens_on_month": opens.month, "opens_on_year": opens.year}
    browser.post("/workspace/workshops/new/", plan | asked | {"closes_before": "48"})
    workshop = actions.publish(workshop=Workshop.objects.get(), by=None)

    page, form = (client.get(workshop.get_absolute_url() + end).content.decode() for end in ("", "book/"))
    assert timezone.localtime(workshop.booking_opens_at).strftime("%H:%M") == "00:00"
    assert timezone.localdate(workshop.booking_opens_at) == opens
    assert workshop.starts_at - workshop.booking_closes_at == timedelta(hours=48)
    assert "Booking has not opened yet" in page
    assert "Booking has not opened yet" in form
    with time_machine.travel(workshop.booking_opens_at, tick=False):
        assert "Book a place" in client.get(workshop.get_absolute_url()).content.decode()


def test_the_times_of_booking_stay_as_they_are_until_somebody_changes_them(browser, plan):
    browser.post("/workspace/workshops/new/", plan | {"closes_before": "48"})
    workshop = Workshop.objects.get()
    opens = timezone.localdate(workshop.booking_opens_at)
    as_shown = {"opens_on_day": opens.day, "opens_on_month": opens.month, "opens_on_year": opens.year}

    browser.post(f"/workspace/workshops/{workshop.slug}/", plan | as_shown | {"closes_before": "48", "begins": "15:00"})
    later = Workshop.objects.get()
    assert later.booking_opens_at == workshop.booking_opens_at
    assert later.starts_at - later.booking_closes_at == timedelta(hours=48)

    browser.post(f"/workspace/workshops/{workshop.slug}/", plan | as_shown | {"closes_before": ""})
    latest = Workshop.objects.get()
    assert latest.starts_at - latest.booking_closes_at == timedelta(hours=2)


def test_two_workshops_in_one_place_on_one_day_have_two_addresses(browser, plan):
    for begins in ("10:00", "15:00"):
        browser.post("/workspace/workshops/new/", plan | {"begins": begins})

    assert len({workshop.slug for workshop in Workshop.objects.all()}) == 2


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("capacity", "31", "A workshop holds 30 people at most"),
        ("capacity", "0", "A workshop needs at least 1 place"),
        ("capacity", "-5", "A workshop needs at least 1 place"),
        ("capacity", "many", "Enter the number of places, up to 30"),
        ("day_year", "2020", "Choose a day that is still to come"),
        ("day_day", "31 and a bit", "Enter a real date"),
        ("begins", "ten", "Enter a start time, like 10:00"),
        ("finishes", "25:99", "Enter an end time, like 14:00"),
        ("venue", "99999", "Choose"),
        ("title", "", "Enter a title"),
        ("closes_before", "0", "Enter a number that is 1 or more"),
        ("closes_before", "many", "Enter a whole number"),
        ("closes_before", "9999", "Enter a number that is 336 or less"),
        ("title", "x" * 500, "120"),
        ("kind", "party", "Choose one of the answers in the list"),
    ],
)
def test_a_wrong_field_gets_a_sentence_and_keeps_the_rest(browser, plan, field, value, sentence):
    page = browser.post("/workspace/workshops/new/", plan | {field: value}).content.decode()

    assert sentence in page
    assert "Four hours together." in page
    assert not Workshop.objects.exists()


def test_places_cannot_fall_below_what_is_promised(browser, plan, make_booking):
    browser.post("/workspace/workshops/new/", plan)
    workshop = Workshop.objects.get()
    actions.publish(workshop=workshop, by=None)
    make_booking(workshop, places=5)

    page = browser.post(f"/workspace/workshops/{workshop.slug}/", plan | {"capacity": "4"}).content.decode()

    workshop.refresh_from_db()
    assert "5 places are booked already" in page
    assert workshop.capacity == 30
    with pytest.raises(actions.TooManyBooked):
        actions.change(workshop=workshop, by=None, capacity=4)


def test_moving_a_workshop_tells_everybody_who_booked(browser, plan, make_booking):
    browser.post("/workspace/workshops/new/", plan)
    workshop = Workshop.objects.get()
    actions.publish(workshop=workshop, by=None)
    booking = make_booking(workshop)

    browser.post(f"/workspace/workshops/{workshop.slug}/", plan | {"begins": "11:30"})

    workshop.refresh_from_db()
    told = OutboxMessage.objects.get(kind="champions/emails/moved")
    assert workshop.hours == "11:30am to 3:30pm"
    assert workshop.starts_at - workshop.booking_closes_at == timedelta(hours=2)
    assert (told.to, told.version) == (booking.email, 1)


def test_those_who_wait_hear_of_the_new_date_too(make_workshop, make_booking):
    workshop = make_workshop(capacity=1)
    make_booking(workshop)
    waiting = make_booking(workshop)
    later = workshop.starts_at + timedelta(days=7)

    actions.change(workshop=workshop, by=None, starts_at=later, ends_at=later + timedelta(hours=4))

    told = OutboxMessage.objects.filter(kind="champions/emails/waiting", to=waiting.email).order_by("version")
    assert [message.version for message in told] == [0, 1]
    assert "has changed" in unseal(told[1].text, purpose=outbox.PURPOSE)


def test_saving_without_a_change_tells_nobody(browser, plan, make_booking):
    browser.post("/workspace/workshops/new/", plan)
    workshop = Workshop.objects.get()
    actions.publish(workshop=workshop, by=None)
    make_booking(workshop)

    browser.post(f"/workspace/workshops/{workshop.slug}/", plan | {"finishes": "14:00", "guests": "Somebody"})

    assert not OutboxMessage.objects.filter(kind="champions/emails/moved").exists()


@pytest.mark.parametrize(
    ("state", "deed", "then"),
    [
        ("draft", "publish", "open"),
        ("open", "publish", "open"),
        ("open", "close", "closed"),
        ("closed", "reopen", "open"),
        ("draft", "reopen", "draft"),
        ("open", "call_off", "cancelled"),
        ("cancelled", "publish", "cancelled"),
        ("cancelled", "reopen", "cancelled"),
        ("done", "call_off", "done"),
        ("open", "nonsense", "open"),
        ("open", "__class__", "open"),
    ],
)
def test_each_button_does_its_one_thing(browser, make_workshop, state, deed, then):
    workshop = make_workshop(state=state)
    browser.post(f"/workspace/workshops/{workshop.slug}/state/", {"deed": deed})

    workshop.refresh_from_db()
    assert workshop.state == then


def test_a_workshop_that_has_begun_cannot_be_changed(browser, plan, workshop, begin):
    begin(workshop)
    page = browser.post(f"/workspace/workshops/{workshop.slug}/", plan).content.decode()

    workshop.refresh_from_db()
    assert "cannot be changed" in page
    assert workshop.title != plan["title"]


def test_a_venue_is_added_and_its_address_is_for_staff(browser):
    browser.post("/workspace/workshops/new-venue/", {"name": "New Hall", "address": "1 Road", "area": "Lee, SE12"})

    assert Venue.objects.get().area == "Lee, SE12"


@pytest.mark.parametrize("path", ["", "new/", "new-venue/", "{slug}/"])
@pytest.mark.parametrize("role", [role for role in Role if role != Role.COORDINATOR])
def test_other_staff_cannot_plan(signed_in, staff, workshop, path, role):
    browser = signed_in(staff(role))

    assert browser.get("/workspace/workshops/" + path.format(slug=workshop.slug)).status_code == 403


def test_the_list_costs_the_same_however_many_there_are(
    browser, make_workshop, make_venue, make_booking, django_assert_max_num_queries
):
    venue = make_venue()
    for _ in range(12):
        workshop = make_workshop(venue=venue, capacity=1)
        make_booking(workshop)
        make_booking(workshop, places=2)

    with django_assert_max_num_queries(14):
        page = browser.get("/workspace/workshops/").content.decode()
    assert page.count("1 of 1") == 12
