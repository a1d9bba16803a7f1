"""The demo, walked through by whoever attacks it."""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator
from html import unescape

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve
from wagtail.models import Site

from accounts import demo as accounts_demo
from accounts.models import User

LINK = re.compile(r'href="(/[^"#]*)')
# Other people's rooms: Wagtail's admin and allauth escape and check for themselves, and have suites of their own.
NOT_OURS = ("/admin/", "/accounts/", "/static/", "/media/", "/leave/", "/patterns/")
# How many pages of one view one visitor opens. The pages of the tree are all one view.
OF_A_KIND, OF_THE_TREE = 2, 20


@pytest.fixture(scope="module")
def demo_for_the_module(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The whole demo, loaded once for all tests of a module because it takes seconds, and then taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo")
        yield
        transaction.set_rollback(True)
    # The rollback gives content types their old numbers, and Django would remember the new ones.
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()


@pytest.fixture
def demo(demo_for_the_module, db) -> None:
    """The whole demo. Only for modules whose every test wants it: it stays for the module."""


@pytest.fixture
def as_role() -> Callable[[str], Client]:
    """A browser in which the demo account of this name is signed in; "" for a stranger."""

    def sign_in(name: str) -> Client:
        browser = Client(raise_request_exception=False)
        if name:
            browser.force_login(User.objects.get(email=accounts_demo.address(name)))
        return browser

    return sign_in


@pytest.fixture
def walk() -> Callable[[Client, list[str]], dict]:
    """Follow the links of our pages from `starts`, and give each answer by its address."""

    def follow(browser: Client, starts: list[str]) -> dict:
        waiting, seen, kinds = deque(starts), {}, Counter()
        while waiting:
            address = waiting.popleft()
            if address in seen or address.startswith(NOT_OURS):
                continue
            kind = kind_of(address)
            kinds[kind] += 1
            if kinds[kind] > (OF_THE_TREE if kind == "wagtail_serve" else OF_A_KIND):
                continue
            answer = browser.get(address)
            seen[address] = answer
            if "text/html" in answer.headers.get("Content-Type", ""):
                waiting.extend(unescape(link) for link in LINK.findall(answer.content.decode()))
            elif answer.status_code in (301, 302) and answer.url.startswith("/"):
                waiting.append(answer.url)
        return seen

    return follow


def kind_of(address: str) -> str:
    try:
        return resolve(address.partition("?")[0]).view_name
    except Resolver404:
        return "none"
