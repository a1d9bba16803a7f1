"""What people take home: the directory of that very day, whom to ring, and what we say together."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader
from wagtail.models import Site

from accounts.roles import Role
from champions import actions, links
from common.models import EmergencyContact, KeyMessage, Need
from services_directory import start
from services_directory.choices import AsksStatus, Cost, NameNeeded, OrganisationKind, TellsOthers
from services_directory.models import Organisation, Phone, ServiceIndexPage, ServicePage
from services_directory.on_paper import by_need


@pytest.fixture
def make_service(vocabulary):
    """A service that anybody may see, for the given situations."""
    start.load()
    home = Site.objects.get(is_default_site=True).root_page
    index = home.add_child(instance=ServiceIndexPage(title="Services", slug="services"))
    provider = Organisation.objects.create(name="Talk Lewisham", kind=OrganisationKind.CHARITY)

    def make(title: str, *needs: str, **overrides) -> ServicePage:
        facts = {
            "summary": "Somebody listens.",
            "checked_on": timezone.localdate(),
            "checked_by": "the directory team",
            "name_needed": NameNeeded.NO,
            "tells_others": TellsOthers.DANGER,
            "asks_status": AsksStatus.NO,
            "cost": Cost.FREE,
            "organisation": provider,
        }
        service = ServicePage(title=title, **{**facts, **overrides})
        service.phones.set([Phone(number="020 7946 0000")])
        service.needs = list(Need.objects.filter(code__in=needs))
        return index.add_child(instance=service)

    return make


@pytest.fixture
def pack(signed_in, trainer):
    browser = signed_in(trainer)
    return lambda workshop: browser.get(f"/my/workshops/{workshop.slug}/pack.pdf")


def pages(response) -> list[str]:
    assert response["Content-Type"] == "application/pdf"
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(response.content)).pages]


def titles(sections: list[dict]) -> dict[str, list[str]]:
    return {part["need"]: [service["title"] for service in part["services"]] for part in sections}


def test_it_has_the_services_of_today_under_each_situation(pack, workshop, make_service):
    make_service("A place to talk", "hurt-at-home")
    text = " ".join(pages(pack(workshop)))

    assert Need.objects.get(code="hurt-at-home").name in text
    assert "A place to talk" in text
    assert "020 7946 0000" in text
    assert "Checked on" in text


def test_what_left_the_website_is_not_in_it(make_service):
    make_service("Right", "hurt-at-home")
    make_service("Stale", "hurt-at-home", checked_on=timezone.localdate() - timedelta(days=800))
    make_service("Draft", "hurt-at-home", live=False)

    assert list(titles(by_need()[0]).values()) == [["Right"]]


def test_it_follows_the_directory_at_once(pack, workshop, make_service):
    service = make_service("A place to talk", "hurt-at-home")
    assert "A place to talk" in " ".join(pages(pack(workshop)))
    service.unpublish()

    assert "A place to talk" not in " ".join(pages(pack(workshop)))


def test_help_for_people_who_use_abuse_is_on_a_page_of_its_own(pack, workshop, make_service):
    make_service("Survivors first", "hurt-at-home")
    make_service("Time to change", "own-behaviour", "hurt-at-home")
    sections, apart = by_need()
    text = pages(pack(workshop))

    assert [part["services"][0]["title"] for part in apart] == ["Time to change"]
    assert "Time to change" not in str(sections)
    assert [("Survivors first" in page, "Time to change" in page) for page in text[-2:]] == [
        (True, False),
        (False, True),
    ]


def test_a_service_for_no_named_situation_is_not_lost(make_service):
    make_service("Everything else")

    assert titles(by_need()[0]) == {"More help": ["Everything else"]}


def test_every_emergency_number_and_every_message_is_in_it(pack, workshop, vocabulary):
    message = KeyMessage.objects.first()
    KeyMessage.objects.filter(pk=message.pk).update(wording="These words are agreed.")
    text = " ".join(pages(pack(workshop)))

    numbers = list(EmergencyContact.objects.values_list("phone", flat=True))
    assert numbers
    assert all(number in text for number in numbers)
    assert all(name in text for name in KeyMessage.objects.values_list("name", flat=True))
    assert "These words are agreed." in text
    assert text.count("The official words are not agreed yet.") == KeyMessage.objects.count() - 1


def test_it_is_tagged_for_screen_readers(pack, workshop, make_service):
    make_service("A place to talk", "hurt-at-home")
    catalogue = PdfReader(BytesIO(pack(workshop).content)).trailer["/Root"]

    assert b"pdfuaid:part" in catalogue["/Metadata"].get_data()


def test_somebody_who_came_gets_it_again(client, workshop, make_booking, begin, vocabulary):
    came, stayed_away = make_booking(workshop), make_booking(workshop)
    begin(workshop)
    actions.record_attendance(workshop=workshop, came=[came], by=None)
    actions.finish(workshop=workshop, by=None)
    address = links.booking_address(came, "booking_pack")

    assert "/pack.pdf" in client.get(links.booking_address(came)).content.decode()
    assert "Help near you" in pages(client.get(address))[0]
    assert client.get(links.booking_address(stayed_away, "booking_pack")).status_code == 410


def test_it_is_reached_from_the_workshops_own_pages(signed_in, trainer, workshop, begin):
    browser, own = signed_in(trainer), f"/workspace/workshops/{workshop.slug}/"
    address = f"/my/workshops/{workshop.slug}/pack.pdf"
    assert address in browser.get(own).content.decode()
    begin(workshop)

    assert address in browser.get(own).content.decode()
    assert address in browser.get(f"/my/workshops/{workshop.slug}/").content.decode()


def test_other_staff_do_not_print_it_from_here(signed_in, staff, workshop):
    assert signed_in(staff(Role.COMMS)).get(f"/my/workshops/{workshop.slug}/pack.pdf").status_code == 403


def test_it_costs_the_same_for_any_number(make_service, django_assert_max_num_queries):
    for number in range(12):
        make_service(f"Service {number}", "hurt-at-home")
    by_need()

    with django_assert_max_num_queries(5):
        by_need()
