"""Hubs: where one walks in and talks to somebody. No champion is reached in any other way."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from champions import actions
from champions.choices import Kind
from champions.models import Venue
from home.models import HubIndexPage, HubPage, HubSession


@pytest.fixture
def hall(db) -> Venue:
    return Venue.objects.create(name="Secret Hall", address="7 Nowhere Lane", area="Catford, SE6")


@pytest.fixture
def hub(front_door, hall) -> HubPage:
    page = HubPage(
        slug="catford", title="Catford hub", area="Catford, SE6", address="1 High Street", step_free=True, venue=hall
    )
    page.sessions = [HubSession(weekday="TU", opens_at=time(15), closes_at=time(18, 30), what="Women only")]
    HubIndexPage.objects.get().add_child(instance=page)
    return page


def test_somebody_finds_where_and_when_to_walk_in(hub, visitor):
    assert "Tuesday, 3pm to 6:30pm" in visitor.get("/hubs/").content.decode()

    page = visitor.get(hub.url).content.decode()

    assert "1 High Street" in page
    assert "Tuesday, 3pm to 6:30pm (Women only)" in page
    assert "Ask for a community champion." in page
    assert "Step-free" in page


def test_find_support_leads_there(hub, visitor):
    assert 'href="/hubs/"' in visitor.get("/find-support/").content.decode()


def test_a_workshop_near_it_is_shown_without_the_place_where_it_is_held(hub, hall, visitor):
    starts = timezone.now() + timedelta(days=9)
    workshop = actions.create(
        kind=Kind.LOCAL, title="A workshop", venue=hall, facilitating_team="A team",
        starts_at=starts, ends_at=starts + timedelta(hours=4),
    )  # fmt: skip
    actions.publish(workshop=workshop, by=None)

    page = visitor.get(hub.url).content.decode()

    assert workshop.get_absolute_url() in page
    assert "Secret Hall" not in page
    assert "7 Nowhere Lane" not in page


def test_without_a_hub_the_page_still_helps(front_door, visitor):
    page = visitor.get("/hubs/").content.decode()

    assert "There is no hub yet." in page
    assert 'href="/find-support/"' in page


def test_a_time_that_ends_before_it_begins_is_explained():
    with pytest.raises(ValidationError, match="Choose a time after the first one"):
        HubSession(weekday="TU", opens_at=time(15), closes_at=time(14)).clean()


def test_comms_write_a_hub_and_the_list_stays(hub, staff, signed_in):
    index = HubIndexPage.objects.get()
    comms = signed_in(staff(Role.COMMS))

    assert comms.get(reverse("wagtailadmin_pages:add", args=["home", "hubpage", index.pk])).status_code == 200
    assert comms.get(reverse("wagtailadmin_pages:edit", args=[hub.pk])).status_code == 200
    signed_in(staff(Role.PUBLISHER)).post(reverse("wagtailadmin_pages:delete", args=[index.pk]))
    assert HubIndexPage.objects.exists()


def test_the_list_costs_the_same_for_few_and_many(hub, visitor, django_assert_max_num_queries):
    index = HubIndexPage.objects.get()
    for number in range(8):
        page = HubPage(slug=f"hub-{number}", title=f"Hub {number}", area="Lee", address="x")
        page.sessions = [HubSession(weekday="MO", opens_at=time(9), closes_at=time(10))]
        index.add_child(instance=page)
    visitor.get("/hubs/")

    with django_assert_max_num_queries(9):
        visitor.get("/hubs/")
