"""Somebody who is signed in sees their own bookings and where they have been, and nobody else's."""

from champions import actions


def test_ben_sees_his_bookings_and_not_amaras(signed_in, make_user, workshop, make_booking):
    ben = make_user("ben@example.org")
    mine = make_booking(workshop, email="BEN@example.org")
    other = make_booking(workshop, email="amara@example.org")

    page = signed_in(ben).get("/my/bookings/").content.decode()

    assert mine.reference in page
    assert other.reference not in page


def test_a_cancelled_booking_leaves_the_page(signed_in, make_user, workshop, make_booking):
    ben = make_user("ben@example.org")
    booking = make_booking(workshop, email=ben.email)
    actions.cancel(booking=booking)

    page = signed_in(ben).get("/my/bookings/").content.decode()

    assert "You have no workshop booked" in page


def test_a_workshop_that_he_came_to_is_listed(signed_in, make_user, workshop, make_booking, begin):
    ben = make_user("ben@example.org")
    booking = make_booking(workshop, email=ben.email)
    begin(workshop)
    actions.record_attendance(workshop=workshop, came=[booking], by=None)

    assert workshop.title in signed_in(ben).get("/my/bookings/").content.decode()


def test_the_page_costs_the_same_however_many_bookings(
    signed_in, make_user, make_workshop, make_venue, make_booking, django_assert_max_num_queries
):
    ben, venue = make_user("ben@example.org"), make_venue()
    for _ in range(8):
        make_booking(make_workshop(venue=venue), email=ben.email)
    browser = signed_in(ben)

    with django_assert_max_num_queries(12):
        browser.get("/my/bookings/")
