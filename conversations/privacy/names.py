"""Possible names of people. A warning, never a refusal: the writer decides, and a second person looks."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from conversations.privacy.likeness import likeness
from conversations.privacy.words import allowed, ambiguous, is_english, names, word_set

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Letters that have no accent to take off.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ß": "s", "æ": "a", "œ": "o", "’": "'"})
_ENDS_A_SENTENCE = re.compile(r"(?:[.!?:;…\n•|/(\[“\"‘]|\s[-–—])[\s“\"‘(]*$")
_PLACES = word_set("places.txt")
_CUES = re.compile(
    r"(?:\b(?:called|named|nicknamed|name\s+is|name['’]s|mr|mrs|ms|miss|mister|dr|pc|sgt|uncle|aunty|auntie|tio|tia|"
    r"mate|friend|son|daughter|brother|sister|cousin|neighbour|boyfriend|girlfriend|husband|wife|coach|teacher|victim|"
    r"signed)\.?,?\s+)$",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"['’]?\s+(?:said|told|asked|says|texted|phoned|rang|thinks|lives|goes|went|got|who|and i)\b", re.IGNORECASE
)
# How much like a name an unknown word must sound: beside nothing, and at the start of a sentence. Tuned on the demo.
_SMALL, _FIRST = 0.15, -0.3
_NAMES_A_PLACE = re.compile(
    r"\b(?:in|at|near|from|around|across|of|to|by|on|since|until|till|last|next|this|every|each|during|before|after|"
    r"between|through|outside|and|or|south|north|east|west)\s+$",
    re.IGNORECASE,
)
_NEVER, _GRAMMAR = word_set("never.txt"), word_set("grammar.txt")


@dataclass(frozen=True)
class Word:
    """One word of the text, in its place."""

    text: str
    start: int
    end: int
    plain: str
    opens: bool

    @property
    def has_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_initials(self) -> bool:
        """Such as NHS or BSL. Longer ones are words that are shouted."""
        return len(self.text) <= 5 and self.text.isupper()


def plain(word: str) -> str:
    """In small letters, without accents and without the 's of a possessive."""
    folded = unicodedata.normalize("NFKD", word.casefold().translate(_PLAIN))
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter)).translate(_PLAIN)
    return re.sub(r"'s$|s'$", "", bare).strip("'-")


def names_in(text: str, *, also_allowed: Collection[str] = ()) -> list[tuple[int, int]]:
    """Where the possible names in `text` start and end. `also_allowed`: what staff say names nobody, any case."""
    words = _words(text)
    known = _Allowed(text, also_allowed)
    # In a text that is all capitals or all titles, a capital says nothing.
    capitals = sum(word.has_capital for word in words)
    says_nothing = len(words) > 3 and capitals > 0.7 * len(words)
    # The sound of a word says nothing in another language: there only listed names and capitals count.
    knows = len(words) < 6 or sum(is_english(word.plain) for word in words) > 0.5 * len(words)
    flags = [not known.covers(word) and _is_name(text, word, words, place, says_nothing, knows)
             for place, word in enumerate(words)]  # fmt: skip
    _join(words, flags, known)
    return _runs(text, words, flags)


def _words(text: str) -> list[Word]:
    return [
        Word(
            match[0], match.start(), match.end(), plain(match[0]),
            opens=bool(_ENDS_A_SENTENCE.search(text[max(0, match.start() - 9) : match.start()])) or not match.start(),
        )
        for match in _WORD.finditer(text)
    ]  # fmt: skip


class _Allowed:
    """What names nobody: the words we ship, by their capitals, and the phrases of the staff, wherever they stand."""

    def __init__(self, text: str, phrases: Collection[str]) -> None:
        self.text = text
        self.spans = [
            (*match.span(), phrase.strip())
            for phrase in phrases
            if phrase.strip()
            for match in re.finditer(rf"(?<!\w){re.escape(phrase.strip())}(?!\w)", text, re.IGNORECASE)
        ]

    def covers(self, word: Word) -> bool:
        if word.plain in names() and not _NAMES_A_PLACE.search(self.text[: word.start]):
            # Evelyn is a ward and a woman, April a month and a girl: alone, it may be either.
            return any(start <= word.start and word.end <= end and " " in phrase for start, end, phrase in self.spans)
        bare = re.sub(r"['’]s?$", "", word.text)
        return bare in allowed() or any(start <= word.start and word.end <= end for start, end, _ in self.spans)


def _is_name(text: str, word: Word, words: list[Word], place: int, says_nothing: bool, knows: bool) -> bool:
    bare = word.plain
    if len(bare) < 2 or bare in _NEVER:
        return False
    listed = _is_listed(bare)
    common = bare in ambiguous() or (is_english(bare) and not listed)
    if listed and not common:
        return not (word.has_capital and _before_a_place(words, place))
    if _CUES.search(text[: word.start]) and (listed or not is_english(bare)) and bare not in _GRAMMAR:
        return True
    if word.has_capital and not says_nothing:
        return _capital_is_a_name(text, word, words, place, listed, common, knows)
    return knows and not common and likeness(bare) > _SMALL


def _is_listed(bare: str) -> bool:
    return bare in names() or (
        "-" in bare and any(part in names() and part not in ambiguous() for part in bare.split("-"))
    )


def _capital_is_a_name(
    text: str, word: Word, words: list[Word], place: int, listed: bool, common: bool, knows: bool
) -> bool:
    if word.is_initials or _before_a_place(words, place):
        return False
    if word.opens:
        # Every sentence has a capital there, so more must speak for a name.
        if common:
            return listed and bool(_SAYS.match(text[word.end :])) and word.plain not in _GRAMMAR
        return knows and likeness(word.plain) > _FIRST
    return listed or not common


def _before_a_place(words: list[Word], place: int) -> bool:
    """Whether the run of capitals from here on ends in a kind of place or group."""
    for following in words[place + 1 : place + 4]:
        if following.plain in _PLACES:
            return True
        if not following.has_capital:
            return False
    return False


def _join(words: list[Word], flags: list[bool], known: _Allowed) -> None:
    """A word beside a name is part of it if it could be one: "grace okafor", "Mark Brown", "van der Berg"."""
    for _ in range(2):
        for place, word in enumerate(words):
            if flags[place] or len(word.plain) < 2 or known.covers(word) or word.plain in _NEVER | _GRAMMAR:
                continue
            before = place > 0 and flags[place - 1]
            after = place + 1 < len(words) and flags[place + 1]
            if not (before or after):
                continue
            shouts = word.has_capital and not word.opens and not word.is_initials
            written_alike = word.has_capital == words[place - 1 if before else place + 1].has_capital
            if written_alike and (shouts or not is_english(word.plain) or word.plain in names()):
                flags[place] = True


def _runs(text: str, words: list[Word], flags: list[bool]) -> list[tuple[int, int]]:
    """Names that stand side by side are one."""
    found: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        if not flags[place]:
            continue
        if found and place and flags[place - 1] and text[found[-1][1] : word.start].strip() in ("", "-"):
            found[-1] = (found[-1][0], word.end)
        else:
            found.append((word.start, word.end))
    return [(start, _without_possessive(text, start, end)) for start, end in found]


def _without_possessive(text: str, start: int, end: int) -> int:
    return end - 2 if re.search(r"['’]s$", text[start:end]) else end
