"""One service on one page: what it is, how to reach it, and who will know."""

import pytest

from services_directory.choices import PhoneType, Referral, TellsOthers
from services_directory.models import Phone

FIVE = [
    "Do I have to give my name?",
    "Who runs it?",
    "When would they tell someone else?",
    "Will they ask about immigration status?",
    "Does it cost anything?",
]


def test_the_five_answers_stand_before_the_facts(client, make_service):
    service = make_service(tells_others=TellsOthers.AGREED, tells_others_text="They tell you first")

    page = client.get(service.address).content.decode()

    places = [page.index(question) for question in FIVE]
    assert places == sorted(places)
    assert places[-1] < page.index("Good to know")
    assert "Only if you agree, or if someone is in danger. They tell you first." in page
    assert "A charity: Talk Lewisham." in page


def test_what_nobody_knows_reads_ask_first(client, make_service):
    service = make_service(name_needed="", tells_others="", asks_status="", cost="", organisation=None)

    page = client.get(service.address).content.decode()

    assert page.count("<dd>Not known: ask first.</dd>") == 5
    assert "<dt>Not known: ask first</dt>" in page
    assert "Languages" in page


def test_a_number_is_seen_and_rings(client, make_service):
    service = make_service(phones=["0808 2000 247"])

    page = client.get(service.address).content.decode()

    assert '<a class="number" href="tel:08082000247">0808 2000 247</a>' in page
    assert "it may show on your phone" in page


def test_a_number_for_texts_starts_a_text(client, make_service):
    service = make_service(phones=[])
    Phone.objects.create(service=service, number="85258", type=PhoneType.TEXT)

    assert 'Text <a class="number" href="sms:85258">85258</a>' in client.get(service.address).content.decode()


def test_the_page_asks_for_nothing(client, make_service):
    page = client.get(make_service().address).content.decode()

    assert "<input" not in page
    assert "<textarea" not in page


def test_danger_comes_with_the_silent_way(client, make_service):
    page = client.get(make_service().address).content.decode()

    assert 'href="tel:999"' in page
    assert "press <strong>55</strong>" in page


def test_a_service_by_referral_says_who_can_ask(client, make_service):
    page = client.get(make_service(referral=Referral.REFERRED).address).content.decode()

    assert "You cannot sign up for this yourself" in page


@pytest.mark.parametrize(
    ("youngest", "oldest", "words"),
    [
        (None, None, ""),
        (0, None, "Any age"),
        (13, None, "13 and over"),
        (None, 25, "Up to 25"),
        (0, 4, "Up to 4"),
        (11, 18, "11 to 18"),
        (0.5, 2, "0.5 to 2"),
    ],
)
def test_ages_are_said_in_words(make_service, youngest, oldest, words):
    service = make_service(minimum_age=youngest, maximum_age=oldest)
    service.refresh_from_db()

    assert service.ages == words


def test_the_title_is_the_name_and_the_site_and_nothing_else(client, make_service):
    page = client.get(make_service("Athena").address).content.decode()

    assert "<title>Athena – Safer Lewisham Partnership</title>" in page


def test_the_place_in_the_tree_leads_to_the_list(client, index):
    response = client.get("/services/")

    assert response.status_code == 302
    assert response["Location"] == "/find-support/"


def test_a_name_with_an_accent_has_an_address_that_works(client, make_service):
    # An address that no page can write would take the whole list down.
    service = make_service("Café Élan")

    assert service.address == "/services/cafe-elan/"
    assert client.get("/find-support/").status_code == 200
