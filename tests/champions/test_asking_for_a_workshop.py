"""Somebody asks for a workshop where they live, staff look into the place, and the asker follows it by a link."""

import pytest
from django.test import Client

from accounts.roles import Role
from champions import links
from champions.models import PlaceScoping
from common.models import OutboxMessage

WISH = {
    "is_adult": "yes", "place": "The Honor Oak Estate", "why": "Many of us would come.", "name": "Amara",
    "email": "amara@example.org", "key": "one-form",
}  # fmt: skip


def ask(**overrides):
    return Client().post("/workshops/ask/", WISH | overrides, headers={"Origin": "http://testserver"})


@pytest.fixture
def browser(signed_in, staff):
    return signed_in(staff(Role.COORDINATOR))


def test_asking_once_or_twice_makes_one_record_and_one_mail(db, client):
    first, second = ask(), ask()
    page = client.get(first["Location"])

    assert PlaceScoping.objects.count() == 1
    assert first.status_code == second.status_code == 303
    assert OutboxMessage.objects.filter(kind="champions/emails/asked").count() == 1
    assert "We have it, and will read it soon" in page.content.decode()
    assert not page.cookies


def test_somebody_under_18_is_asked_for_nothing_and_nothing_is_kept(db):
    assert ask(is_adult="no", email="", place="")["Location"] == "/workshops/young-people/"
    assert not PlaceScoping.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"place": ""}, {"place": "x" * 121}, {"email": "nobody"}, {"why": "x" * 501}, {"website": "https://x"},
     {"ward": "999"}, {"is_adult": ""}, {"name": ""}],
)  # fmt: skip
def test_a_wrong_answer_gets_a_sentence_and_keeps_the_rest(db, wrong):
    page = ask(**wrong).content.decode()

    assert "<title>Error: " in page
    assert "Many of us would come." in page or "why" in wrong
    assert not PlaceScoping.objects.exists()


def test_from_a_wish_to_a_date_that_the_asker_can_book(browser, client, workshop):
    own = ask()["Location"]
    wish = PlaceScoping.objects.get()
    assert "The Honor Oak Estate" in browser.get("/workspace/workshops/places/").content.decode()
    found_out = {"readiness": "growing", "organisations": "The tenants' hall", "notes": "Met twice", "answer": ""}
    browser.post(f"/workspace/workshops/places/{wish.pk}/", found_out | {"state": "looking"})
    browser.post(f"/workspace/workshops/places/{wish.pk}/", found_out | {"state": "looking", "notes": "Met again"})
    browser.post(f"/workspace/workshops/places/{wish.pk}/", found_out | {"state": "looking", "workshop": workshop.pk})

    page = client.get(own).content.decode()
    wish.refresh_from_db()
    assert wish.state == "scheduled"
    assert workshop.get_absolute_url() in page
    assert "Met" not in page
    assert "tenants" not in page
    versions = OutboxMessage.objects.filter(kind="champions/emails/asked").values_list("version", flat=True)
    assert sorted(versions) == [0, 1, 2]


def test_scheduled_needs_a_workshop(browser, db):
    ask()
    wish = PlaceScoping.objects.get()
    posted = {"readiness": "ready", "state": "scheduled", "organisations": "", "notes": "", "answer": ""}
    page = browser.post(f"/workspace/workshops/places/{wish.pk}/", posted).content.decode()

    assert "Choose the workshop that is scheduled" in page


def test_a_changed_link_gets_help(client, db):
    ask()
    address = links.scoping_address(PlaceScoping.objects.get())

    assert client.get(address[:-5] + "AAAA/").status_code == 410


@pytest.mark.parametrize("page", ["", "1/"])
def test_other_staff_see_none_of_it(signed_in, staff, page):
    assert signed_in(staff(Role.COMMS)).get(f"/workspace/workshops/places/{page}").status_code == 403


def test_the_list_costs_the_same_however_many_asked(browser, db, django_assert_max_num_queries):
    for number in range(12):
        ask(key=f"form-{number}")
    with django_assert_max_num_queries(9):
        browser.get("/workspace/workshops/places/")
