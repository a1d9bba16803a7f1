"""Staff quietly keep two people apart: on every route to a place, and without telling either of the other."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.roles import Role
from champions import actions, links
from champions.models import Booking, KeptApart
from common import outbox
from common.models import AuditEntry, OutboxMessage
from common.sealed import unseal

ADA, BO = "ada@example.org", "bo@example.org"


@pytest.fixture
def pair(db) -> KeptApart:
    return actions.keep_apart(one="Bo@Example.org", other=ADA, by=None)


@pytest.fixture
def browser(signed_in, staff):
    return signed_in(staff(Role.COORDINATOR))


def post(address, **data):
    return Client().post(address, data, headers={"Origin": "http://testserver"})


def who_has_places(workshop) -> list[str]:
    return sorted(workshop.bookings.promised().values_list("email", flat=True))


# --- every route ---------------------------------------------------------------------------------------------------


def by_the_form(workshop, make_booking, make_workshop):
    make_booking(workshop, email="BO@example.org", confirmed=False)


def by_the_form_with_the_waiting_list_ticked(workshop, make_booking, make_workshop):
    make_booking(workshop, email=BO, may_wait=False)


def by_staff_on_the_phone(workshop, make_booking, make_workshop):
    actions.add_booking(workshop=workshop, by=None, name="Bo", description="parent", places=1, email=BO)


def by_moving(workshop, make_booking, make_workshop):
    actions.move_booking(booking=make_booking(make_workshop(), email=BO), to=workshop)


def by_staff_who_move_them(workshop, make_booking, make_workshop):
    actions.move_booking(booking=make_booking(make_workshop(), email=BO), to=workshop, by=object())


def by_a_late_link(workshop, make_booking, make_workshop):
    late = make_booking(make_workshop(), email=BO, confirmed=False)
    Booking.objects.filter(pk=late.pk).update(workshop=workshop, state=Booking.State.LAPSED, confirm_by=None)
    actions.confirm(booking=Booking.objects.get(pk=late.pk))


def by_coming_along(workshop, make_booking, make_workshop):
    actions.come_along(booking=make_booking(workshop, places=2), key="form", name="Bo", email=BO)


@pytest.mark.parametrize(
    "route",
    [
        by_the_form,
        by_the_form_with_the_waiting_list_ticked,
        by_staff_on_the_phone,
        by_moving,
        by_staff_who_move_them,
        by_a_late_link,
        by_coming_along,
    ],
)
@pytest.mark.parametrize("first", ["booked", "held", "along"])
def test_the_second_person_gets_no_place_by_any_route(pair, route, first, workshop, make_booking, make_workshop):
    if first == "along":
        friend = make_booking(workshop, places=2)
        actions.come_along(booking=friend, key="first", name="Ada", email=ADA)
    else:
        make_booking(workshop, email=ADA, confirmed=first == "booked")
    with pytest.raises((actions.NotThisDate, actions.RanOut)):
        route(workshop, make_booking, make_workshop)

    assert BO not in [email.lower() for email in who_has_places(workshop)]
    assert not workshop.bookings.seated().filter(guests__email=BO).exists()


def test_a_walk_in_is_not_signed_in_beside_them(pair, workshop, make_booking, begin, trainer, signed_in):
    make_booking(workshop, email=ADA)
    begin(workshop)
    page = signed_in(trainer).post(f"/my/workshops/{workshop.slug}/add/", {"name": "Bo", "email": BO}, follow=True)

    assert "Nobody was added. This person cannot be at this workshop" in page.content.decode()
    assert not workshop.attendance.exists()


def test_confirming_after_the_other_has_booked_puts_them_on_the_list(workshop, make_booking):
    bo = make_booking(workshop, email=BO, confirmed=False)
    make_booking(workshop, email=ADA)
    actions.keep_apart(one=ADA, other=BO, by=None)

    actions.confirm(booking=bo)

    workshop.refresh_from_db()
    assert (Booking.objects.get(pk=bo.pk).state, workshop.seats_taken) == ("waiting", 1)
    assert OutboxMessage.objects.get(kind="champions/emails/another_date").to == BO


def test_an_offer_is_not_taken_after_the_other_has_booked(make_workshop, make_booking):
    workshop = make_workshop(capacity=2)
    leaving, _ = make_booking(workshop), make_booking(workshop, email=ADA)
    bo = make_booking(workshop, email=BO)
    actions.cancel(booking=leaving)
    offer = bo.open_offer
    actions.keep_apart(one=ADA, other=BO, by=None)

    assert actions.claim(offer=offer).is_waiting

    workshop.refresh_from_db()
    assert (workshop.seats_taken, who_has_places(workshop)) == (1, [ADA])


def test_of_two_who_wait_one_is_asked_and_the_next_when_that_one_leaves(pair, make_workshop, make_booking):
    workshop = make_workshop(capacity=2)
    leaving = make_booking(workshop, places=2)
    ada, bo, other = (make_booking(workshop, email=email) for email in (ADA, BO, "cy@example.org"))

    actions.cancel(booking=leaving)
    assert [bool(row.open_offer) for row in (ada, bo, other)] == [True, False, True]

    actions.decline(offer=ada.open_offer)
    assert bo.open_offer


# --- what they are told --------------------------------------------------------------------------------------------


def test_the_second_person_hears_kindly_that_another_date_is_better_and_nothing_of_the_other(
    pair, visit, make_workshop, make_booking
):
    workshop, later = make_workshop(), make_workshop()
    make_booking(workshop, email=ADA, name="Ada Lovelace")
    visitor = visit(workshop)
    visitor.answer(email=BO)
    page = visitor.confirm().content.decode()
    again = visitor.confirm().content.decode()

    mail = OutboxMessage.objects.get(to=BO)
    text = unseal(mail.text, purpose=outbox.PURPOSE)
    assert "We have sent an email to" in page
    assert "We have sent an email to" in again
    assert "You did nothing wrong" in text
    assert "waiting list" in text
    assert "ada" not in (page + text + mail.subject).lower()
    bo = Booking.objects.get(email=BO)
    assert post(links.booking_address(bo, "move_booking"), workshop=later.pk).status_code == 303
    assert Booking.objects.get(email=BO).workshop == later


def test_the_screen_is_the_same_as_for_an_address_that_has_booked(pair, visit, make_workshop, make_booking):
    workshop = make_workshop()
    make_booking(workshop, email=ADA)
    pages = []
    for email in (ADA, BO):
        visitor = visit(workshop)
        visitor.answer(email=email)
        pages.append(visitor.confirm(wait="yes").content.decode().replace(email, ""))

    assert pages[0] == pages[1]


def test_a_date_that_is_not_for_them_is_not_among_the_dates_to_move_to(pair, make_workshop, make_booking):
    taken, free = make_workshop(), make_workshop(starts_at=timezone.now() + timedelta(days=30))
    make_booking(taken, email=ADA)
    bo = make_booking(make_workshop(starts_at=timezone.now() + timedelta(days=40)), email=BO)
    page = Client().get(links.booking_address(bo, "move_booking")).content.decode()

    assert free.day in page
    assert taken.day not in page


def test_everybody_else_books_as_ever(pair, workshop, make_booking):
    make_booking(workshop, email=ADA)

    assert make_booking(workshop).is_booked


def test_once_off_the_list_they_may_come_together(pair, workshop, make_booking):
    make_booking(workshop, email=ADA)
    actions.let_meet(pair=pair, by=None)

    assert make_booking(workshop, email=BO).is_booked


# --- staff ---------------------------------------------------------------------------------------------------------


def test_staff_note_two_people_once_and_the_log_names_neither(browser, db):
    for one, other in ((ADA, "BO@example.org"), (BO, ADA)):
        browser.post("/workspace/workshops/apart/", {"one": one, "other": other})
    page = browser.get("/workspace/workshops/apart/").content.decode()

    pair = KeptApart.objects.get()
    assert f"{ADA} and {BO}" in page
    log = " ".join(f"{row} {row.reason}" for row in AuditEntry.objects.all())
    assert AuditEntry.objects.filter(action="two people kept apart").count() == 1
    assert "example.org" not in log + str(pair)

    browser.post(f"/workspace/workshops/apart/{pair.pk}/")
    assert not KeptApart.objects.exists()


def test_staff_are_asked_after_a_year_whether_a_pair_is_still_needed(pair, browser):
    assert "Still needed?" not in browser.get("/workspace/workshops/apart/").content.decode()

    KeptApart.objects.update(created=timezone.now() - timedelta(days=366))

    assert "Still needed?" in browser.get("/workspace/workshops/apart/").content.decode()
    assert KeptApart.objects.exists()


@pytest.mark.parametrize(
    ("other", "message"),
    [("", "Enter an email address"), ("bo", "Enter an email address"), ("ADA@example.org", "two different addresses")],
)
def test_odd_pairs_are_explained(browser, other, message):
    page = browser.post("/workspace/workshops/apart/", {"one": ADA, "other": other}).content.decode()

    assert message in page
    assert not KeptApart.objects.exists()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.COORDINATOR])
def test_nobody_else_sees_the_list(pair, role, staff, signed_in):
    other = signed_in(staff(role))

    assert other.get("/workspace/workshops/apart/").status_code == 403
    assert other.post(f"/workspace/workshops/apart/{pair.pk}/").status_code == 403
    assert KeptApart.objects.exists()


def test_staff_see_it_on_who_has_booked_and_why_nobody_is_asked(pair, browser, workshop, make_booking):
    make_booking(workshop, email=ADA)
    with pytest.raises(actions.NotThisDate):
        make_booking(workshop, email=BO)
    page = browser.get(f"/workspace/workshops/{workshop.slug}/bookings/").content.decode()

    assert page.count(">Keep apart<") == 2
    assert "Whoever waits without an offer is kept apart from somebody who has a place." in page


def test_staff_who_add_or_move_them_are_told_why(pair, browser, make_workshop, make_booking):
    workshop = make_workshop()
    make_booking(workshop, email=ADA)
    bo = make_booking(make_workshop(), email=BO)
    phone = {"name": "Bo", "email": BO, "description": "parent", "places": "1", "key": "one"}
    pages = [
        browser.post(f"/workspace/workshops/{workshop.slug}/bookings/add/", phone),
        browser.post(
            f"/workspace/workshops/{bo.workshop.slug}/bookings/{bo.reference}/move/", {"workshop": workshop.pk}
        ),
    ]

    for page in pages:
        assert "Somebody has a place there from whom this person is kept apart." in page.content.decode()


def test_somebody_who_waits_because_of_it_does_not_keep_the_sweep_busy(pair, workshop, make_booking):
    make_booking(workshop, email=ADA)
    with pytest.raises(actions.NotThisDate):
        make_booking(workshop, email=BO)

    assert actions.look_at_waiting_lists() == 0


# --- whatever happens, in whatever order ---------------------------------------------------------------------------

STEP = st.tuples(st.sampled_from(["book", "hold", "cancel", "move", "confirm", "yes", "later"]), st.integers(0, 3))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, min_size=4, max_size=14))
def test_they_never_have_places_at_the_same_workshop(make_workshop, make_booking, transactional_steps, steps):
    with transactional_steps():
        actions.keep_apart(one=ADA, other=BO, by=None)
        workshops = [make_workshop(capacity=2), make_workshop(capacity=1)]
        for deed, number in steps:
            _do(deed, workshops[number % 2], (ADA, BO)[number // 2], workshops, make_booking)
            for workshop in workshops:
                assert not {ADA, BO} <= set(who_has_places(workshop)), (deed, number)


def _do(deed, workshop, email, workshops, make_booking) -> None:
    theirs = workshop.bookings.live().by_email(email).first()
    try:
        if deed in ("book", "hold"):
            make_booking(workshop, email=email, confirmed=deed == "book")
        elif deed == "later":
            with time_machine.travel(timezone.now() + timedelta(hours=49)):
                actions.look_at_waiting_lists()
        elif theirs and deed == "move":
            actions.move_booking(booking=theirs, to=workshops[0] if workshop == workshops[1] else workshops[1])
        elif theirs and deed == "yes" and theirs.open_offer:
            actions.claim(offer=theirs.open_offer)
        elif theirs and deed in ("cancel", "confirm"):
            getattr(actions, deed)(booking=theirs)
    except actions.Refused:
        pass


@pytest.fixture
def transactional_steps(db):
    """Each example begins with an empty table."""

    @contextmanager
    def one():
        with transaction.atomic():
            yield
            transaction.set_rollback(True)

    return one
