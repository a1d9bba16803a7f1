"""How much an unknown word sounds like a name: groups of three letters, counted in our names and in English words.

A list of names is never complete, and the people whose names are missing would be worse protected. This hears "-owski"
and "Olu-" in names that nobody listed. It is arithmetic on our own two lists, and nothing is learnt from notes.
"""

import math
from collections import Counter
from functools import lru_cache

from conversations.privacy.words import ambiguous, english, names

_LEAST = 4


@lru_cache(maxsize=1)
def _odds() -> tuple[dict[str, float], float]:
    """For each group of three letters the logarithm of how much likelier it is in a name; and for unseen ones."""
    in_names, in_words = _counted(names() - ambiguous()), _counted(english())
    all_names, all_words = sum(in_names.values()), sum(in_words.values())
    odds = {
        group: math.log((in_names[group] + 0.5) / all_names) - math.log((in_words[group] + 0.5) / all_words)
        for group in in_names.keys() | in_words.keys()
    }
    return odds, math.log(all_words / all_names)


def _counted(words) -> Counter:
    return Counter(group for word in words if len(word) >= _LEAST for group in _groups(word))


def _groups(word: str) -> list[str]:
    edged = f"^{word}$"
    return [edged[place : place + 3] for place in range(len(edged) - 2)]


def likeness(word: str) -> float:
    """Above 0: sounds more like a name than like an English word. `word` in small letters without accents."""
    if len(word) < _LEAST:
        return -1.0
    odds, unseen = _odds()
    groups = _groups(word)
    return sum(odds.get(group, unseen) for group in groups) / len(groups)
