"""Which answers each screen of a note holds, and how a page knows that newer ones were saved elsewhere meanwhile."""

import hashlib
import json
from collections.abc import Iterable

from django.db.models import Model

from conversations.models import Conversation, Point
from conversations.steps import POINT_STEPS

FACTS = ["held_on", "setting", "ward", "language", "total_attended", "under_18s_present", "opening_words_read"]
PEOPLE = ["people", "people_counted"]
CLOSE = [
    "first_to_hear", "second_to_hear", "third_to_hear", "strength_to_build_on", "promised", "how_to_tell",
    "tell_by", "who_was_missing", "my_view",
]  # fmt: skip
POINT = ["kind", "words", "who_should_act", "horizon", "place_scope", "feeling", "level", "dissent", "big_question"]
QUOTE = ["words", "consent", "consent_how", "speaker"]
_OF_CONVERSATION = {"facts": FACTS, "people": PEOPLE, "close": CLOSE}


class NoSuchScreen(Exception):
    """No screen has this name, or no point this number."""


class ChangedElsewhere(Exception):
    """Newer words were stored from another page. The message is a sentence for the person who was about to."""

    def __init__(self, message: str = "Newer words were saved from another page or phone.") -> None:
        super().__init__(message)


def screen_of(point: Point) -> str:
    """The name of the screen on which this point is changed."""
    return f"point-{point.number}"


def stamp_of(row: Model, fields: Iterable[str]) -> str:
    """A short fingerprint of what `row` holds in `fields`, its quote included: other words, other stamp."""
    values = [[name, getattr(row, f"{name}_id", getattr(row, name))] for name in fields]
    if quote := getattr(row, "quote", None):
        values.append(["quote", [getattr(quote, name) for name in QUOTE]])
    return hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()[:16]


def stamp_of_screen(conversation: Conversation, screen: str) -> str:
    """The stamp of what is saved now behind this screen; "" where each answer is a new point. Raises NoSuchScreen."""
    if fields := _OF_CONVERSATION.get(screen):
        return stamp_of(conversation, fields)
    if screen in POINT_STEPS:
        return ""
    number = screen.removeprefix("point-")
    point = conversation.points.filter(number=number).first() if number.isdecimal() and len(number) < 5 else None
    if point is None or screen != screen_of(point):
        raise NoSuchScreen
    return stamp_of(point, POINT)


def refuse_if_changed(row: Model, fields: Iterable[str], seen: str) -> None:
    """Raise ChangedElsewhere where the page that posts had `seen` something else. "": there is nothing to compare."""
    if seen and seen != stamp_of(row, fields):
        raise ChangedElsewhere
