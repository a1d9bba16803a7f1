"""What everybody sees before they book (C4, C5, C16)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from champions.choices import Kind, Police
from champions.models import Workshop


@pytest.fixture
def page(client):
    return lambda address: client.get(address).content.decode()


def test_local_people_and_practitioners_each_find_their_card(page, make_workshop):
    make_workshop(kind=Kind.LOCAL)
    make_workshop(kind=Kind.PRACTITIONER)

    html = page("/workshops/")

    assert html.index("Local people") < html.index("People who work with young people")
    assert html.count("30 places left") == 2


def test_a_kind_without_dates_says_so(page, make_workshop):
    make_workshop(kind=Kind.LOCAL)

    assert "There are no dates yet" in page("/workshops/")


def test_a_workshop_tells_what_people_need_to_know(page, make_workshop):
    workshop = make_workshop(police_present=Police.LEARNING, guests="Lee Youth Forum")

    html = page(workshop.get_absolute_url())

    for fact in (
        "Local people", "Bellingham, SE6", "30 places left", "Crime Reduction Team", "Lee Youth Forum",
        "Police officers may come, to learn beside everyone else.", "Step-free", "hearing loop",
        "Understanding trauma", "Local services, and how to point people to them",
    ):  # fmt: skip
        assert fact in html


@pytest.mark.parametrize("address", ["/workshops/", "{slug}", "{slug}book/", "{slug}calendar.ics"])
def test_the_address_of_the_venue_stands_on_no_public_page(page, workshop, address):
    html = page(address.format(slug=workshop.get_absolute_url()))

    assert "Nowhere Lane" not in html
    assert "Bellingham Rooms" not in html
    assert "green bell" not in html


def test_a_draft_is_nowhere_to_be_found(client, make_workshop):
    workshop = make_workshop(state=Workshop.State.DRAFT)

    assert workshop.venue.area not in client.get("/workshops/").content.decode()
    assert client.get(workshop.get_absolute_url()).status_code == 404
    assert client.get(workshop.get_absolute_url() + "book/").status_code == 404
    assert client.get(workshop.get_absolute_url() + "calendar.ics").status_code == 404


def test_a_workshop_that_is_over_says_so_and_leads_on(page, workshop, begin):
    begin(workshop)

    html = page(workshop.get_absolute_url())

    assert "This workshop is over" in html
    assert "Book a place" not in html


def test_a_full_workshop_offers_its_waiting_list(page, make_workshop, make_booking):
    workshop = make_workshop(capacity=2)
    make_booking(workshop, places=2)

    assert "Full: waiting list" in page("/workshops/")
    assert "Join the waiting list" in page(workshop.get_absolute_url())


@pytest.mark.parametrize(
    ("starts_at", "shown"),
    [
        (datetime(2027, 3, 28, 9, tzinfo=UTC), "Sunday 28 March 2027, 10am to 2pm"),
        (datetime(2027, 3, 27, 10, tzinfo=UTC), "Saturday 27 March 2027, 10am to 2pm"),
        (datetime(2027, 10, 31, 10, tzinfo=UTC), "Sunday 31 October 2027, 10am to 2pm"),
        (datetime(2027, 10, 30, 9, 30, tzinfo=UTC), "Saturday 30 October 2027, 10:30am to 2:30pm"),
        (datetime(2027, 7, 3, 21, tzinfo=UTC), "Saturday 3 July 2027, 10pm to 2am the next day"),
        (datetime(2027, 1, 9, 12, tzinfo=UTC), "Saturday 9 January 2027, midday to 4pm"),
    ],
)
def test_ten_in_the_morning_is_ten_in_the_morning_when_the_clocks_change(page, make_workshop, starts_at, shown):
    workshop = make_workshop(starts_at=starts_at, ends_at=starts_at + timedelta(hours=4))

    assert shown in page(workshop.get_absolute_url())


def test_public_pages_set_no_cookie_and_need_no_session(client, workshop):
    for address in ("/workshops/", workshop.get_absolute_url(), workshop.get_absolute_url() + "book/"):
        response = client.get(address)

        assert response.status_code == 200
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


def test_the_list_costs_the_same_with_one_workshop_or_thirty(
    client, make_workshop, make_venue, django_assert_max_num_queries
):
    venue = make_venue()
    for _ in range(30):
        make_workshop(venue=venue)

    with django_assert_max_num_queries(3):
        client.get("/workshops/")


def test_a_workshop_page_costs_few_queries(client, workshop, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get(workshop.get_absolute_url())


def test_the_row_and_the_query_agree_on_what_is_open(make_workshop):
    now = timezone.now()
    soon, past = now + timedelta(minutes=5), now - timedelta(minutes=5)
    workshops = [make_workshop(state=state) for state in Workshop.State]
    workshops += [
        make_workshop(booking_opens_at=soon),
        make_workshop(booking_opens_at=past),
        make_workshop(booking_closes_at=past),
        make_workshop(booking_closes_at=soon),
        make_workshop(starts_at=past, booking_closes_at=soon, booking_opens_at=past),
    ]

    open_by_query = set(Workshop.objects.open_for_booking())

    assert {workshop for workshop in workshops if workshop.is_open} == open_by_query
    assert len(open_by_query) == 3
