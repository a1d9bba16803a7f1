"""A curious insider with the same role tries the addresses of somebody else's records.

The twin holds every role of the demo person, staff roles and dated ones, and owns nothing. Whatever the demo person is
shown under an address with a number or a name in it, and is theirs alone, the twin is told that there is no such page.
"""

import re

import pytest
from django.test import Client
from django.urls import resolve
from test_who_may_open_what import EXPECTED, ITS_OWNER

from accounts import demo as accounts_demo
from accounts.models import User
from champions import actions

WITH_RECORDS = ["facilitator", "provider"]
OF_A_PROVIDER = {"my_service", "my_service_right", "my_proposal"}


def is_ones_own(address: str) -> bool:
    match = resolve(re.sub(r"\?.*", "", address))
    own = EXPECTED.get(match.view_name) == ITS_OWNER or match.url_name in OF_A_PROVIDER
    return own and bool(match.kwargs)


@pytest.fixture
def twin_of(make_user):
    def make(name: str) -> Client:
        person = User.objects.get(email=accounts_demo.address(name))
        twin = make_user("twin@example.org")
        twin.groups.set(person.groups.all())
        for kind in person.dated_roles.values_list("kind", flat=True):
            actions.start_role(user=twin, kind=kind)
        browser = Client(raise_request_exception=False)
        browser.force_login(twin)
        return browser

    return make


@pytest.mark.parametrize("name", WITH_RECORDS)
def test_somebody_with_the_same_role_opens_none_of_their_records(demo, as_role, walk, twin_of, name):
    seen = walk(as_role(name), ["/my/"])
    theirs = [at for at, answer in seen.items() if answer.status_code == 200 and is_ones_own(at)]
    assert theirs
    twin = twin_of(name)

    opened = [at for at in theirs if twin.get(at).status_code not in (403, 404)]
    changed = [at for at in theirs if twin.post(at, {}).status_code not in (403, 404, 405)]
    assert (opened, changed) == ([], [])
