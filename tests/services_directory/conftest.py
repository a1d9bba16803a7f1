"""What the stories of the directory need: the words, a place in the tree, and services that are fit to be seen."""

from collections.abc import Callable, Iterator

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from accounts.models import User
from accounts.roles import Role
from common import start as common_start
from common.models import Need
from services_directory import demo, start
from services_directory.choices import AsksStatus, Cost, NameNeeded, OrganisationKind, TellsOthers
from services_directory.models import Audience, Organisation, Phone, ServiceIndexPage, ServicePage
from services_directory.search import current

ANSWERED = {
    "name_needed": NameNeeded.NO,
    "tells_others": TellsOthers.DANGER,
    "asks_status": AsksStatus.NO,
    "cost": Cost.FREE,
}


@pytest.fixture(scope="module")
def search_words(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The words that every directory starts with, loaded once for a module because there are over a thousand."""
    with django_db_blocker.unblock(), transaction.atomic():
        common_start.load()
        start.load()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def nothing_is_remembered(monkeypatch) -> None:
    """What the search keeps in memory is known by its dates, and two tests may stand at the same moment."""
    monkeypatch.setattr(current, "_kept", None)


@pytest.fixture
def index(search_words, db) -> ServiceIndexPage:
    home = Site.objects.get(is_default_site=True).root_page
    return home.add_child(instance=ServiceIndexPage(title="Services", slug="services"))


@pytest.fixture
def need(vocabulary) -> Callable[[str], Need]:
    return lambda code: Need.objects.get(code=code)


@pytest.fixture
def make_service(index) -> Callable[..., ServicePage]:
    """A service that anybody may see: checked today, all five answers known. Override its subject only."""

    def make(title: str = "A place to talk", **overrides) -> ServicePage:
        phones = overrides.pop("phones", ["020 7946 0000"])
        needs, audiences = overrides.pop("needs", []), overrides.pop("audiences", [])
        if "organisation" not in overrides:
            overrides["organisation"], _ = Organisation.objects.get_or_create(
                name="Talk Lewisham", defaults={"kind": OrganisationKind.CHARITY}
            )
        facts = {"summary": "Somebody listens.", "checked_on": timezone.localdate(), "checked_by": "the directory team"}
        service = ServicePage(title=title, **{**ANSWERED, **facts, **overrides})
        service.phones.set([Phone(number=number) for number in phones])
        service.needs = list(Need.objects.filter(code__in=needs))
        service.audiences = list(Audience.objects.filter(code__in=audiences))
        index.add_child(instance=service)
        return service

    return make


@pytest.fixture(scope="module")
def demo_for_the_module(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The demo directory, loaded once for all tests of a module because it takes seconds, and then taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        common_start.load()
        demo.load(Site.objects.get(is_default_site=True).root_page)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo_directory(demo_for_the_module, db) -> None:
    """The whole demo directory. Only for modules whose every test wants it: it stays for the module."""


@pytest.fixture
def search(client) -> Callable:
    """Search as a person does: post the words, follow to the results."""

    def find(words: str, place: str = ""):
        return client.post("/find-support/results/", {"q": words, "place": place}, follow=True)

    return find


@pytest.fixture
def titles() -> Callable:
    """The services that a page lists, in their order."""
    return lambda response: [card["title"] for card in response.context["listing"].cards]


@pytest.fixture
def officer_called(db) -> Callable:
    """Somebody of the staff by their email address; a directory officer unless another role is named."""

    def make(email: str, role: Role = Role.DIRECTORY) -> User:
        user = User.objects.create_user(email, "a-long-password-1")
        user.groups.add(Group.objects.get_or_create(name=role.value)[0])
        return user

    return make


@pytest.fixture
def as_filled_in() -> Callable[..., dict]:
    """What a browser would send of a page's largest form as it stands, with some of it changed."""

    def fill(response, **changed) -> dict:
        forms = BeautifulSoup(response.content, "html.parser").find_all("form", method="post")
        form = max(forms, key=lambda form: len(form.find_all(["input", "textarea", "select"])))
        data: dict = {}
        for field in form.find_all(["input", "textarea", "select"]):
            if field.name == "textarea":
                data[field["name"]] = field.text.removeprefix("\n")
            elif field.name == "select":
                data[field["name"]] = (field.find("option", selected=True) or field.find("option"))["value"]
            elif field["type"] not in ("checkbox", "radio"):
                data[field["name"]] = field.get("value", "")
            elif field.has_attr("checked"):
                data.setdefault(field["name"], []).append(field.get("value", "on"))
        return data | changed

    return fill
