"""The words that the check knows, read once from the files beside this one."""

from functools import lru_cache
from pathlib import Path

import snowballstemmer

_HERE = Path(__file__).parent
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=1)
def names_by_tradition() -> dict[str, frozenset[str]]:
    """Given and family names in small letters without accents, by naming tradition."""
    rows = (line.split(":", 1) for line in _lines("names.txt"))
    return {tradition: frozenset(names.split()) for tradition, names in rows}


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    return frozenset().union(*names_by_tradition().values())


@lru_cache(maxsize=1)
def ambiguous() -> frozenset[str]:
    """Names that are everyday words too."""
    return frozenset(" ".join(_lines("ambiguous.txt")).split())


@lru_cache(maxsize=8)
def word_set(name: str) -> frozenset[str]:
    """The words of a file, in small letters."""
    return frozenset(" ".join(_lines(name)).split())


@lru_cache(maxsize=1)
def allowed() -> frozenset[str]:
    """Words with a capital that name no person, as they are written."""
    return frozenset(" ".join(_lines("allowed.txt")).split())


@lru_cache(maxsize=1)
def english() -> frozenset[str]:
    """Everyday and written English, in small letters."""
    written = frozenset(" ".join(_lines("english.txt") + _lines("everyday.txt")).split())
    # Places, languages and feasts are typed in small letters too.
    return written | ambiguous() | (frozenset(word.lower() for word in allowed()) - names())


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return frozenset(_STEMMER.stemWords(sorted(english())))


def is_english(word: str) -> bool:
    """Whether `word`, in small letters, or its stem is a known word. "Shutters" and "shuttered" follow "shutter"."""
    if "-" in word:
        return all(len(part) < 2 or is_english(part) for part in word.split("-"))
    return word in english() or _STEMMER.stemWord(word) in _stems()


def _lines(name: str) -> list[str]:
    text = (_HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
