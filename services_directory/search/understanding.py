"""What somebody asks for: their words taken as they were meant, with the ways in which the directory says the same.

Three things help: the staff's list of what people type (a word of the directory, a situation, or both), spelling that
is put right against the words that we know, and how a word sounds.
"""

import math
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from services_directory.search.words import STOP_WORDS, WEAK_WORDS, sound_of, stem, stems_of, words_in

# How sure we are that it was meant, by how we came to it.
SAID, SYNONYM, SAME_SOUND, PREFIX, CORRECTED = 1.0, 0.9, 0.9, 0.7, 0.75
# A word of a longer phrase that staff have explained says less by itself.
PART_OF_PHRASE = 0.4
# Words in the longest phrase that the staff's list is asked for, and how many others may stand among them.
LONGEST_PHRASE, GAP = 5, 1
_SITUATION = "situation:"

# One thing that was asked for: the ways to say it, each a few stems, and how sure we are that it was meant.
Group = dict[tuple[str, ...], float]


def situation(need: int) -> str:
    """The situation with this key, as the index keeps it beside the words. No word has a colon."""
    return f"{_SITUATION}{need}"


class Understanding:
    """Knows the words of the directory, as they are spelt, and the staff's list: what is `said`, and its meanings."""

    def __init__(self, words: set[str], said: dict[tuple[str, ...], list[str]], said_words: Iterable[str] = ()):
        self._written = {stem(word) for word in words}
        self._ways = {phrase: _ways(meanings) for phrase, meanings in said.items() if phrase}
        self._known = self._written.union(*self._ways)
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        for known in self._known:
            self._by_sound[sound_of(known)].add(known)
        for word in {*words, *said_words} - STOP_WORDS:
            self._by_sound[sound_of(word)].add(stem(word))
        self._sounds = sorted(self._by_sound)

    def groups(self, typed: str) -> list[Group]:
        """The things asked for, each with the ways to say it."""
        words = self._split(words_in(typed))
        strong = [word for word in words if word not in STOP_WORDS | WEAK_WORDS]
        passed_over = STOP_WORDS | WEAK_WORDS if strong else STOP_WORDS
        meant = [self._meant(word) for word in words]
        groups, covered = self._phrases(words, meant, passed_over)
        for position, word in enumerate(words):
            if word in passed_over:
                continue
            sureness = PART_OF_PHRASE if position in covered else 1.0
            ways = {(known,): sureness * sure for known, sure in meant[position].items() if known in self._written}
            groups.append(ways | covered.get(position, {}))
        return [group for group in groups if group] or [{}]

    def situation_of(self, typed: str) -> int | None:
        """The key of the situation that the words tell of most; nothing if they tell of none."""
        sure: dict[int, float] = defaultdict(float)
        for group in self.groups(typed):
            for way, worth in group.items():
                if way[0].startswith(_SITUATION):
                    sure[int(way[0].removeprefix(_SITUATION))] += worth
        return max(sure, key=lambda need: sure[need], default=None)

    def _phrases(self, words, meant, passed_over) -> tuple[list[Group], dict[int, Group]]:
        """What the staff's list says: of phrases of several words, and of each word by its position.

        A longer phrase hides those inside it: "scared of my son" is no "scared". The words of a phrase get no ways.
        """
        best = [max(ways, key=lambda known: ways[known], default="") for ways in meant]
        found: list[tuple[int, int, Group]] = []
        for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                end = start + length
                if any(first <= start and end <= last for first, last, _ in found):
                    continue
                phrase = tuple(best[start:end])
                ways = self._ways.get(phrase) or (self._with_gap(phrase) if length > 3 else None)
                if ways and (length > 1 or words[start] not in passed_over):
                    found.append((start, end, ways))
        phrases = [ways for start, end, ways in found if end - start > 1]
        covered: dict[int, Group] = {}
        for start, end, ways in found:
            for position in range(start, end):
                sure = max(meant[position].values(), default=1.0)
                covered[position] = {way: sure * worth for way, worth in ways.items()} if end - start == 1 else {}
        return phrases, covered

    def _with_gap(self, phrase: tuple[str, ...]) -> Group | None:
        """The meaning of a phrase with one more word in it: "take my money" of "take all my money"."""
        for skipped in range(1, len(phrase) - 1):
            if ways := self._ways.get(phrase[:skipped] + phrase[skipped + 1 :]):
                return ways
        return None

    def _split(self, words: list[str]) -> list[str]:
        """Words written together that we know apart, and apart that we know together, as we know them."""
        tidy: list[str] = []
        for word in words:
            if tidy and not self._knows(word) and self._knows(tidy[-1] + word):
                tidy[-1] += word
                continue
            halves = self._halves(word) if len(word) > 6 and not self._knows(word) else None
            tidy.extend(halves or [word])
        return tidy

    def _halves(self, word: str) -> list[str] | None:
        cuts = ([word[:cut], word[cut:]] for cut in range(3, len(word) - 2))
        return next((halves for halves in cuts if all(self._knows(half) for half in halves)), None)

    def _knows(self, word: str) -> bool:
        return word in STOP_WORDS or stem(word) in self._known

    def _meant(self, word: str) -> dict[str, float]:
        """The stems that we know and that `word` perhaps stands for, with how sure we are."""
        stemmed = stem(word)
        if stemmed in self._known or word in STOP_WORDS:
            return {stemmed: SAID}
        sound = sound_of(word)
        if same := self._by_sound.get(sound):
            return dict.fromkeys(same, SAME_SOUND)
        if len(word) < 3:
            return {}
        begun = {known for heard in self._sounds if heard.startswith(sound) for known in self._by_sound[heard]}
        if begun or len(word) < 4:
            return dict.fromkeys(begun & self._written, PREFIX)
        return self._corrected(word, sound)

    def _corrected(self, word: str, sound: str) -> dict[str, float]:
        """The known words that are one slip of the finger away, or two in a long word."""
        if len(sound) < 4:
            return {}
        slips = 1 if len(word) < 7 else 2
        near = process.extract(sound, self._sounds, scorer=OSA.distance, score_cutoff=slips, limit=8)
        fewest = min((distance for _, distance, _ in near), default=0)
        found = [known for heard, distance, _ in near if distance == fewest for known in self._by_sound[heard]]
        return dict.fromkeys((known for known in found if known[0] == word[0] or len(word) > 5), CORRECTED)


def _ways(meanings: list[str]) -> Group:
    """Each meaning as stems. A word that is said in several situations tells less of each."""
    situations = [meaning for meaning in meanings if meaning.startswith(_SITUATION)]
    ways: Group = {(meaning,): SYNONYM / math.sqrt(len(situations)) for meaning in situations}
    written = (tuple(stems_of(meaning)) for meaning in meanings if not meaning.startswith(_SITUATION))
    return ways | {stems: SYNONYM for stems in written if stems}
