"""Which services fit what somebody typed, best first.

The index holds words and keys only. What it finds is looked up again under the one rule of what may be seen, so an
index that is a moment old can never show an entry that has left the site.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from services_directory.hours import OpeningHours
from services_directory.search.facets import Facets, mask_of
from services_directory.search.places import Place
from services_directory.search.words import STOP_WORDS, WEAK_WORDS, sound_of, stem, stems_of, words_in

# How much a word counts, by where it stands.
WEIGHTS = {
    "name": 8.0,
    "alternate": 8.0,
    "need": 5.0,
    "summary": 3.0,
    "provider": 3.0,
    "audience": 2.0,
    "area": 2.0,
    "description": 1.5,
}
SYNONYM, SAME_SOUND, PREFIX, ALIKE = 0.9, 0.9, 0.7, 0.75
# Below this likeness (of 100) a word is another word. "angzity" and "anxiety" are 92 alike by sound.
LIKE_ENOUGH = 78
WHOLE_NAME = 60.0
# Words in the longest phrase that the staff's list is asked for.
LONGEST_PHRASE = 4
NEAR = 1.4
# A hit that is worth less than this part of the best one only lengthens the list.
WORTH_SHOWING = 0.1

# One thing that was asked for: the ways to say it, each a few stems, and how sure we are that it was meant.
Group = dict[tuple[str, ...], float]


@dataclass
class Entry:
    """A service as the index sees it: its texts by where they stand, and what moves it up or down."""

    key: int
    texts: dict[str, str]
    names: list[str]
    boost: float = 1.0
    own_behaviour: bool = False
    area: str = ""


@dataclass
class Offered:
    """The choices beside the list whose names staff write."""

    needs: list = field(default_factory=list)
    audiences: list = field(default_factory=list)
    languages: list[tuple[str, str]] = field(default_factory=list)
    wards: list = field(default_factory=list)


@dataclass
class Index:
    """The words of the directory, and where they stand. `entries` come in the order of the list."""

    entries: list[Entry]
    synonyms: dict[tuple[str, ...], list[str]]
    facets: Facets = field(default_factory=lambda: Facets([], [], []))
    # For each entry, the hours at each of its places, by the key of the place.
    place_hours: list[dict[int, OpeningHours]] = field(default_factory=list)
    offered: Offered = field(default_factory=Offered)
    postings: dict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    vocabulary: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for position, entry in enumerate(self.entries):
            for where, text in entry.texts.items():
                for line in text.splitlines():
                    words = set(words_in(line)) - STOP_WORDS
                    # A word of a long other name says less than the one word of a short one.
                    spread = math.sqrt(len(words) or 1) if where == "alternate" else 1.0
                    self._take_in(position, words, WEIGHTS[where] / spread)
        self._sounds = list(self.vocabulary)
        self.position_of = {entry.key: position for position, entry in enumerate(self.entries)}
        own = [position for position, entry in enumerate(self.entries) if entry.own_behaviour]
        self.own_behaviour = mask_of(own, len(self.entries))

    def _take_in(self, position: int, words: Iterable[str], weight: float) -> None:
        for word in words:
            stemmed = stem(word)
            before = self.postings[stemmed].get(position, 0.0)
            # A word that stands in several places counts once in full and a little for each other place.
            self.postings[stemmed][position] = max(before, weight) + 0.25 * min(before, weight)
            self.vocabulary[sound_of(word)].add(stemmed)

    def rank(self, typed: str, place: Place | None = None) -> list[int]:
        """The keys of the services that fit, best first. Without words, all in the order of the list."""
        has_words = bool(words_in(typed))
        scores = self._scores(typed) if has_words else dict.fromkeys(range(len(self.entries)), 1.0)
        areas = [words_in(area) for area in place.areas] if place else []
        for position in scores:
            entry = self.entries[position]
            scores[position] *= entry.boost if has_words else 1.0
            if any(_holds(words_in(entry.area), area) for area in areas):
                scores[position] *= NEAR
        ranked = sorted(scores, key=lambda position: (-round(scores[position], 6), position))
        # Services for people who use abuse stand alone or not at all, never beside help for survivors.
        alone = has_words and bool(ranked) and self.entries[ranked[0]].own_behaviour
        return [self.entries[position].key for position in ranked if self.entries[position].own_behaviour == alone]

    def _scores(self, typed: str) -> dict[int, float]:
        groups = self._groups(typed)
        scores: dict[int, float] = defaultdict(float)
        matched: dict[int, int] = defaultdict(int)
        for group in groups:
            for position, score in self._score_of_group(group).items():
                scores[position] += score
                matched[position] += 1
        for position in scores:
            scores[position] *= 0.5 + 0.5 * matched[position] / len(groups)
        least = WORTH_SHOWING * max(scores.values(), default=0.0)
        worth = {position: score for position, score in scores.items() if score >= least}
        self._add_whole_names(typed, worth)
        return worth

    def _score_of_group(self, group: Group) -> dict[int, float]:
        """What one thing that was asked for adds. Of several ways to say it, each further one adds half as much."""
        found: dict[int, list[float]] = defaultdict(list)
        for stems, sureness in group.items():
            standing = [self.postings.get(stemmed, {}) for stemmed in stems]
            # "county lines" is in an entry only if both of its words are.
            for position in set.intersection(*map(set, standing)):
                worth = sum(self._rarity(words) * words[position] for words in standing) / len(standing)
                found[position].append(sureness * worth)
        return {
            position: sum(score / 2**rank for rank, score in enumerate(sorted(parts, reverse=True)))
            for position, parts in found.items()
        }

    def _rarity(self, standing: dict[int, float]) -> float:
        return math.log(1 + len(self.entries) / len(standing))

    def _add_whole_names(self, typed: str, scores: dict[int, float]) -> None:
        asked = [sound_of(word) for word in words_in(typed)]
        for position, entry in enumerate(self.entries):
            for name in entry.names:
                sounds = [sound_of(word) for word in words_in(name)]
                if sounds and _holds(asked, sounds):
                    scores[position] = scores.get(position, 0.0) + WHOLE_NAME * len(sounds) / len(asked)
                    break

    def _groups(self, typed: str) -> list[Group]:
        """The things asked for, each with the ways to say it."""
        words = words_in(typed)
        strong = [word for word in words if word not in STOP_WORDS | WEAK_WORDS]
        passed_over = STOP_WORDS | WEAK_WORDS if strong else STOP_WORDS
        stems = tuple(stem(word) for word in words)
        groups, covered = [], set()
        for start in range(len(words)):
            for length in range(1, min(LONGEST_PHRASE, len(words) - start) + 1):
                if length == 1 and words[start] in passed_over:
                    continue
                if meanings := self.synonyms.get(stems[start : start + length]):
                    groups.append(_ways(meanings, SYNONYM))
                    covered |= set(range(start, start + length))
        for position, word in enumerate(words):
            if word in passed_over:
                continue
            if stems[position] in self.postings:
                groups.append({(stems[position],): 1.0})
            elif position not in covered:
                groups.append(self._guesses(word))
        return [group for group in groups if group] or [{}]

    def _guesses(self, word: str) -> Group:
        """Words of the directory, and of the staff's list, that were perhaps meant."""
        sound = sound_of(word)
        if same := self.vocabulary.get(sound):
            return _each(same, SAME_SOUND)
        if len(word) < 3:
            return {}
        begun = {stemmed for heard in self._sounds if heard.startswith(sound) for stemmed in self.vocabulary[heard]}
        if begun or len(word) < 4:
            return _each(begun, PREFIX)
        guesses: Group = {}
        alike = process.extract(sound, self._sounds, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH, limit=3)
        for heard, likeness, _ in alike:
            guesses |= _each(self.vocabulary[heard], ALIKE * likeness / 100)
        said = {sound_of(phrase[0]): phrase for phrase in self.synonyms if len(phrase) == 1 and len(phrase[0]) > 3}
        if meant := process.extractOne(sound, list(said), scorer=fuzz.ratio, score_cutoff=85):
            guesses |= _ways(self.synonyms[said[meant[0]]], ALIKE)
        return guesses


def _ways(meanings: list[str], sureness: float) -> Group:
    return {tuple(stems_of(meaning)): sureness for meaning in meanings if stems_of(meaning)}


def _each(stems: Iterable[str], sureness: float) -> Group:
    return {(stemmed,): sureness for stemmed in stems}


def _holds(words: list[str], part: list[str]) -> bool:
    """Whether `part` stands in `words`, whole and in order."""
    return any(words[start : start + len(part)] == part for start in range(len(words) - len(part) + 1))
