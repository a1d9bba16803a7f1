"""The search understands people: slang, short forms, spelling, whole sentences."""

import pytest

from services_directory.models import Synonym

# What somebody types, and what has to be among the first three.
PEOPLE_SAY = {
    "cooth": "Kooth",
    "kooth": "Kooth",
    "councelling": "Kooth",
    "OT": "Rescue and Response: county lines support",
    "county line": "Rescue and Response: county lines support",
    "countylines": "Modern Slavery and Exploitation Helpline",
    "two phones": "Rescue and Response: county lines support",
    "get out of a gang": "Rescue and Response: county lines support",
    "beef": "Hospital youth workers",
    "domestik": "Athena",
    "domestik abuse": "Athena",
    "my boyfriend hits me": "Athena",
    "my husband beats me": "National Domestic Abuse Helpline",
    "forced marriage": "Athena",
    "angzity": "Kooth",
    "someone for my son to talk to": "Childline",
    "my son is missing": "Children: Multi-Agency Safeguarding Hub (MASH)",
    "nan being hit by carer": "Hourglass",
    "my brother was stabbed": "Hospital youth workers",
    "i want to die": "Samaritans",
    "suiside": "Samaritans",
    "self harm": "Shout",
    "bullied at school": "Childline",
    "nudes leaked": "CEOP: report something online",
    "snitch anonymously": "Crimestoppers and Fearless",
    "my mate got killed": "Support after murder or manslaughter",
    "alcahol": "FRANK",
    "breast feeding": "Infant feeding support",
    "CAHMS": "Young people's health and wellbeing; CAMHS",
    "nurse family partnership": "Family Nurse Partnership",
    "NVRP": "Non-Violent Resistance (NVR) parenting",
    "anger management": "Respect Phoneline",
    "childlien": "Childline",
    "gay and attacked": "Galop: LGBT+ helpline",
    "ATHENA!!!": "Athena",
}


def test_what_people_say_finds_what_they_mean(demo_directory, search, titles):
    missed = {words: titles(search(words))[:3] for words in PEOPLE_SAY}
    missed = {words: found for words, found in missed.items() if PEOPLE_SAY[words] not in found}

    assert missed == {}


def test_the_spelling_of_the_partnerships_papers_finds_the_service(demo_directory, search, titles):
    for words, title in {
        "Cooth online counselling support": "Kooth",
        "Street doctors; student medics": "StreetDoctors",
        "Nonviolence resistance programme (NVRP)": "Non-Violent Resistance (NVR) parenting",
        "Youth Offending Service": "Youth Justice Service",
    }.items():
        assert titles(search(words))[0] == title


def test_a_stem_finds_its_family(make_service, search, titles):
    make_service("Mentoring for all")

    assert titles(search("mentor")) == titles(search("mentors")) == ["Mentoring for all"]


def test_a_name_beats_a_mention(make_service, search, titles):
    make_service("Aardvark", description="We work with Kingfisher every day.")
    make_service("Kingfisher")

    assert titles(search("kingfisher")) == ["Kingfisher", "Aardvark"]


def test_staff_teach_the_search_a_word(make_service, search, titles):
    make_service("Mentoring for all")
    assert titles(search("bredrin")) == []

    Synonym.objects.create(said="bredrin", means="mentoring")

    assert titles(search("my bredrin")) == ["Mentoring for all"]


def test_a_change_to_a_service_is_found_at_once(make_service, search, titles):
    service = make_service("Old name")
    assert titles(search("kingfisher")) == []

    service.title = "Kingfisher"
    service.save()

    assert titles(search("kingfisher")) == ["Kingfisher"]


def test_an_unpublished_service_is_gone_at_once(make_service, search, titles):
    service = make_service("Kingfisher")
    assert titles(search("kingfisher")) == ["Kingfisher"]

    service.unpublish()

    assert titles(search("kingfisher")) == []


def test_filters_narrow_a_search_and_keep_its_order(client, make_service, search, titles):
    make_service("Boxing", by_phone=True)
    make_service("Boxing and more", description="boxing")
    make_service("Football", by_phone=True)
    address = search("boxing").request["PATH_INFO"]

    assert titles(client.get(address)) == ["Boxing", "Boxing and more"]
    assert titles(client.get(address, {"how": "3"})) == ["Boxing"]


def test_an_empty_search_leads_to_the_list(client):
    response = client.post("/find-support/results/", {"q": "  ", "place": ""})

    assert response["Location"] == "/find-support/"


@pytest.mark.parametrize("method", ["get", "head"])
def test_the_address_that_takes_the_words_leads_to_the_list_when_opened(client, method):
    assert getattr(client, method)("/find-support/results/")["Location"] == "/find-support/"
