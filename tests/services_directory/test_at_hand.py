"""What was drawn a moment ago is drawn again without being read, and is never old."""

import pytest

from services_directory import at_hand
from services_directory.models import Organisation, Phone, ServicePage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_at_hand(monkeypatch):
    monkeypatch.setattr(at_hand, "_at_hand", {})


@pytest.fixture
def kingfisher(make_service):
    body = Organisation.objects.create(name="Riverside Trust")
    return make_service("Kingfisher", organisation=body, phones=["101"])


@pytest.fixture
def drawn(client, kingfisher):
    """The list as somebody meets it, who is not the first."""
    client.get("/find-support/")
    return lambda: client.get("/find-support/").content.decode()


def test_a_list_that_was_drawn_before_reads_no_service(client, drawn, django_assert_num_queries):
    drawn()
    with django_assert_num_queries(3):
        drawn()


@pytest.mark.parametrize("change", ["title", "summary", "area"])
def test_a_change_shows_at_once(drawn, kingfisher, change):
    setattr(kingfisher, change, "Somewhere new")
    kingfisher.save()

    assert "Somewhere new" in drawn()


def test_a_new_number_shows_at_once(drawn, kingfisher):
    service = ServicePage.objects.get(pk=kingfisher.pk)
    service.phones.set([Phone(number="020 7946 0999")])
    service.save_revision().publish()

    assert "020 7946 0999" in drawn()


def test_a_new_name_of_the_provider_shows_at_once(drawn, kingfisher):
    kingfisher.organisation.name = "Lakeside Trust"
    kingfisher.organisation.save()

    page = drawn()
    assert "Lakeside Trust" in page
    assert "Riverside Trust" not in page


def test_what_has_left_the_site_is_not_drawn(drawn, kingfisher):
    kingfisher.unpublish()

    assert "Kingfisher" not in drawn()


def test_a_process_keeps_no_more_than_it_may(monkeypatch, make_service, client):
    monkeypatch.setattr(at_hand, "MOST", 25)
    for number in range(50):
        make_service(f"Service {number:02}")

    pages = [client.get(f"/find-support/?page={page}").content.decode() for page in (1, 2, 3, 1)]

    assert len(at_hand._at_hand) <= 25
    assert "Service 00" in pages[3]
