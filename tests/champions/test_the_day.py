"""The sign-in list: who may open it, what it marks, and what follows."""

import pytest
from django.test import Client

from accounts.roles import Role
from champions import actions
from champions.models import Invitation, TrainingRecord, Workshop
from common.models import AuditEntry, OutboxMessage


@pytest.fixture
def day(workshop, make_booking, begin):
    """A workshop that has begun, with three bookings."""
    bookings = [make_booking(workshop, name=name, places=places) for name, places in (("Ana", 1), ("Bo", 3), ("Cy", 1))]
    begin(workshop)
    workshop.booked = bookings
    return workshop


@pytest.fixture
def browser(signed_in, trainer) -> Client:
    return signed_in(trainer)


def address(workshop, page="") -> str:
    return f"/my/workshops/{workshop.slug}/{page}"


def test_a_trainer_sees_who_booked_but_no_contact(browser, day):
    page = browser.get(address(day)).content.decode()

    assert all(booking.name in page and booking.reference in page for booking in day.booked)
    assert "@example.org" not in page.replace("trainer@example.org", "")


def test_a_trainer_marks_who_came_and_the_training_record_is_written(browser, day, trainer):
    ana, _bo, cy = day.booked
    browser.post(address(day), {"came": [ana.pk, cy.pk]})

    records = TrainingRecord.objects.order_by("name")
    day.refresh_from_db()
    assert [(record.name, record.kind, record.recorded_by) for record in records] == [
        ("Ana", day.kind, trainer),
        ("Cy", day.kind, trainer),
    ]
    assert day.state == Workshop.State.RUNNING
    assert AuditEntry.objects.filter(action="attendance marked", actor=trainer).exists()


def test_a_wrong_tick_can_be_taken_back(browser, day):
    ana, bo, _cy = day.booked
    browser.post(address(day), {"came": [ana.pk, bo.pk]})
    browser.post(address(day), {"came": [bo.pk], "seen": [ana.pk, bo.pk]})

    assert TrainingRecord.objects.get().name == "Bo"


def test_saving_twice_writes_one_record(browser, day):
    for _ in range(2):
        browser.post(address(day), {"came": [day.booked[0].pk]})

    assert TrainingRecord.objects.count() == 1


def test_a_trainer_reads_how_many_may_walk_in(browser, day):
    type(day).objects.filter(pk=day.pk).update(capacity=6)
    assert "1 place free for people who walk in" in browser.get(address(day)).content.decode()
    for name in ("Dee", "Ed", "Flo", "Gus", "Hal", "Ida"):
        actions.add_attendee(workshop=day, name=name, email="", by=None)

    assert "No place is free for people who walk in" in browser.get(address(day)).content.decode()


def test_somebody_from_a_group_is_added_by_name_and_email(browser, day):
    answer = browser.post(address(day, "add/"), {"name": "Dee", "email": "dee@example.org"}, follow=True)

    assert "Dee is signed in." in answer.content.decode()
    assert TrainingRecord.objects.get().email == "dee@example.org"


def test_a_person_is_added_once(browser, day):
    for email in ("dee@example.org", "DEE@example.org"):
        browser.post(address(day, "add/"), {"name": "Dee", "email": email})

    assert TrainingRecord.objects.count() == 1


def test_somebody_who_gives_no_address_is_signed_in_by_name(browser, day):
    page = browser.post(address(day, "add/"), {"name": "Dee", "email": ""}, follow=True).content.decode()
    browser.post(address(day, "add/"), {"name": "Ed", "email": ""})

    assert "Dee is signed in." in page
    assert [record.email for record in TrainingRecord.objects.all()] == ["", ""]
    browser.post(address(day, "finish/"))
    assert not Invitation.objects.exists()


def test_the_same_name_without_an_address_is_asked_about(browser, day):
    for _ in range(2):
        page = browser.post(address(day, "add/"), {"name": "dee", "email": ""}).content.decode()

    assert "Somebody of that name is signed in already." in page
    assert 'value="dee"' in page
    assert TrainingRecord.objects.count() == 1


def test_a_wrong_address_keeps_what_was_typed(browser, day):
    page = browser.post(address(day, "add/"), {"name": "Dee", "email": "nobody"}).content.decode()

    assert 'value="Dee"' in page
    assert "Enter an email address, like name@example.org" in page
    assert "<title>Error: " in page


def test_no_more_people_are_signed_in_than_the_room_holds(make_workshop, make_booking, begin, browser):
    workshop = make_workshop(capacity=1)
    make_booking(workshop, email="ana@example.org")
    begin(workshop)
    browser.post(address(workshop, "add/"), {"name": "Bo", "email": "bo@example.org"})
    page = browser.post(address(workshop, "add/"), {"name": "Cy", "email": "cy@example.org"}, follow=True)

    assert "The room is full" in page.content.decode()
    assert TrainingRecord.objects.count() == 1


def test_finishing_sends_everybody_who_came_their_own_link_once(browser, day):
    browser.post(address(day), {"came": [booking.pk for booking in day.booked]})
    assert not Invitation.objects.exists()

    browser.post(address(day, "finish/"))
    browser.post(address(day, "finish/"))

    day.refresh_from_db()
    assert day.state == Workshop.State.DONE
    assert OutboxMessage.objects.filter(kind="champions/emails/invited_to_join").count() == 3


def test_somebody_added_after_the_end_gets_their_link_at_once(browser, day):
    browser.post(address(day, "finish/"))
    browser.post(address(day, "add/"), {"name": "Dee", "email": "dee@example.org"})

    assert OutboxMessage.objects.get(kind="champions/emails/invited_to_join").to == "dee@example.org"


def test_nobody_is_signed_in_days_before(browser, workshop, make_booking):
    booking = make_booking(workshop)
    answer = browser.post(address(workshop), {"came": [booking.pk]}, follow=True)

    assert "from one hour before the start" in answer.content.decode()
    assert not TrainingRecord.objects.exists()


def test_a_workshop_called_off_has_no_attendance(workshop, make_booking, begin):
    booking = make_booking(workshop)
    actions.call_off(workshop=workshop, by=None)
    begin(workshop)

    with pytest.raises(actions.NotOpen):
        actions.record_attendance(workshop=workshop, came=[booking], by=None)


def test_a_booking_of_another_workshop_cannot_be_ticked(browser, day, make_workshop, make_booking):
    stranger = make_booking(make_workshop())
    page = browser.post(address(day), {"came": [stranger.pk]}).content.decode()

    assert "The list below is up to date now" in page
    assert not TrainingRecord.objects.exists()


@pytest.mark.parametrize("page", ["", "add/", "finish/"])
@pytest.mark.parametrize("role", [role for role in Role if role != Role.COORDINATOR])
def test_other_staff_cannot_open_the_list(signed_in, staff, day, page, role):
    assert signed_in(staff(role)).post(address(day, page)).status_code == 403


@pytest.mark.parametrize("path", ["/my/workshops/", "/my/workshops/x/", "/workspace/workshops/", "/my/bookings/"])
def test_visitors_are_asked_to_sign_in(client, db, path):
    response = client.get(path)

    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/")


def test_the_list_costs_the_same_for_any_number(browser, make_workshop, make_booking, django_assert_max_num_queries):
    workshop = make_workshop()
    for _ in range(25):
        make_booking(workshop)

    with django_assert_max_num_queries(14):
        browser.get(address(workshop))
    with django_assert_max_num_queries(12):
        browser.get("/my/workshops/")
