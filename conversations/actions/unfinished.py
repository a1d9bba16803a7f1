"""Keep what is being typed, screen by screen, and let it go once it is saved."""

import re

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from conversations.actions.writing import opened, saved
from conversations.answers import ChangedElsewhere
from conversations.models import Conversation, Unfinished
from conversations.privacy import identifiers_in, sentence

# A whole screen of text that is far too long still fits, so that it can be shortened without being lost.
MOST_CHARACTERS = 60_000
MOST_ANSWERS = 80
_NAME = re.compile(r"[a-z0-9_]{1,40}")
# What belongs to the page and not to the person.
_OF_THE_PAGE = {"csrfmiddlewaretoken", "revision", "next"}
_UNREAD = {"key", "stamp"}


class TooMuch(Exception):
    """More than one screen can hold. The message is a sentence."""


@transaction.atomic
def keep_typed(
    *, conversation: Conversation, by: User, screen: str, answers: dict[str, list[str]], revision: int, stamp: str = ""
) -> tuple[Unfinished, list[str]]:
    """Store the answers of `screen` as they stand, and say what was left out: (what is kept, sentences).

    `revision` is the one that the page has seen (0 for none), `stamp` that of what is saved now. An answer that points
    at one person is not stored. Raises PermissionDenied, ChangedElsewhere (newer words are there) and TooMuch.
    """
    conversation = opened(conversation, by)
    answers = _readable(answers)
    there = conversation.unfinished.of_screen(screen).first()
    if (there.revision if there else 0) != revision or stamp != _first(answers, "stamp"):
        raise ChangedElsewhere
    key = _first(answers, "key")
    if key and conversation.points.filter(key=key).exists():
        raise ChangedElsewhere("This one was saved already, from another page or phone.")
    left_out = [name for name, values in answers.items() if name not in _UNREAD and _points_at_somebody(values)]
    before = there.answers if there else {}
    kept = {name: before.get(name, [""]) if name in left_out else values for name, values in answers.items()}
    unfinished, _ = Unfinished.objects.update_or_create(
        conversation=conversation, screen=screen,
        defaults={"answers": kept, "revision": revision + 1, "saved_at": timezone.now()},
    )  # fmt: skip
    saved(conversation, "")
    return unfinished, [_sentence(answers[name]) for name in left_out]


def let_go(conversation: Conversation, screen: str, key: str = "") -> None:
    """It is saved now: what was kept of it is not needed. Of another form on the same screen it is."""
    for unfinished in conversation.unfinished.of_screen(screen):
        if not unfinished.key or unfinished.key == key:
            unfinished.delete()


def _readable(answers: dict[str, list[str]]) -> dict[str, list[str]]:
    kept = {
        name: [value.replace("\x00", "") for value in values]
        for name, values in answers.items()
        if name not in _OF_THE_PAGE and _NAME.fullmatch(name)
    }
    if len(kept) > MOST_ANSWERS or sum(len(value) for values in kept.values() for value in values) > MOST_CHARACTERS:
        raise TooMuch("This is too long to be saved as you type. Make it shorter: nothing is lost while you stay here.")
    return kept


def _first(answers: dict[str, list[str]], name: str) -> str:
    return (answers.get(name) or [""])[0]


def _points_at_somebody(values: list[str]) -> bool:
    return any(identifiers_in(value) for value in values)


def _sentence(values: list[str]) -> str:
    kinds = list(dict.fromkeys(kind for value in values for kind in identifiers_in(value)))
    return sentence("One answer", kinds)
