"""Somebody's own words are kept only with a yes, we know how it was given, and their card takes them out for good."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from accounts.roles import Role
from common.models import OutboxMessage
from conversations import actions, steps
from conversations.models import Quote, Unfinished
from conversations.states import State
from conversations.workbook.columns import SHEETS
from conversations.workbook.writing import template

QUOTE = {"words": "It is my second home.", "consent": "publish", "consent_how": "spoken", "speaker": "parent"}


def ideas(conversation) -> str:
    return reverse("conversations:note_points", args=[conversation.reference, steps.step_of("ideas")])


def written(**overrides) -> dict:
    return {
        "words": "Open the hall.", "quote_words": "It is my second home.", "quote_consent": "publish",
        "quote_consent_how": "written",
    } | overrides  # fmt: skip


@pytest.fixture
def with_cards(conversation):
    return actions.make_cards(conversation=conversation)


@pytest.fixture
def quoted(ben, with_cards):
    """A point of Ben's with the own words of the person who has card 2."""
    point = actions.save_point(
        conversation=with_cards, by=ben, kind="idea", words="Open the hall.", quote=QUOTE | {"card": 2}
    )
    return point.quote


def use_card(client, code: str) -> None:
    assert client.post("/conversations/take-out/", {"code": code}).status_code == 200


def test_ben_says_how_somebody_said_yes_and_which_card_they_have(at_ben, with_cards):
    at_ben.post(ideas(with_cards), written(quote_card="3"))

    quote = Quote.objects.get()
    assert (quote.consent_how, quote.card) == ("written", 3)
    assert quote.withdrawal_code == with_cards.quote_codes[2]


def test_without_how_they_said_yes_nothing_is_stored_and_nothing_is_lost(at_ben, with_cards):
    page = at_ben.post(ideas(with_cards), written(quote_consent_how="")).content.decode()

    assert "Choose how they said yes" in page
    assert "It is my second home." in page
    assert not with_cards.points.exists()


def test_a_speaker_without_a_card_gets_a_code_of_their_own(at_ben, with_cards):
    at_ben.post(ideas(with_cards), written())

    code = Quote.objects.get().withdrawal_code
    assert code not in with_cards.quote_codes
    assert code in at_ben.get(ideas(with_cards)).content.decode()


def test_changing_the_words_keeps_the_card_and_another_card_is_another_code(ben, quoted):
    code = quoted.withdrawal_code
    for card, same in ((2, True), (5, False)):
        said = QUOTE | {"words": "It is my third home.", "card": card}
        actions.change_point(point=quoted.point, by=ben, quote=said)
        quoted.refresh_from_db()
        assert (quoted.withdrawal_code == code) is same


def test_each_pack_has_six_cards_each_with_its_own_code(at_ben, conversation):
    page = at_ben.get(reverse("conversations:conversation_pack", args=[conversation.reference])).content.decode()

    conversation.refresh_from_db()
    codes = {conversation.withdrawal_code, *conversation.quote_codes}
    assert len(codes) == 7
    assert all(code in page for code in codes)


@pytest.mark.parametrize("state", [State.DRAFT, State.ACCEPTED, State.CODED, State.FED_BACK])
def test_the_card_takes_the_words_out_at_any_time_and_the_point_stays(client, quoted, state):
    point = quoted.point
    type(point.conversation).objects.update(state=state)

    use_card(client, quoted.withdrawal_code)

    point.refresh_from_db()
    assert not Quote.objects.exists()
    assert point.words == "Open the hall."


def test_ben_and_the_readers_are_told_and_no_mail_repeats_the_words(client, staff, ben, quoted):
    analyst = staff(Role.ANALYST)
    type(quoted.point.conversation).objects.update(state=State.CODED)

    use_card(client, quoted.withdrawal_code)

    assert set(OutboxMessage.objects.values_list("to", flat=True)) == {ben.email, analyst.email}
    assert not any("second home" in mail.text for mail in OutboxMessage.objects.all())


def test_before_the_note_is_handed_in_nobody_but_ben_is_told(client, staff, ben, quoted):
    staff(Role.ANALYST)

    use_card(client, quoted.withdrawal_code)

    assert list(OutboxMessage.objects.values_list("to", flat=True)) == [ben.email]


def test_a_phone_on_which_the_point_is_open_keeps_its_words_and_forgets_the_speakers(client, ben, quoted, with_cards):
    left = {"words": ["Open both halls."], "quote_words": ["It is my second home."], "stamp": ["x"]}
    Unfinished.objects.create(conversation=with_cards, screen="point-1", answers=left, saved_at=quoted.point.created)

    use_card(client, quoted.withdrawal_code)

    kept = Unfinished.objects.get()
    assert kept.answers["words"] == ["Open both halls."]
    assert "second home" not in str(kept.answers)
    assert kept.revision == 2


def test_one_card_is_good_for_all_that_one_person_said(client, ben, quoted, with_cards):
    actions.save_point(conversation=with_cards, by=ben, kind="idea", words="More.", quote=QUOTE | {"card": 2})
    actions.save_point(conversation=with_cards, by=ben, kind="idea", words="Other.", quote=QUOTE | {"card": 1})

    use_card(client, quoted.withdrawal_code)

    assert [quote.card for quote in Quote.objects.all()] == [1]


def test_no_code_takes_out_the_words_of_before_there_were_cards(quoted):
    Quote.objects.update(withdrawal_code="")

    assert actions.take_quotes_out(code="") == 0
    assert Quote.objects.exists()


def test_a_workbook_says_how_and_which_card(at_ben, with_cards):
    book = load_workbook(io.BytesIO(template()))
    rows = {
        "session": {
            "held_on": "01/11/2025", "setting": "School", "language": "English", "total_attended": 12,
            "under_18s_present": "no", "opening_words_read": "yes",
        },
        "points": {"point_no": 1, "kind": "Idea", "words": "Open the hall."},
        "quotes": {"point_no": 1, "words": "It is warm.", "consent": "publish",
                   "consent_how": "They and a parent or carer said yes", "card": 4},
    }  # fmt: skip
    for sheet, cells in rows.items():
        cells["session_ref"] = with_cards.reference
        book[sheet].append([cells.get(column.name) for column in SHEETS[sheet]])
    file = io.BytesIO()
    book.save(file)

    at_ben.post("/my/conversations/upload/", {"workbook": SimpleUploadedFile("notes.xlsx", file.getvalue())})

    quote = Quote.objects.get()
    assert (quote.consent_how, quote.card) == ("guardian", 4)
