"""A point may say in what kind of place it happens. It never has to, and it never says which place."""

from django.urls import reverse

from conversations import steps
from conversations.choices import PlaceScope


def ideas(conversation) -> str:
    return reverse("conversations:note_points", args=[conversation.reference, steps.step_of("ideas")])


def test_a_point_says_in_what_kind_of_place(at_ben, conversation):
    at_ben.post(ideas(conversation), {"words": "More staff at the stops.", "place_scope": "transport"})

    assert conversation.points.get().place_scope == PlaceScope.TRANSPORT
    assert "· On a bus, a train or at a stop</p>" in at_ben.get(ideas(conversation)).content.decode()


def test_nobody_has_to_say_where(at_ben, conversation):
    at_ben.post(ideas(conversation), {"words": "More staff at the stops."})

    assert conversation.points.get().place_scope == PlaceScope.NOT_SAID


def test_the_name_of_a_place_is_refused_and_the_words_stay(at_ben, conversation):
    answer = at_ben.post(ideas(conversation), {"words": "More staff at the stops.", "place_scope": "Bus stop K"})

    assert not conversation.points.exists()
    assert "More staff at the stops." in answer.content.decode()
