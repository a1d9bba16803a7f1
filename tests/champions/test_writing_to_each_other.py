"""Two champions who both want it write to each other through us, and neither sees an address."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from champions import actions, links
from champions.actions.relaying import MOST_IN_A_DAY
from champions.forms.network import has_a_way_round_us
from champions.models import Champion
from common import outbox
from common.models import OutboxMessage
from common.sealed import unseal

pytestmark = pytest.mark.django_db

OTHERS = reverse("champions:others")
OPEN = {"may_be_written_to": "on", "shares": ["name", "languages"], "contact_about": ["question"], "languages": "Twi"}


@pytest.fixture
def make_open(make_champion):
    def make(email: str, first_name: str = "", **fields) -> Champion:
        shares = ["name"] if first_name else []
        return make_champion(email, first_name, may_be_written_to=True, shares=shares, **fields)

    return make


@pytest.fixture
def amara(make_open) -> Champion:
    return make_open("amara@example.org", "Amara")


@pytest.fixture
def ben(make_open) -> Champion:
    return make_open("ben@example.org", "Ben")


def passed_on() -> list[OutboxMessage]:
    return list(OutboxMessage.objects.filter(kind="champions/emails/passed_on"))


def write(client, to: Champion, text: str, **more):
    return client.post(links.write_address(to), {"text": text, **more}, follow=True)


def test_until_somebody_ticks_it_others_see_nothing_and_they_see_nobody(make_champion, ben, signed_in):
    quiet = make_champion("quiet@example.org", "Quiet")

    assert "Ben" not in signed_in(quiet.user).get(OTHERS).content.decode()
    assert "Quiet" not in signed_in(ben.user).get(OTHERS).content.decode()


def test_others_see_what_somebody_ticked_and_nothing_else(make_champion, ben, signed_in):
    amara = make_champion("amara@example.org", "Amara", setting="shop")
    signed_in(amara.user).post(reverse("champions:open_to_others"), OPEN)

    page = signed_in(ben.user).get(OTHERS).content.decode()

    assert "Amara" in page
    assert "Twi" in page
    assert "A shop" not in page
    assert "amara@example.org" not in page


def test_closing_it_takes_everything_back(amara, ben, signed_in):
    signed_in(amara.user).post(reverse("champions:open_to_others"), {"languages": "", "shares": ["name"]})

    amara.refresh_from_db()
    assert (amara.may_be_written_to, amara.shares, amara.contact_about) == (False, [], [])
    assert "Amara" not in signed_in(ben.user).get(OTHERS).content.decode()


def test_a_message_is_passed_on_without_an_address(amara, ben, signed_in):
    write(signed_in(amara.user), ben, "Shall we share a stall?")

    (message,) = passed_on()
    words = unseal(message.text, purpose=outbox.PURPOSE)
    assert message.to == "ben@example.org"
    assert "Shall we share a stall?" in words
    assert "Amara has written to you" in words
    assert "amara@example.org" not in words + message.subject
    assert "stall" not in message.subject


def test_somebody_who_shows_no_name_writes_without_one(make_open, ben, signed_in):
    quiet = make_open("quiet@example.org")
    write(signed_in(quiet.user), ben, "Hello.")

    assert "Somebody has written to you" in unseal(passed_on()[0].text, purpose=outbox.PURPOSE)


def test_the_answer_goes_back_the_same_way(amara, ben, signed_in):
    write(signed_in(amara.user), ben, "Hello.")
    words = unseal(passed_on()[0].text, purpose=outbox.PURPOSE)
    here = next(line for line in words.splitlines() if "/my/network/others/" in line and "/me/" not in line)

    signed_in(ben.user).post("/" + here.split("/", 3)[3], {"text": "Yes!"})

    assert sorted(message.to for message in passed_on()) == ["amara@example.org", "ben@example.org"]


def test_a_phone_number_is_pointed_out_once_and_then_sent(amara, ben, signed_in):
    client = signed_in(amara.user)

    page = write(client, ben, "Ring me on 07700 900123").content.decode()
    assert "There is a phone number, an email address or a link" in page
    assert "07700 900123" in page
    assert passed_on() == []

    write(client, ben, "Ring me on 07700 900123", anyway="on")
    assert len(passed_on()) == 1


@given(st.text(alphabet="abcdefghij ,.!", max_size=80))
def test_plain_words_are_never_pointed_out(words):
    assert not has_a_way_round_us(words)


@pytest.mark.parametrize(
    "text", ["a@b.org", "020 7946 0001", "+44 20 7946 0001", "(07700) 900-123", "https://x.example", "WWW.x.example"]
)
def test_ways_round_us_are_found(text):
    assert has_a_way_round_us(f"Use {text} please")


def test_nobody_is_flooded(amara, ben, signed_in):
    for number in range(MOST_IN_A_DAY):
        actions.pass_on(sender=amara, to=ben, text=f"Hello {number}")

    page = write(signed_in(amara.user), ben, "One more").content.decode()

    assert "as many messages as a day allows" in page
    assert "One more" in page
    assert len(passed_on()) == MOST_IN_A_DAY


def test_who_closed_it_meanwhile_gets_nothing_and_the_old_link_says_so(amara, ben, signed_in):
    here = links.write_address(ben)
    Champion.objects.filter(pk=ben.pk).update(may_be_written_to=False)

    assert signed_in(amara.user).post(here, {"text": "Hello"}).status_code == 410
    with pytest.raises(actions.NotOpenToOthers):
        actions.pass_on(sender=amara, to=ben, text="Hello")
    assert passed_on() == []


def test_whoever_is_not_in_the_network_cannot_write(ben, make_user, signed_in):
    assert signed_in(make_user("stranger@example.org")).get(links.write_address(ben)).status_code == 403


def test_a_message_that_waits_goes_when_its_reader_is_erased(amara, ben):
    actions.pass_on(sender=amara, to=ben, text="Hello")
    OutboxMessage.objects.update(state=OutboxMessage.State.QUEUED)

    actions.leave(user=ben.user)

    assert passed_on() == []


def test_the_list_stays_within_its_queries(make_open, amara, signed_in, django_assert_max_num_queries):
    for number in range(15):
        make_open(f"p{number}@example.org", "Somebody")
    client = signed_in(amara.user)
    client.get(OTHERS)

    with django_assert_max_num_queries(9):
        client.get(OTHERS)
