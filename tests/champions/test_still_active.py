"""Once a year champions are asked whether they are still active. Who says nothing leaves by themselves."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from champions import actions, links, promise
from champions.choices import RoleKind
from champions.models import Champion, Initiative, TeamQuestion
from champions.models.conditions import holds
from champions.models.people import DAYS_TO_ANSWER, promise_counts_on
from common import outbox
from common.models import AuditEntry, OutboxMessage
from common.sealed import unseal

pytestmark = pytest.mark.django_db

AGREED = date(2026, 3, 1)
LAST_DAY = AGREED + timedelta(days=365)


@pytest.fixture
def amara(make_champion) -> Champion:
    return make_champion("amara@example.org", promise_agreed_on=AGREED)


def on(day: date):
    return time_machine.travel(f"{day} 12:00", tick=False)


def ask(day: date) -> int:
    with on(day):
        return actions.ask_who_is_still_active()


def end(day: date) -> int:
    with on(day):
        return actions.end_silent_roles()


def letters(name: str) -> list[OutboxMessage]:
    return list(OutboxMessage.objects.filter(kind=f"champions/emails/{name}").order_by("pk"))


def test_nobody_is_asked_within_the_year_and_everybody_on_the_day_after_it(amara):
    assert ask(LAST_DAY) == 0
    assert ask(LAST_DAY + timedelta(days=1)) == 1


@given(days=st.integers(0, 800), version=st.sampled_from([promise.CURRENT_VERSION, "1999-1"]))
def test_the_row_and_the_query_ask_the_same_rule(days, version):
    champion = Champion(promise_version=version, promise_agreed_on=AGREED)

    counts = holds(promise_counts_on(AGREED + timedelta(days=days)), champion)

    assert counts == (days <= 365 and version == promise.CURRENT_VERSION)


def test_new_words_of_the_promise_are_put_to_everybody(amara, monkeypatch):
    assert ask(AGREED + timedelta(days=3)) == 0

    monkeypatch.setattr("champions.models.people.CURRENT_VERSION", "2027-1")

    assert ask(AGREED + timedelta(days=3)) == 1


def test_they_are_asked_once_however_often_the_clock_runs(amara):
    ask(LAST_DAY + timedelta(days=1))
    ask(LAST_DAY + timedelta(days=2))

    assert len(letters("still_active")) == 1


def test_the_letter_leads_to_a_page_that_changes_nothing_until_they_press(amara, client):
    with on(LAST_DAY + timedelta(days=1)):
        actions.ask_who_is_still_active()
        amara.refresh_from_db()
        here = links.still_active_address(amara)
        assert here.split("/")[2] in unseal(letters("still_active")[0].text, purpose=outbox.PURPOSE)

        assert "Are you still active?" in client.get(here).content.decode()
        amara.refresh_from_db()
        assert amara.promise_agreed_on == AGREED

        answer = client.post(here, {"answer": "yes"}, headers={"Origin": "http://testserver"})

    assert "Thank you" in answer.content.decode()
    amara.refresh_from_db()
    assert (amara.promise_agreed_on, amara.asked_again_on) == (LAST_DAY + timedelta(days=1), None)


def test_saying_no_is_leaving_with_everything(amara, client):
    with on(LAST_DAY + timedelta(days=1)):
        actions.ask_the_team(user=amara.user, topic="role", text="What now?")
        actions.ask_who_is_still_active()
        here = links.still_active_address(amara)
        answer = client.post(here, {"answer": "no"}, headers={"Origin": "http://testserver"})

        assert "You have left" in answer.content.decode()
        assert amara.user.dated_roles.get().ends_on == LAST_DAY + timedelta(days=1)
    assert not Champion.objects.exists()
    assert not TeamQuestion.objects.exists()
    assert client.get(here).status_code == 410


def test_who_says_nothing_has_all_of_the_last_day_and_leaves_on_the_next(amara):
    asked = LAST_DAY + timedelta(days=1)
    ask(asked)

    assert end(asked + timedelta(days=DAYS_TO_ANSWER)) == 0
    assert end(asked + timedelta(days=DAYS_TO_ANSWER + 1)) == 1

    assert not Champion.objects.exists()
    role = amara.user.dated_roles.get()
    assert role.end_reason == "did not say that they are still active"
    assert [letter.to for letter in letters("has_lapsed")] == ["amara@example.org"]
    assert AuditEntry.objects.filter(action="left the network without an answer").exists()


def test_who_answered_in_time_stays(amara):
    asked = LAST_DAY + timedelta(days=1)
    ask(asked)
    with on(asked + timedelta(days=5)):
        actions.agree_again(champion=Champion.objects.get())

    assert end(asked + timedelta(days=200)) == 0


def test_the_letter_that_still_waits_is_dropped_once_they_have_answered(amara):
    ask(LAST_DAY + timedelta(days=1))
    OutboxMessage.objects.update(state=OutboxMessage.State.QUEUED)

    with on(LAST_DAY + timedelta(days=2)):
        actions.agree_again(champion=Champion.objects.get())

    assert letters("still_active") == []


def test_they_can_say_so_on_their_own_page(amara, signed_in):
    with on(LAST_DAY + timedelta(days=1)):
        client = signed_in(amara.user)
        assert "Are you still active?" in client.get(reverse("champions:my_network")).content.decode()

        client.post(reverse("champions:my_promise"))

        assert "Are you still active?" not in client.get(reverse("champions:my_network")).content.decode()


def test_what_somebody_began_goes_on_without_their_name(amara):
    initiative = actions.send_initiative(user=amara.user, kind="started", title="Homework club", text="For all.")

    actions.leave(user=amara.user)

    assert Initiative.objects.get(pk=initiative.pk).sent_by is None


def test_the_clock_does_both(amara, make_champion, capsys):
    make_champion("ben@example.org", promise_agreed_on=AGREED, asked_again_on=AGREED)
    with on(LAST_DAY + timedelta(days=1)):
        call_command("ask_who_is_still_active")

    assert list(Champion.objects.values_list("user__email", flat=True)) == ["amara@example.org"]


def test_a_role_that_had_ended_already_is_not_ended_again(amara):
    with on(AGREED + timedelta(days=2)):
        actions.end_role(role=amara.user.dated_roles.get(), reason="moved away")

    assert ask(LAST_DAY + timedelta(days=1)) == 0
    assert amara.user.dated_roles.of_kind(RoleKind.CHAMPION).get().end_reason == "moved away"
