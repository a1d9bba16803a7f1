"""The pages that every installation starts with, and a browser that has never been here."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Site

from accounts.roles import Role
from common import start
from home import tree
from home.models import CampaignIndexPage, CampaignPage, HomePage


def a_campaign(**fields) -> CampaignPage:
    now = timezone.now()
    usual = {
        "title": "Walk home together",
        "summary": "Going the same way? Go as a group.",
        "starts": now - timedelta(days=1),
        "expires": now + timedelta(days=30),
        "body": [("text", "<p>Ask who is going your way.</p>")],
    }
    return CampaignPage(**{**usual, **fields})


@pytest.fixture(scope="module")
def planted(django_db_setup, django_db_blocker) -> Iterator[int]:
    """The tree that every installation starts with, grown once for a module because it takes most of a second."""
    with django_db_blocker.unblock(), transaction.atomic():
        start.load()
        yield tree.build().pk
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


@pytest.fixture
def front_door(planted, db) -> HomePage:
    """The home page of the tree that every installation starts with. The tree stays for the module."""
    return HomePage.objects.get(pk=planted)


@pytest.fixture(scope="module")
def every_page(django_db_setup, django_db_blocker) -> dict:
    """Address → (response, parsed page) for each page of the tree and one campaign, as a stranger meets it.

    Fetched once for a module, because there are sixty of them; the database is then as it was.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        start.load()
        home = tree.build()
        CampaignIndexPage.objects.get().add_child(instance=a_campaign())
        found = {page.url: Client().get(page.url) for page in home.get_descendants(inclusive=True).live()}
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()
    return {address: (answer, BeautifulSoup(answer.content, "html.parser")) for address, answer in found.items()}


@pytest.fixture
def visitor() -> Client:
    """Somebody's phone: no cookie, nobody signed in."""
    return Client()


@pytest.fixture
def make_campaign(front_door) -> Callable[..., CampaignPage]:
    """Makes a live campaign that began yesterday and ends in a month; say otherwise with fields."""

    def make(**fields) -> CampaignPage:
        page = a_campaign(**fields)
        CampaignIndexPage.objects.get().add_child(instance=page)
        return page

    return make


@pytest.fixture
def comms(front_door, staff):
    return staff(Role.COMMS)


@pytest.fixture
def publisher(front_door, staff):
    return staff(Role.PUBLISHER)
