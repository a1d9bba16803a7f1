"""The demo content: there after one command, the same after two, and never in production."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.models import Page

from accounts import demo as accounts_demo
from accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def numbers_as_they_were() -> Iterator[None]:
    """A reset gives content types new numbers. The test's rollback takes them back, and Django would remember them."""
    yield
    ContentType.objects.clear_cache()


def rows() -> dict[str, int]:
    ours = ("accounts", "common", "services_directory", "champions", "conversations", "home", "wagtailcore")
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.app_label in ours
    }


def test_loading_the_demo_twice_adds_nothing():
    call_command("load_demo")
    first = rows()

    call_command("load_demo")

    assert rows() == first
    assert all(User.objects.filter(email=accounts_demo.address(name)).exists() for name in accounts_demo.PEOPLE)


def test_the_demo_is_refused_outside_demo_settings(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="dev and test settings alone"):
        call_command("load_demo")

    assert not User.objects.exists()


def test_a_reset_brings_back_what_was_changed():
    call_command("load_demo")
    User.objects.filter(email="champion@demo.example").delete()
    # PostgreSQL empties no table while checks of the same transaction wait.
    connection.check_constraints()

    call_command("load_demo", reset=True)

    assert User.objects.filter(email="champion@demo.example").exists()
    assert Page.objects.filter(slug="campaigns", live=True).exists()
