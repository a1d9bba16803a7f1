"""News, events and money for local groups: from the team to the network, on their page and in the monthly letter."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from champions import actions
from champions.models import TeamUpdate
from common import outbox
from common.models import OutboxMessage
from common.sealed import unseal

pytestmark = pytest.mark.django_db

TELL = reverse("champions:team_updates")
MINE = reverse("champions:my_network")


@pytest.fixture
def coordinator(staff):
    return staff(Role.COORDINATOR)


@pytest.fixture
def told(coordinator) -> TeamUpdate:
    last = timezone.localdate() + timedelta(days=5)
    return actions.tell_the_network(
        kind="funding", title="Small grants", text="Up to £500 for a street party.", until=last, by=coordinator
    )


def letters() -> list[OutboxMessage]:
    return list(OutboxMessage.objects.filter(kind="champions/emails/news"))


def a_month() -> dict:
    return {"since": timezone.now() - timedelta(days=31), "until": timezone.now()}


def given(**changed) -> dict:
    last = timezone.localdate() + timedelta(days=9)
    day = {"until_day": last.day, "until_month": last.month, "until_year": last.year}
    return {"kind": "event", "title": "Summer fair", "text": "In the park, on Sunday.", "link": "", **day, **changed}


def test_champions_read_it_on_their_page_and_nobody_else_does(told, make_champion, make_user, signed_in, client):
    assert "Small grants" in signed_in(make_champion("amara@example.org").user).get(MINE).content.decode()
    assert "Small grants" not in signed_in(make_user("stranger@example.org")).get(MINE).content.decode()


def test_a_coordinator_writes_it_and_takes_it_back(coordinator, make_champion, signed_in):
    champion = make_champion("amara@example.org").user
    signed_in(coordinator).post(TELL, given())
    assert "Summer fair" in signed_in(champion).get(MINE).content.decode()

    signed_in(coordinator).post(reverse("champions:take_back_update", args=[TeamUpdate.objects.get().pk]))

    assert "Summer fair" not in signed_in(champion).get(MINE).content.decode()


def test_its_last_day_is_still_shown_and_the_next_is_not(told):
    assert TeamUpdate.objects.current(told.until).exists()
    assert not TeamUpdate.objects.current(told.until + timedelta(days=1)).exists()


def test_it_stands_in_the_letter_also_when_no_service_changed(told, make_champion):
    make_champion("amara@example.org", wants_news=True)
    make_champion("quiet@example.org")

    assert actions.send_news(**a_month()) == 1

    (letter,) = letters()
    words = unseal(letter.text, purpose=outbox.PURPOSE)
    assert letter.to == "amara@example.org"
    assert "Money for local groups: Small grants. Up to £500 for a street party." in words
    assert "Stop these letters" in words


def test_what_was_told_before_the_month_or_is_over_is_not_told_again(told, make_champion):
    make_champion("amara@example.org", wants_news=True)
    TeamUpdate.objects.update(created=timezone.now() - timedelta(days=40))
    assert actions.send_news(**a_month()) == 0

    TeamUpdate.objects.update(created=timezone.now(), until=timezone.localdate() - timedelta(days=1))
    assert actions.send_news(**a_month()) == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": ""}, "Write a title"),
        ({"kind": "gossip"}, "There is a problem"),
        ({"until_year": "2020"}, "Choose today or a later day"),
        ({"until_day": ""}, "Enter a date with a day, a month and a year"),
        ({"link": "javascript:alert(1)"}, "Write a whole address"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(changed, said, coordinator, signed_in):
    page = signed_in(coordinator).post(TELL, given(**changed)).content.decode()

    assert said in page
    assert "In the park, on Sunday." in page
    assert not TeamUpdate.objects.exists()
