"""Words that come up where no theme fits: perhaps the codebook has a gap there. For the people who code, alone."""

from collections.abc import Iterable
from math import log

from common.disclosure import LEAST_CONVERSATIONS
from conversations.suggestions.words import stem, words_of

MOST_WORDS = 12


def words_without_a_theme(without: Iterable[tuple[int, str]], with_theme: Iterable[str]) -> list[tuple[str, int]]:
    """`without` gives conversation and words of points that fit no theme. The words that stand out, and in how many
    conversations each was said: three or more, so that no single session is pointed at.
    """
    said: dict[str, set[int]] = {}
    spelt: dict[str, str] = {}
    for conversation, text in without:
        for word in words_of(text):
            said.setdefault(stem(word), set()).add(conversation)
            spelt.setdefault(stem(word), word.lower())
    elsewhere: dict[str, int] = {}
    for text in with_theme:
        for name in {stem(word) for word in words_of(text)} & said.keys():
            elsewhere[name] = elsewhere.get(name, 0) + 1
    often = [name for name, conversations in said.items() if len(conversations) >= LEAST_CONVERSATIONS]
    often.sort(key=lambda name: (-len(said[name]) / (1 + log(1 + elsewhere.get(name, 0))), name))
    return [(spelt[name], len(said[name])) for name in often[:MOST_WORDS]]
