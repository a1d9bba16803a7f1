"""A code on a poster leads to its page, and never to a dead end or another site."""

import pytest
from wagtail.models import Page

from common import short_links

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return Page.objects.get(depth=2)


def test_a_code_leads_to_its_page_without_a_cookie(client, page):
    link = short_links.create(page=page)

    response = client.get(f"/go/{link.code}")

    assert response["Location"] == page.get_url()
    assert response.cookies == {}
    assert "no-store" in response["Cache-Control"]


def test_capital_letters_work_too(client, page):
    link = short_links.create(page=page)

    assert client.get(f"/go/{link.code.upper()}")["Location"] == page.get_url()


@pytest.mark.parametrize("code", ["zzzzzz", "a-b-c", "x" * 200])
def test_an_unknown_code_leads_to_the_campaigns(client, code):
    assert client.get(f"/go/{code}")["Location"] == short_links.FALLBACK


def test_a_page_taken_down_leads_to_the_campaigns(client, page):
    link = short_links.create(page=page)
    page.unpublish()

    assert client.get(f"/go/{link.code}")["Location"] == short_links.FALLBACK


def test_codes_spell_no_words(page):
    assert set(short_links.ALPHABET).isdisjoint("aeiou01il")
