"""Which site an address belongs to is asked once in a few seconds, and nobody sees yesterday's site or page."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from common import which_site
from home.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kept_for_a_moment(settings, front_door):
    settings.SITE_KEPT_SECONDS = 60
    which_site.forget()
    yield
    which_site.forget()


def asked_for_the_site(path="/", **more) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert Client().get(path, **more).status_code in (200, 404)
    # Wagtail says how well ("match") each site fits the address; its list of all sites is another question.
    return sum('"match"' in query["sql"] for query in asked)


def test_only_the_first_visitor_asks_which_site_this_is():
    assert asked_for_the_site() == 1
    assert asked_for_the_site() == 0


def test_another_address_is_asked_about_for_itself(settings):
    settings.ALLOWED_HOSTS = ["*"]
    asked_for_the_site()
    assert asked_for_the_site(headers={"host": "other.example"}) == 1


def test_after_some_seconds_it_is_asked_again(settings):
    asked_for_the_site()
    settings.SITE_KEPT_SECONDS = 0
    assert asked_for_the_site() == 1


def test_a_changed_site_shows_at_once():
    asked_for_the_site()
    Site.objects.get(is_default_site=True).save()
    assert asked_for_the_site() == 1


def test_new_words_on_the_first_page_show_at_once():
    asked_for_the_site()
    asked_for_the_site()
    HomePage.objects.update(hero_title="Words of this minute")
    assert "Words of this minute" in Client().get("/").content.decode()


def test_what_one_request_hangs_on_the_first_page_is_not_the_next_ones():
    asked_for_the_site()
    kept = which_site._kept[2]
    first, second = which_site._copy(kept), which_site._copy(kept)
    first.root_page.pages_above = ["somebody else's"]

    assert second.root_page == first.root_page == Site.objects.get(is_default_site=True).root_page
    assert not hasattr(second.root_page, "pages_above")
