"""How hard a text is to read: Björnsson's index (LIX), which Wagtail's own checks use too."""

import re

# users.md R12: start at LIX 40, about what a child of eleven reads.
HARDEST = 40
LONGEST_SENTENCE = 20


def lix(text: str) -> float:
    """Words per sentence, and the share of words of more than six letters. 0 for a text without words."""
    sentences, words = _sentences(text), _words(text)
    if not words:
        return 0
    return len(words) / len(sentences) + 100 * sum(len(word) > 6 for word in words) / len(words)


def longest_sentence(text: str) -> str:
    """The sentence with the most words."""
    return max(_sentences(text), key=lambda sentence: len(_words(sentence)), default="")


def words_in(text: str) -> int:
    return len(_words(text))


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[.!?:]+(?:\s|$)|\n+", text) if re.search(r"\w", part)]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w’'-]*", text)
