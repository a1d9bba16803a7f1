"""A note is handed in once, and only when it is complete."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from conversations import actions
from conversations.models import Conversation
from conversations.states import State


def check(conversation: Conversation) -> str:
    return reverse("conversations:check_note", args=[conversation.reference])


def test_an_empty_note_is_told_what_is_missing(at_ben, conversation):
    answer = at_ben.post(check(conversation), follow=True)

    conversation.refresh_from_db()
    page = answer.content.decode()
    assert conversation.state == State.DRAFT
    assert "Write down at least one thing that people said" in page
    assert "Answer the question about safety" in page


def test_handing_in_three_times_is_handing_in_once(at_ben, conversation, complete):
    complete(conversation)
    for _ in range(3):
        answer = at_ben.post(check(conversation), follow=True)
        assert answer.status_code == 200

    conversation.refresh_from_db()
    first = conversation.submitted_at
    assert conversation.state == State.SUBMITTED
    assert actions.submit(conversation=conversation, by=conversation.facilitator).submitted_at == first
    assert Conversation.objects.count() == 1


def test_a_note_that_is_handed_in_is_not_changed_any_more(at_ben, conversation, complete):
    complete(conversation)
    at_ben.post(check(conversation))

    answer = at_ben.post(reverse("conversations:note_close", args=[conversation.reference]), {"first_to_hear": "Late"})

    conversation.refresh_from_db()
    assert answer.status_code == 302
    assert conversation.first_to_hear == ""
    with pytest.raises(PermissionDenied):
        actions.save_close(conversation=conversation, by=conversation.facilitator, first_to_hear="Late")


def test_the_opening_words_must_have_been_read(conversation, complete):
    complete(conversation)
    conversation.opening_words_read = False
    conversation.save()

    with pytest.raises(actions.NoteIncomplete, match="opening words"):
        actions.submit(conversation=conversation, by=conversation.facilitator)


def test_the_receipt_says_when_and_what_is_next(at_ben, conversation, complete):
    complete(conversation)
    at_ben.post(check(conversation))

    page = at_ben.get(reverse("conversations:note", args=[conversation.reference])).content.decode()

    assert "We have your note" in page
    assert "What happens next" in page


def test_a_note_that_came_back_is_changed_and_handed_in_again(at_ben, coordinator, conversation, complete):
    complete(conversation)
    actions.submit(conversation=conversation, by=conversation.facilitator)
    actions.send_back(conversation=conversation, by=coordinator, reason="Please split the first point.")

    page = at_ben.get(reverse("conversations:note", args=[conversation.reference])).content.decode()
    at_ben.post(check(conversation))

    conversation.refresh_from_db()
    assert "Please split the first point." in page
    assert conversation.state == State.SUBMITTED
