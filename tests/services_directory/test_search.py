"""How the search ranks, what staff can teach it, and that it follows every change."""

import pytest

from services_directory import start
from services_directory.models import Synonym


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


def test_an_empty_directory_still_helps(client, index, search):
    page = search("anything").content.decode()

    assert 'href="tel:999"' in page
    assert 'href="tel:08001111"' in page


def test_staff_teach_the_search_a_situation(make_service, search, titles, need):
    make_service("Mentoring for all", needs=["exploited"])
    make_service("Another", needs=["bullied"])
    word = Synonym.objects.create(said="bredrin in trouble")
    word.needs.add(need("exploited"))
    word.save()

    assert titles(search("bredrin in big trouble")) == titles(search("bredrin in trouble")) == ["Mentoring for all"]


@pytest.mark.parametrize("typed", ["kingfihser", "kingfsher", "kingfishar", "king fisher", "Kingfisher's"])
def test_a_slip_of_the_finger_finds_it(make_service, search, titles, typed):
    make_service("Kingfisher")
    make_service("Aardvark")

    assert titles(search(typed)) == ["Kingfisher"]


def test_words_written_together_are_taken_apart(make_service, search, titles):
    make_service("Garden nights")
    make_service("Aardvark")

    assert titles(search("gardennights")) == ["Garden nights"]


def test_a_longer_phrase_says_more_than_its_words(make_service, search, titles, need):
    make_service("For parents", needs=["parent-help"])
    make_service("For all others", needs=["hurt-outside"])
    for said, code in {"wugged": "hurt-outside", "son wugged": "parent-help"}.items():
        Synonym.objects.create(said=said).needs.add(need(code))
    Synonym.objects.get(said="wugged").save()

    assert titles(search("my son wugged")) == ["For parents"]
    assert titles(search("wugged")) == ["For all others"]


def test_a_change_of_the_list_of_words_that_staff_made_is_kept(index):
    Synonym.objects.filter(said="beef").update(means="quarrel")
    Synonym.objects.get(said="weed").delete()
    start.load()

    assert Synonym.objects.get(said="beef").means == "quarrel"
    assert [need.code for need in Synonym.objects.get(said="county lines").needs.all()] == ["exploited"]
