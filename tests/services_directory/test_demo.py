"""The demo directory: every programme that the partnership names, and nothing that pretends to be checked."""

import pytest
from wagtail.models import Site

from services_directory import demo
from services_directory.models import Organisation, ServiceAtLocation, ServicePage, Synonym

# Research, users.md 2.4, column "Use this name"; held and historic rows left out.
NAMED = [
    "Trusted adults and community champions",
    "Universal schools safety programme",
    "Safe Havens",
    "Healthy Relationships strategy",
    "Prevent-Protect-Repair",
    "Schools: PSHE and safety",
    "Responsible retailer agreement",
    "Unconscious bias training",
    "Infant feeding support",
    "Family Nurse Partnership",
    "Family Hubs and children's centres",
    "Parenting support",
    "StreetDoctors",
    "Youth Justice Service",
    "Functional Family Therapy",
    "Community organisations",
    "Kooth",
    "Hospital youth workers",
    "Non-Violent Resistance (NVR) parenting",
    "Young people's health and wellbeing; CAMHS",
    "Choices and Consequences",
    "Violence Reduction Team",
    "Athena",
    "CODA: Children Overcoming Domestic Abuse",
    "Missing, exploited and trafficked panel",
    "Rescue and Response: county lines support",
    "Change programme for people using abuse",
    "Police: 999, 101, online",
    "Safe knife disposal",
    "Probation and youth justice",
    "Protective orders and legal help",
    "Stop the Violence",
    "Complex safeguarding hub",
    "Safer Lewisham Business Partnership",
    "999: police, ambulance or fire",
    "Children: Multi-Agency Safeguarding Hub (MASH)",
    "Adults: the Adult Gateway",
    "Childline",
    "NSPCC Helpline",
    "National Domestic Abuse Helpline",
    "Men's Advice Line",
    "Galop: LGBT+ helpline",
    "Victim Support",
    "Samaritans",
    "Shout",
    "Crimestoppers and Fearless",
    "Modern Slavery and Exploitation Helpline",
    "Support after murder or manslaughter",
]


def test_every_named_programme_is_there(demo_directory):
    there = set(ServicePage.objects.published().values_list("title", flat=True))

    assert set(NAMED) - there == set()


def test_what_is_held_or_historic_is_not(demo_directory):
    assert not ServicePage.objects.filter(title__icontains="restorative").exists()
    assert not ServicePage.objects.filter(title__icontains="case study").exists()


def test_every_entry_says_that_nobody_has_checked_it(demo_directory):
    assert not ServicePage.objects.exclude(demo=True, checked_on=None).exists()


def test_on_a_real_site_none_of_it_shows(demo_directory, settings):
    settings.DEMO = False

    assert not ServicePage.objects.published().exists()


def test_every_situation_leads_to_somebody_who_can_be_reached(demo_directory):
    services = ServicePage.objects.published()

    unreachable = [
        need.name
        for need in services.their_needs()
        if need.code != "join-in"
        and not any(
            service.phones.exists() or service.website
            for service in services.helping_with([need.pk]).exclude(referral="professionals")
        )
    ]

    assert unreachable == []
    assert services.their_needs().count() == 17


def test_help_to_change_has_no_other_situation(demo_directory):
    for service in ServicePage.objects.for_own_behaviour():
        assert [need.code for need in service.needs.all()] == ["own-behaviour"]


def test_loading_it_again_changes_nothing(demo_directory):
    athena = ServicePage.objects.get(slug="athena")
    athena.summary = "Staff wrote this."
    athena.save()
    before = (ServicePage.objects.count(), Organisation.objects.count(), Synonym.objects.count())

    demo.load(Site.objects.get(is_default_site=True).root_page)

    assert (ServicePage.objects.count(), Organisation.objects.count(), Synonym.objects.count()) == before
    assert ServicePage.objects.get(slug="athena").summary == "Staff wrote this."


@pytest.mark.parametrize("slug", list(demo.entries()))
def test_a_summary_is_short_enough_for_a_card(slug):
    assert len(demo.entries()[slug]["summary"]) <= 140


def test_every_page_of_the_demo_opens(client, demo_directory):
    for service in ServicePage.objects.published():
        assert client.get(service.address).status_code == 200


def test_what_is_reached_online_has_an_online_place_and_a_door_says_that_it_is_made_up(demo_directory):
    places = ServiceAtLocation.objects.select_related("location", "service")
    doors = [place for place in places if not place.location.is_virtual]

    assert {place.location.location_type for place in places} == {"virtual", "physical"}
    assert [door.location.name for door in doors if not door.location.name.startswith("Made-up ")] == []
    assert {door.service.title for door in doors} == {"Safe Havens"}
    assert "Kooth" in {place.service.title for place in places}
