"""At the end Ben writes what the partnership should hear, what he promised, and how people will hear from it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from conversations import actions
from conversations.privacy.notes import PrivacyCheck

CLOSE = {
    "first_to_hear": "Keep places open", "promised": "A letter.", "how_to_tell": "A letter to the school.",
    "who_was_missing": "Fathers.", "my_view": "I was tired.",
}  # fmt: skip


def address(conversation, name: str = "note_close") -> str:
    return reverse(f"conversations:{name}", args=[conversation.reference])


def by(day) -> dict:
    return {"tell_by_day": day.day, "tell_by_month": day.month, "tell_by_year": day.year}


def test_how_and_by_when_people_hear_may_lie_ahead_and_is_on_the_page_before_it_is_handed_in(at_ben, conversation):
    in_a_month = timezone.localdate() + timedelta(days=30)

    at_ben.post(address(conversation), CLOSE | by(in_a_month))

    conversation.refresh_from_db()
    assert (conversation.how_to_tell, conversation.tell_by) == ("A letter to the school.", in_a_month)
    page = at_ben.get(address(conversation, "check_note")).content.decode()
    assert all(words in page for words in CLOSE.values())


def test_the_reader_of_the_note_sees_it_too(analyst, signed_in, make_conversation):
    conversation = make_conversation(state="accepted", **CLOSE)

    page = signed_in(analyst).get(address(conversation, "read_note")).content.decode()

    assert "A letter to the school." in page


@pytest.mark.parametrize("wrong", [{"tell_by_day": "31", "tell_by_month": "2", "tell_by_year": "2031"},
                                   {"tell_by_day": "soon"}])  # fmt: skip
def test_a_day_that_is_none_is_a_sentence_and_loses_nothing(at_ben, conversation, wrong):
    page = at_ben.post(address(conversation), CLOSE | wrong).content.decode()

    assert "There is a problem" in page
    assert "A letter to the school." in page


def test_a_name_in_how_they_hear_is_found_by_the_privacy_check_and_can_be_redacted(ben, conversation):
    actions.save_close(conversation=conversation, by=ben, how_to_tell="We ring Kieran when there is news.")
    conversation.refresh_from_db()

    check = PrivacyCheck(conversation)
    assert "Kieran" in [found.matched for found in check.to_decide]

    check.text_at("close-how_to_tell").write("We ring the coach when there is news.")
    conversation.refresh_from_db()
    assert "Kieran" not in conversation.how_to_tell


def test_no_free_text_of_a_note_escapes_the_privacy_check():
    from django.db.models import CharField, TextField

    from conversations.models import Conversation
    from conversations.privacy.notes import _CLOSE

    texts = {
        field.name for field in Conversation._meta.get_fields()
        if isinstance(field, (CharField, TextField)) and not field.choices and field.editable
    }  # fmt: skip
    # The reason is written by the reader, whose form refuses identifiers.
    assert texts - {"return_reason"} == set(_CLOSE)
