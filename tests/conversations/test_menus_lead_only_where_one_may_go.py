"""A menu of the workspace shows nobody a room that would refuse them."""

import re

import pytest
from django.urls import reverse

from accounts.roles import Role

pytestmark = pytest.mark.django_db
READERS = [Role.COORDINATOR, Role.ANALYST, Role.REDACTOR]
PLACES = [
    "conversations:workspace_conversations",
    "conversations:workspace_priorities",
    "conversations:strategy_actions",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("role", READERS)
def test_every_link_of_a_menu_opens(role, place, staff, signed_in):
    browser = signed_in(staff(role))

    page = browser.get(reverse(place)).content.decode()

    menu = re.search(r"<nav aria-label=\"(Workspace|Strategy)\">.*?</nav>", page, re.S)[0]
    beside = re.findall(r"<p><a href=[^\n]*", page)
    links = re.findall(r'href="(/[^"?]*)"', menu + "".join(beside))
    assert len(links) > 4
    assert {address: browser.get(address).status_code for address in links} == dict.fromkeys(links, 200)


def test_the_redactor_sees_no_coding(staff, signed_in):
    page = signed_in(staff(Role.REDACTOR)).get(reverse("conversations:workspace_conversations")).content.decode()

    assert "Coding" not in page
    assert "Facilitators</a>" not in page
