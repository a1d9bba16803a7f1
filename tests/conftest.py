"""The cast: one person per role, and the words that every installation starts with.

Amara is a champion. Ben is a facilitator whose training is current. Everybody else is called by their role.
"""

from collections.abc import Callable, Iterator

import pytest
import template_database
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.db import connection
from django.test import Client
from hypothesis import settings as hypothesis_settings

from accounts.models import User
from accounts.roles import Role
from common import start

# How long an example takes says how busy the machine is, and nothing about the rule.
hypothesis_settings.register_profile("ours", deadline=None)
hypothesis_settings.load_profile("ours")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A skipped test is a promise that nobody checked: the run fails, so that none hides."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter and reporter.stats.get("skipped") and session.exitstatus == 0:
        session.exitstatus = 1


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """The test database starts as a copy of a migrated one. On PostgreSQL the server does that by itself."""
    if connection.vendor == "sqlite":
        with template_database.copied_into_memory(connection.creation._get_test_db_name()):
            yield
    else:
        yield


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Rate limits count in the cache; one test's tries are not the next one's."""
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture
def vocabulary(db) -> None:
    """The wards, messages, questions, domains, levels, needs and emergency numbers."""
    start.load()


@pytest.fixture
def make_user(db) -> Callable[..., User]:
    """Makes a user with these staff roles: `make_user("kim@example.org", Role.COMMS)`."""

    def make(email: str = "somebody@example.org", *roles: Role, **fields) -> User:
        user = User.objects.create_user(email, **fields)
        user.groups.set(Group.objects.filter(name__in=roles))
        return user

    return make


@pytest.fixture
def staff(make_user) -> Callable[[Role], User]:
    """The person who holds a role: `staff(Role.ANALYST)`."""
    return lambda role: make_user(f"{role}@example.org", role)


@pytest.fixture
def signed_in(client: Client) -> Callable[[User], Client]:
    """A browser in which this person is signed in."""

    def sign_in(user: User) -> Client:
        fresh = Client()
        fresh.force_login(user)
        return fresh

    return sign_in
