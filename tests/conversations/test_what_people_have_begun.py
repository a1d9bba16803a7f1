"""What champions have begun can belong to an action: the thread goes on from what was decided to who acts."""

import pytest
from django.urls import reverse

from accounts.roles import Role
from champions.actions import decide_initiative, end_initiative, send_initiative
from champions.models import Initiative
from conversations import actions
from conversations.models import Action

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(staff):
    return staff(Role.OWNER)


@pytest.fixture
def action(officer, make_priority) -> Action:
    return actions.add_action(by=officer, title="Halls open late", owner="A head", priority=make_priority())


@pytest.fixture
def walk(staff) -> Initiative:
    coordinator = staff(Role.COORDINATOR)
    sent = send_initiative(user=coordinator, kind="started", title="Walk home together", text="From the bus stop.")
    return decide_initiative(initiative=sent, by=coordinator, shown=True)


@pytest.fixture
def choose(officer, signed_in, action):
    def post(*initiatives: Initiative) -> str:
        here = reverse("conversations:link_initiatives", args=[action.code])
        chosen = {"initiatives": [one.pk for one in initiatives]}
        return signed_in(officer).post(here, chosen, follow=True).content.decode()

    return post


def public(client, action: Action) -> str:
    client.logout()
    return client.get(action.priority.url).content.decode()


def test_an_officer_links_it_and_everybody_sees_it_beside_the_action(choose, walk, action, client):
    assert "Walk home together" not in public(client, action)

    assert "Saved." in choose(walk)

    assert f"/community/#{walk.uuid}" in public(client, action)


def test_what_is_over_is_not_shown_but_stays_linked(choose, walk, action, client, officer):
    choose(walk)
    end_initiative(initiative=walk, by=officer)

    assert "Walk home together" not in public(client, action)
    choose()
    assert list(action.initiatives.all()) == [walk]


def test_it_is_taken_off_again(choose, walk, action, client):
    choose(walk)
    choose()

    assert "Walk home together" not in public(client, action)


def test_what_nobody_sees_yet_cannot_be_chosen(choose, action, officer):
    sent = send_initiative(user=officer, kind="space", title="A room", text="A room.")

    assert "One of them is not shown any more" in choose(sent)
    assert not action.initiatives.exists()


def test_whoever_only_reads_the_strategy_cannot_link(staff, signed_in, action, walk):
    here = reverse("conversations:link_initiatives", args=[action.code])

    assert signed_in(staff(Role.BOARD)).post(here, {"initiatives": [walk.pk]}).status_code == 403
    assert not action.initiatives.exists()
