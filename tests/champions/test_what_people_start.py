"""What champions start or give: read by staff, shown to everybody without a name, and taken down again."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from champions import actions
from champions.models import Initiative
from common import outbox
from common.models import OutboxMessage
from common.sealed import unseal

pytestmark = pytest.mark.django_db

PUBLIC = reverse("champions:initiatives")
MINE = reverse("champions:my_initiatives")
GIVEN = {"kind": "started", "title": "Homework club", "text": "Help with homework, for everybody.", "when": "Mondays"}


@pytest.fixture
def amara(make_champion):
    return make_champion("amara@example.org", "Amara")


@pytest.fixture
def coordinator(staff):
    return staff(Role.COORDINATOR)


@pytest.fixture
def sent(amara, signed_in) -> Initiative:
    signed_in(amara.user).post(MINE, GIVEN)
    return Initiative.objects.get()


@pytest.fixture
def shown(sent, coordinator) -> Initiative:
    return actions.decide_initiative(initiative=sent, by=coordinator, shown=True)


def decide(client, initiative: Initiative, **more):
    return client.post(reverse("champions:decide_initiative", args=[initiative.uuid]), {**GIVEN, **more})


def public(client) -> str:
    return client.get(PUBLIC).content.decode()


def test_nothing_shows_before_somebody_has_read_it(sent, client):
    assert "Homework club" not in public(client)


def test_once_agreed_everybody_sees_it_and_never_who_sent_it(sent, coordinator, signed_in, client):
    decide(signed_in(coordinator), sent, shown="yes", text="Help with homework.")
    client.logout()

    page = public(client)
    assert "Homework club" in page
    assert "Help with homework." in page
    assert "Amara" not in page
    assert "amara@" not in page
    assert "Set-Cookie" not in client.get(PUBLIC).headers


def test_a_no_needs_a_reason_and_whoever_sent_it_reads_it(sent, coordinator, amara, signed_in, client):
    page = decide(signed_in(coordinator), sent, shown="no").content.decode()
    assert "Write why" in page

    decide(signed_in(coordinator), sent, shown="no", reason="The hall is closed.")

    told = OutboxMessage.objects.get(kind="champions/emails/initiative_decided")
    assert "The hall is closed." in unseal(told.text, purpose=outbox.PURPOSE)
    assert "The hall is closed." in signed_in(amara.user).get(MINE).content.decode()
    assert "Homework club" not in public(client)


def test_its_last_day_is_still_shown_and_the_next_is_not(shown):
    today = timezone.localdate()
    Initiative.objects.update(until=today)

    assert Initiative.objects.shown(today).exists()
    assert not Initiative.objects.shown(today + timedelta(days=1)).exists()


def test_whoever_sent_it_takes_it_down_and_nobody_else_does(shown, amara, make_champion, signed_in, client):
    over = reverse("champions:end_my_initiative", args=[shown.uuid])

    assert signed_in(make_champion("ben@example.org").user).post(over).status_code == 404
    assert "Homework club" in public(client)
    signed_in(amara.user).post(over)

    assert "Homework club" not in public(client)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": ""}, "Write what you call it"),
        ({"kind": ""}, "Choose what it is"),
        ({"text": "Ring 07700 900123"}, "Take the phone number, email address or link out"),
        ({"until_day": "1", "until_month": "1", "until_year": "2020"}, "Choose today or a later day"),
        ({"text": "x" * 601}, "Use 600 letters or fewer"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(changed, said, amara, signed_in):
    page = signed_in(amara.user).post(MINE, {**GIVEN, **changed}).content.decode()

    assert said in page
    assert "Mondays" in page
    assert not Initiative.objects.exists()


def test_the_public_page_stays_within_its_queries(sent, coordinator, client, django_assert_max_num_queries):
    for number in range(12):
        made = actions.send_initiative(user=coordinator, kind="space", title=f"Room {number}", text="A room.")
        actions.decide_initiative(initiative=made, by=coordinator, shown=True)
    client.logout()
    public(client)

    with django_assert_max_num_queries(6):
        assert "Room 11" in public(client)
