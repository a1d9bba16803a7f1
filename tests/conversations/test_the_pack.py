"""What Ben takes along to a conversation he planned."""

import pytest
from django.urls import reverse

from conversations import actions
from conversations.models import Conversation, GuideVersion


def address(conversation: Conversation, name: str = "conversation_pack") -> str:
    return reverse(f"conversations:{name}", args=[conversation.reference])


@pytest.fixture
def planned(ben, vocabulary, yesterday) -> Conversation:
    GuideVersion.objects.create(
        name="Guide", opening_words="We write down ideas.", consent_words="May I?", in_use_from=yesterday
    )
    return actions.plan(facilitator=ben, held_on=yesterday, setting="school")


def test_the_pack_holds_the_words_the_card_the_sheet_and_the_numbers(at_ben, planned):
    page = at_ben.get(address(planned)).content.decode()

    for words in ("We write down ideas.", "May I?", planned.reference, planned.withdrawal_code, "020 8314 6660"):
        assert words in page
    assert page.index("What is already working here?") < page.index("What did people say is causing harm?")


def test_the_card_says_neither_where_nor_when(planned):
    from django.template.loader import render_to_string

    card = render_to_string("conversations/_card.html", {"conversation": planned})

    assert planned.reference not in card
    assert planned.place not in card


def test_one_that_was_planned_before_there_were_cards_gets_one_and_keeps_it(at_ben, conversation):
    at_ben.get(address(conversation))
    conversation.refresh_from_db()
    first = conversation.withdrawal_code
    at_ben.get(address(conversation))

    conversation.refresh_from_db()
    assert len(first) == 9
    assert conversation.withdrawal_code == first


def test_the_calendar_entry_names_the_ward_and_nobody(at_ben, planned):
    answer = at_ben.get(address(planned, "conversation_calendar"))
    text = answer.content.decode()

    assert answer["Content-Type"].startswith("text/calendar")
    assert planned.reference in text
    assert "ATTENDEE" not in text
    assert planned.withdrawal_code not in text


def test_nobody_else_gets_the_pack(make_facilitator, signed_in, planned):
    assert signed_in(make_facilitator("eve@example.org")).get(address(planned)).status_code == 404
