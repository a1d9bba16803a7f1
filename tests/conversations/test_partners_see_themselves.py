"""A partner looks at itself, by a link and without an account; and trust after conversations is counted (issue 7)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from common.models import OutboxMessage
from conversations import actions, counted
from conversations.choices import PRINCIPLES
from conversations.links import invitation_address
from conversations.models import PulseCount, SelfCheck
from conversations.states import State

pytestmark = pytest.mark.django_db
BEGUN = {code: "begun" for code, _ in PRINCIPLES}


@pytest.fixture
def officer(staff):
    return staff(Role.OWNER)


@pytest.fixture
def link(officer):
    """What the partner finds in its mail."""
    invitation = actions.ask_partner(by=officer, organisation="A school", email="head@school.example")
    return invitation_address(invitation)


def test_the_officer_asks_from_the_desk_and_one_mail_goes(officer, signed_in):
    asked = {"ask-organisation": "A school", "ask-email": "head@school.example"}

    page = signed_in(officer).post(reverse("conversations:ask_partner"), asked, follow=True)

    assert "We wrote to them" in page.content.decode()
    mail = OutboxMessage.objects.get()
    assert (mail.to, mail.secret) == ("head@school.example", True)


def test_an_address_that_is_none_is_named_and_nothing_typed_is_lost(officer, signed_in):
    asked = {"ask-organisation": "A school", "ask-email": "head"}

    page = signed_in(officer).post(reverse("conversations:ask_partner"), asked).content.decode()

    assert "There is a problem" in page
    assert 'value="A school"' in page
    assert not OutboxMessage.objects.exists()


def test_they_answer_without_an_account_and_it_counts(link, client):
    page = client.get(link).content.decode()
    assert "A school" in page

    thanks = client.post(link, BEGUN | {"next_step": "Ask the sixth form."}, follow=True)

    check = SelfCheck.objects.get()
    assert (check.organisation, check.by, check.on, check.has_begun_all) == (
        "A school", None, timezone.localdate(), True,
    )  # fmt: skip
    assert "We have your answers" in thanks.content.decode()
    assert client.cookies == {}
    assert counted.self_checks(date.today(), timezone.localdate()) == 1


def test_the_desk_shows_that_they_wrote_it_themselves(link, client, officer, signed_in):
    client.post(link, BEGUN)

    page = signed_in(officer).get(reverse("conversations:self_checks")).content.decode()

    assert "written by themselves: has begun with all six" in " ".join(page.split())


def test_their_address_is_kept_nowhere(link):
    assert "head@school.example" not in str(list(SelfCheck.objects.values()))


def test_each_invitation_is_answered_once(link, client):
    client.post(link, BEGUN)

    client.post(link, BEGUN | {"safety": "not_yet"})

    assert SelfCheck.objects.get().answers["safety"] == "begun"
    assert "We have your answers" in client.get(link).content.decode()


def test_opening_it_stores_nothing(link, client):
    client.get(link)
    client.head(link)

    assert not SelfCheck.objects.exists()


def test_an_answer_that_is_missing_is_named_and_the_others_stay(link, client):
    given = {code: answer for code, answer in BEGUN.items() if code != "voice"}

    page = client.post(link, given | {"next_step": "Ask the sixth form."}).content.decode()

    assert "There is a problem" in page
    assert "Ask the sixth form." in page
    assert not SelfCheck.objects.exists()


@pytest.mark.parametrize("change", [lambda link: link[:-5] + "/", lambda link: "/strategy/see-ourselves/x/"])
def test_a_link_that_was_changed_opens_nothing(link, client, change):
    assert client.get(change(link)).status_code == 410


def test_another_site_cannot_answer_for_them(link):
    stranger = Client()

    assert stranger.post(link, BEGUN, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert not SelfCheck.objects.exists()


def test_a_number_or_a_name_in_the_next_step_is_asked_out(link, client):
    page = client.post(link, BEGUN | {"next_step": "Ring 07700 900123."}).content.decode()

    assert "There is a problem" in page
    assert not SelfCheck.objects.exists()


def test_the_board_reads_and_asks_nobody(staff):
    with pytest.raises(PermissionDenied):
        actions.ask_partner(by=staff(Role.BOARD), organisation="A school", email="head@school.example")


class TestTrustAfterConversations:
    @pytest.fixture
    def said(self, make_conversation):
        """So many conversations of last quarter, each with these answers to the trust question."""

        def make(conversations: int, a_lot: int, a_little: int, state: State = State.CODED) -> None:
            on = counted.quarter_before(timezone.localdate())[1] - timedelta(days=3)
            for _ in range(conversations):
                held = make_conversation(state=state, held_on=on)
                for answer, number in (("a_lot", a_lot), ("a_little", a_little)):
                    PulseCount.objects.create(
                        conversation=held, moment="after", statement="trust", answer=answer, number=number
                    )

        return make

    @pytest.mark.parametrize(
        ("conversations", "a_lot", "a_little", "share"), [(3, 8, 2, 85), (2, 20, 5, None), (3, 3, 2, None)]
    )
    def test_is_told_only_of_enough_conversations_and_answers(self, said, conversations, a_lot, a_little, share):
        said(conversations, a_lot, a_little)

        assert counted.trust_said(*counted.quarter_before(timezone.localdate())) == share

    def test_counts_no_conversation_that_does_not_count(self, said):
        said(3, 8, 2, state=State.WITHDRAWN)

        assert counted.trust_said(*counted.quarter_before(timezone.localdate())) is None

    def test_fills_its_indicator_once_a_quarter(self, said, officer):
        said(3, 8, 2)
        fields = {"definition": "x", "kind": "outcome", "source": "x", "owner": "x", "most": 100, "unit": "%"}
        trust = actions.add_indicator(by=officer, name="Trust", fed_by="trust_said", **fields)

        actions.count_indicators()
        actions.count_indicators()

        assert [reading.shown for reading in trust.readings.all()] == ["85%"]
