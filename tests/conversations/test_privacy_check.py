"""What points at one person is refused on every screen, and never repeated or logged."""

import logging

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from conversations import actions, steps
from conversations.privacy import identifiers_in

IDENTIFYING = [
    ("kieran@example.com", "an email address"),
    ("write to KIERAN.S+x@mail.example.co.uk please", "an email address"),
    ("07700 900123", "a phone number"),
    ("ring 020 8314 6660", "a phone number"),
    ("+44 7700 900 123", "a phone number"),
    ("(020) 7946-0018", "a phone number"),
    ("0044 7700900123", "a phone number"),
    ("0161 496 0000", "a phone number"),
    ("SE13 5AB", "a postcode"),
    ("se135ab", "a postcode"),
    ("the flats at EC1A 1BB", "a postcode"),
    ("QQ123456C".replace("QQ", "AB"), "a National Insurance number"),
    ("ab 12 34 56 c", "a National Insurance number"),
]
HARMLESS = [
    "People aged 11 to 16 meet at 6pm.",
    "Ring 999 or 111, or 101.",
    "It was £1,500 in 2026, and 30 people came.",
    "The 36 and the 436 bus skip the stop.",
    "SE13 and SE6 do not talk to each other.",
    "From 2017 to 2025 it went from 100,000 to 250,000.",
    "Year 7s, 8s and 9s.",
    "Meet @ the library",
]


@pytest.mark.parametrize(("text", "kind"), IDENTIFYING)
def test_what_identifies_a_person_is_found(text, kind):
    assert kind in identifiers_in(f"Somebody said {text}, and left.")


@pytest.mark.parametrize("text", HARMLESS)
def test_what_identifies_nobody_is_let_through(text):
    assert identifiers_in(text) == []


@given(st.text(max_size=2000))
def test_no_text_breaks_the_check(text):
    assert isinstance(identifiers_in(text), list)


LABELS = [("words", "Idea 1"), ("dissent", "Did anyone see it differently?"), ("quote_words", "Their own words")]


@pytest.mark.parametrize(("field", "label"), LABELS)
def test_a_point_with_a_phone_number_is_refused_and_kept_on_the_page(at_ben, conversation, field, label):
    form = {
        "words": "Ask the coach",
        "quote_consent": "publish",
        "quote_consent_how": "spoken",
        field: "Ask the coach on 07700 900123",
    }

    page = at_ben.post(
        reverse("conversations:note_points", args=[conversation.reference, steps.step_of("ideas")]), form
    ).content.decode()

    assert f"“{label}” has a phone number in it" in page
    assert "Ask the coach on 07700 900123" in page
    assert conversation.points.count() == 0


@pytest.mark.parametrize(
    "field", ["first_to_hear", "strength_to_build_on", "promised", "how_to_tell", "who_was_missing", "my_view"]
)
def test_the_close_is_checked_too(at_ben, conversation, field):
    page = at_ben.post(
        reverse("conversations:note_close", args=[conversation.reference]), {field: "kieran@example.com"}
    ).content.decode()

    conversation.refresh_from_db()
    assert "has an email address in it" in page
    assert getattr(conversation, field) == ""


def test_no_way_round_the_form(ben, conversation):
    with pytest.raises(ValidationError, match="a postcode"):
        actions.save_point(conversation=conversation, by=ben, kind="idea", words="Near SE13 5AB")
    assert conversation.points.count() == 0


def test_the_text_that_matched_is_never_logged_or_repeated_in_the_sentence(ben, conversation, caplog):
    caplog.set_level(logging.DEBUG)

    with pytest.raises(ValidationError) as refused:
        actions.save_point(conversation=conversation, by=ben, kind="idea", words="Ring 07700 900123")

    assert "07700" not in str(refused.value)
    assert "07700" not in caplog.text
