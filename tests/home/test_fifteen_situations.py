"""Fifteen situations of people here: the right service in three taps at most, on a phone, without a script.

A tap is a link followed or the one button pressed. Nothing is typed. The request of a test runs no script.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client
from wagtail.models import Site

from common import start
from home import tree
from services_directory import demo

pytestmark = pytest.mark.django_db

MOST_TAPS = 3
AT_LEAST = 14


@dataclass(frozen=True)
class Situation:
    """What somebody thinks, the words that they tap, and the services of which one is right for them."""

    thinks: str
    taps: str
    right: tuple[str, ...]


SITUATIONS = [
    Situation("They make me carry, and I am no snitch", "Someone is making me carry, sell or owe", (
        "Childline", "Rescue and Response: county lines support", "Crimestoppers and Fearless",
    )),
    Situation("Somebody has to talk to me tonight", "I want to talk to someone today", ("Samaritans", "Shout")),
    Situation("Is this abuse? Who will not make it worse?", "I am being hurt at home", (
        "Athena", "National Domestic Abuse Helpline",
    )),
    Situation("I am a man, and she hits me", "I am being hurt at home", ("Men's Advice Line",)),
    Situation("My son is missing and has two phones", "I am worried about a child", (
        "Children: Multi-Agency Safeguarding Hub (MASH)", "NSPCC Helpline",
    )),
    Situation("My friend was beaten on the way home", "I have been hurt or threatened outside", ("Victim Support",)),
    Situation("I saw it, and I am scared to say so", "I have been hurt or threatened outside", (
        "Crimestoppers and Fearless",
    )),
    Situation("They are behind me: where can I go in?", "I need a safe place right now", ("Safe Havens",)),
    Situation("Mum's carer takes her money", "Someone is hurting an older person", (
        "Hourglass", "Adults: the Adult Gateway",
    )),
    Situation("I lose my temper at home", "I want to change how I behave", ("Respect Phoneline",)),
    Situation("My brother was killed", "Someone I love has been killed or badly hurt", (
        "Support after murder or manslaughter",
    )),
    Situation("They wait for me after school", "I am being bullied", ("Childline", "Kooth")),
    Situation("He says he will send my pictures round", "Something online is scaring me", (
        "CEOP: report something online", "Childline",
    )),
    Situation("He touched me", "Someone touched me or made me do something", ("Rape Crisis support line",)),
    Situation("I do not want to wake up", "I feel anxious, low or unsafe", ("Samaritans", "Shout", "Kooth")),
]  # fmt: skip


@pytest.fixture(scope="module")
def borough(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The tree and the demo directory, put in place once for all fifteen."""
    with django_db_blocker.unblock(), transaction.atomic():
        start.load()
        demo.load(tree.build())
        yield
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


@pytest.fixture(scope="module")
def walks(borough, django_db_blocker) -> dict[str, list[str]]:
    """What each person thinks → the pages that they came to, tap by tap; empty if they did not get there."""
    with django_db_blocker.unblock(), transaction.atomic():
        return {situation.thinks: walk(situation) for situation in SITUATIONS}


def walk(situation: Situation) -> list[str]:
    """From the first page to the right service, or nothing if it is not on the way."""
    phone = Client()
    home = look(phone, "/")
    listed, steps = tap_words(home, situation.taps), []
    if listed is None:
        # The button of the search card with empty boxes leads to all support.
        steps.append(phone.post("/find-support/results/", {"q": "", "place": ""})["Location"])
        listed = tap_words(look(phone, steps[-1]), situation.taps)
    if listed is None:
        return []
    steps.append(listed)
    service = next((found for name in situation.right if (found := tap_words(look(phone, listed), name))), None)
    if service is None:
        return []
    page = look(phone, service)
    reachable = page.main.select_one("a[href^='tel:'], a[href^='sms:'], a[href^='https://'], #get-in-touch")
    return [*steps, service] if reachable else []


def look(phone: Client, address: str) -> BeautifulSoup:
    response = phone.get(address)
    assert response.status_code == 200, address
    assert not response.cookies, address
    return BeautifulSoup(response.content, "html.parser")


def tap_words(page: BeautifulSoup, words: str) -> str | None:
    """Where the link with exactly these words in the main part of a page leads."""
    link = next((link for link in page.main.find_all("a") if link.text.strip() == words), None)
    return str(link["href"]) if link and link.has_attr("href") else None


def test_there_are_fifteen(walks):
    assert len(walks) == 15


def test_at_least_fourteen_get_there_in_three_taps(walks):
    there = [thinks for thinks, steps in walks.items() if 0 < len(steps) <= MOST_TAPS]

    assert len(there) >= AT_LEAST, set(walks) - set(there)


def test_no_step_says_in_its_address_what_somebody_is_going_through(walks):
    telling = ("hurt", "abuse", "bull", "killed", "sexual", "drug", "change", "boyfriend")
    lists = [step for steps in walks.values() for step in steps[:-1]]

    assert [step for step in lists if any(word in step for word in telling)] == []
