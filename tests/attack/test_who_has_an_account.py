"""Somebody asks our doors who has an account, and listens to the words, the cookies, the work and the time."""

import time
from statistics import median

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db
TRIES = 12


@pytest.fixture
def known(make_user, settings) -> str:
    from allauth.account.models import EmailAddress

    settings.EMAIL_BACKEND = "common.outbox_backend.OutboxEmailBackend"
    # The limits have tests of their own, and would end the listening.
    settings.ACCOUNT_RATE_LIMITS = False
    user = make_user("kim@example.org")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user.email


def ask(email: str):
    return Client().post("/accounts/login/code/", {"email": email})


def seconds(email: str) -> float:
    began = time.perf_counter()
    ask(email)
    return time.perf_counter() - began


def test_the_answers_differ_in_nothing_that_a_browser_gets(known):
    yes, no = ask(known), ask("nobody@example.org")

    assert (yes.status_code, yes["Location"], yes.content) == (no.status_code, no["Location"], no.content)
    assert sorted(yes.cookies) == sorted(no.cookies)
    assert {name: len(cookie.value) for name, cookie in yes.cookies.items()} == {
        name: len(cookie.value) for name, cookie in no.cookies.items()
    }


def test_the_two_take_nearly_the_same_work(known):
    def statements(email: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            ask(email)
        return len(asked)

    assert abs(statements(known) - statements("nobody@example.org")) <= 4


def test_the_two_distributions_of_time_overlap(known):
    """Not how fast, which the machine decides: whether the slowest of one are slower than the fastest of the other."""
    ask(known), ask("nobody@example.org")
    times = [(seconds(known), seconds(f"nobody{n}@example.org")) for n in range(TRIES)]
    yes, no = ([pair[side] for pair in times] for side in (0, 1))

    assert min(yes) < max(no), (yes, no)
    assert median(yes) < 5 * median(no), (median(yes), median(no))
