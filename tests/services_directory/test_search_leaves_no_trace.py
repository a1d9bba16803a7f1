"""Words that were searched for are nowhere: not in an address, a title, a header, a cookie, a log or the database."""

import logging

import pytest
import time_machine
from django.core.management import call_command

WORDS = "my boyfriend hits me"


@pytest.fixture
def posted(client, make_service):
    make_service("Help at home", needs=["hurt-at-home"])
    return client.post("/find-support/results/", {"q": WORDS, "place": "SE6"})


def test_the_words_are_in_no_address_and_no_header(client, posted):
    results = client.get(posted["Location"])

    assert posted.status_code == 303
    for response in (posted, results):
        told = f"{response.headers} {response.request['PATH_INFO']} {response.request['QUERY_STRING']}"
        assert "boyfriend" not in told
        assert "SE6" not in response.request["PATH_INFO"]
        assert not response.cookies


def test_the_title_does_not_tell_the_words(client, posted):
    page = client.get(posted["Location"]).content.decode()

    title = page[page.index("<title>") : page.index("</title>")]
    assert "boyfriend" not in title
    assert title == "<title>Search results – Safer Lewisham Partnership"


def test_nothing_keeps_the_results(client, posted):
    results = client.get(posted["Location"])

    assert "no-store" in posted["Cache-Control"]
    assert "no-store" in results["Cache-Control"]
    assert "noindex" in results["X-Robots-Tag"]
    assert '<meta name="robots" content="noindex">' in results.content.decode()


def test_the_words_are_in_no_log_and_not_in_the_database(client, make_service, caplog, tmp_path):
    make_service()
    caplog.set_level(logging.DEBUG)

    client.post("/find-support/results/", {"q": "wisteria trouble"}, follow=True)
    call_command("dumpdata", output=str(tmp_path / "all.json"))

    assert "wisteria" not in caplog.text
    assert "wisteria" not in (tmp_path / "all.json").read_text()


def test_no_link_or_form_on_the_results_carries_the_words(client, posted):
    page = client.get(posted["Location"]).content.decode()

    # The box keeps them, so that the search can be changed; nothing else does.
    assert page.count("boyfriend") == 1
    assert f'value="{WORDS}"' in page


def test_back_and_refresh_show_the_same(client, posted, titles):
    first = client.get(posted["Location"])
    again = client.get(posted["Location"], {"how": "1"})

    assert titles(first) == titles(again) == ["Help at home"]


def test_the_same_words_never_make_the_same_address(client):
    first, second = (client.post("/find-support/results/", {"q": WORDS})["Location"] for _ in range(2))

    assert first != second


def test_the_address_ends_after_half_an_hour(client, index):
    with time_machine.travel("2026-03-29 00:45:00+00:00", tick=False) as clock:
        address = client.post("/find-support/results/", {"q": WORDS})["Location"]
        clock.shift(29 * 60)
        assert client.get(address).status_code == 200
        clock.shift(2 * 60)
        ended = client.get(address)

    assert ended.status_code == 410
    assert "no-store" in ended["Cache-Control"]
    assert "This search has ended" in ended.content.decode()
    assert 'name="q"' in ended.content.decode()


def test_a_changed_address_offers_to_search_again(client, posted):
    response = client.get(posted["Location"][:-5] + "AAAA/")

    assert response.status_code == 410


def test_another_site_cannot_search_for_a_visitor(client, index):
    response = client.post("/find-support/results/", {"q": WORDS}, headers={"Sec-Fetch-Site": "cross-site"})

    assert response.status_code == 403


def test_the_boxes_do_not_remember(client, index):
    page = client.get("/find-support/").content.decode()

    assert page.count('autocomplete="off"') >= 3


@pytest.mark.parametrize("path", ["/find-support/", "/services/help-at-home/", "/services/", "/services/gone/"])
def test_public_pages_set_no_cookie(client, posted, path):
    response = client.get(path)

    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_a_signed_in_reader_sees_the_same_page(client, make_service, make_user, signed_in):
    service = make_service()
    member = signed_in(make_user())

    for path in ("/find-support/", service.address):
        assert member.get(path).content == client.get(path).content
