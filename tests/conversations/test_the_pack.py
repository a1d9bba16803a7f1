"""What Ben takes along to a conversation he planned."""

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from common.models import BigQuestion
from conversations import actions
from conversations.demo.guide import first_guide
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


def test_the_note_sheet_can_be_printed_read_aloud_and_left_on_a_bus(at_ben, ben, vocabulary, yesterday):
    first_guide()
    planned = actions.plan(facilitator=ben, held_on=yesterday, setting="school", host="The Blue Hall")

    answer = at_ben.get(address(planned, "note_sheet"))
    sheet = PdfReader(io.BytesIO(answer.content))
    text = " ".join(" ".join(page.extract_text() for page in sheet.pages).split())

    assert answer["Content-Type"] == "application/pdf"
    assert "pdfuaid" in sheet.xmp_metadata.stream.get_data().decode()
    for words in (planned.reference, planned.withdrawal_code, *planned.quote_codes, "020 8314 6660"):
        assert words in text
    for question in BigQuestion.objects.all():
        assert question.name in text
    order = ["Start with what is good", "Safety mapping", "What is already working here?", "causing harm?"]
    assert sorted(order, key=text.index) == order
    assert "Blue Hall" not in text
    assert ben.email not in text


def test_a_conversation_without_a_guide_has_a_sheet_too(at_ben, conversation):
    assert at_ben.get(address(conversation, "note_sheet")).content.startswith(b"%PDF")


def test_nobody_else_gets_the_pack(make_facilitator, signed_in, planned):
    eve = signed_in(make_facilitator("eve@example.org"))

    for name in ("conversation_pack", "note_sheet", "conversation_calendar"):
        assert eve.get(address(planned, name)).status_code == 404
