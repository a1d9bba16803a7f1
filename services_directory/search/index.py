"""Which services fit what somebody typed, best first.

The index holds words and keys only. What it finds is looked up again under the one rule of what may be seen, so an
index that is a moment old can never show an entry that has left the site.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import InitVar, dataclass, field
from functools import cache
from operator import itemgetter

from services_directory.hours import OpeningHours
from services_directory.search import ages
from services_directory.search.distances import Point, measured_from, miles_between
from services_directory.search.facets import Facets, mask_of
from services_directory.search.places import Place
from services_directory.search.understanding import Group, Understanding, situation
from services_directory.search.words import STOP_WORDS, sound_of, stem, words_in

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
# How much it counts that a service helps in the situation that somebody's words tell of.
SITUATION = 5.0
FOCUS = 0.5
WHOLE_NAME = 60.0
NEAR = 1.4
# What a door round the corner adds to a service that fits the words; one further than this adds nothing.
NEARBY, FAR_MILES = 0.5, 5.0
# Who cannot go near home, because somebody there must not see them, is told of doors at least this far away.
NEARBY_MILES = 1.5
# A hit that is worth less than this part of the best one only lengthens the list.
WORTH_SHOWING = 0.1
# Of more hits than this, those that fit the words least are let go before it is asked how near each is.
CONSIDERED = 1_000


@dataclass
class Entry:
    """A service as it is taken into the index: its texts by where they stand, and what moves it up or down."""

    key: int
    texts: dict[str, str]
    names: list[str]
    boost: float = 1.0
    own_behaviour: bool = False
    area: str = ""
    needs: list[int] = field(default_factory=list)
    youngest: float | None = None
    oldest: float | None = None
    points: list[Point] = field(default_factory=list)


@dataclass(slots=True)
class Kept:
    """What is left of an entry once its words have been taken in. A region has 20,000 of them in every process."""

    key: int
    boost: float
    own_behaviour: bool
    area: tuple[str, ...]
    youngest: float | None
    oldest: float | None
    points: list[Point]


class Posting:
    """Where one word stands, and how much it counts there. Positions only rise, because entries come in order."""

    __slots__ = ("positions", "weights")

    def __init__(self) -> None:
        self.positions, self.weights = array("I"), array("d")

    def add(self, position: int, weight: float) -> None:
        self.positions.append(position)
        self.weights.append(weight)

    def weigh(self, entries: int) -> None:
        """Once all are in: a word that stands in few entries says more."""
        rarity = math.log(1 + entries / len(self))
        self.weights = array("d", (rarity * weight for weight in self.weights))

    def worth(self, share: float) -> dict[int, float]:
        return {position: share * weight for position, weight in zip(self.positions, self.weights, strict=True)}

    def __len__(self) -> int:
        return len(self.positions)


@dataclass
class Offered:
    """The choices beside the list whose names staff write."""

    needs: list = field(default_factory=list)
    audiences: list = field(default_factory=list)
    languages: list[tuple[str, str]] = field(default_factory=list)
    wards: list = field(default_factory=list)


@dataclass
class Index:
    """The words of the directory, and where they stand. `taken_in` come in the order of the list, and are not kept."""

    taken_in: InitVar[Iterable[Entry]]
    synonyms: dict[tuple[str, ...], list[str]]
    # The words of the staff's list as they are spelt.
    said: set[str] = field(default_factory=set)
    facets: Facets = field(default_factory=lambda: Facets({}, [], []))
    # For each entry, the hours at each of its places, by the key of the place.
    place_hours: list[dict[int, OpeningHours]] = field(default_factory=list)
    offered: Offered = field(default_factory=Offered)

    def __post_init__(self, taken_in: Iterable[Entry]) -> None:
        self.entries: list[Kept] = []
        self.postings: dict[str, Posting] = defaultdict(Posting)
        # Looked up and not gone through: somebody waits while this is done, and a region has 20,000 services.
        self.named: dict[tuple[str, ...], list[int]] = defaultdict(list)
        spelt: set[str] = set()
        for position, entry in enumerate(taken_in):
            spelt |= self._take_in(position, entry)
        for posting in self.postings.values():
            posting.weigh(len(self.entries))
        self.understanding = Understanding(spelt - STOP_WORDS, self.synonyms, self.said)
        self.position_of = {entry.key: position for position, entry in enumerate(self.entries)}
        own = [position for position, entry in enumerate(self.entries) if entry.own_behaviour]
        self.own_behaviour = mask_of(own, len(self.entries))

    def _take_in(self, position: int, entry: Entry) -> set[str]:
        """Keep where the words of an entry stand and what moves it, and give its words as they are spelt."""
        spelt: set[str] = set()
        weights: dict[str, float] = {}
        for where, text in entry.texts.items():
            for line in text.splitlines():
                words = set(words_in(line)) - STOP_WORDS
                spelt |= words
                # A word of a long other name says less than the one word of a short one.
                spread = math.sqrt(len(words) or 1) if where == "alternate" else 1.0
                _weigh(words, WEIGHTS[where] / spread, weights)
        for need in entry.needs:
            # A service that helps in few situations is more likely the one for this situation.
            weights[situation(need)] = SITUATION * (1 + FOCUS / len(entry.needs))
        for word, weight in weights.items():
            self.postings[word].add(position, weight)
        for name in entry.names:
            self.named[_sounds(name)].append(position)
        area = tuple(words_in(entry.area))
        moved = entry.boost, entry.own_behaviour, area, entry.youngest, entry.oldest
        self.entries.append(Kept(entry.key, *moved, entry.points))
        return spelt

    def rank(self, typed: str, place: Place | None = None) -> list[int]:
        """The keys of the services that fit, best first. Without words, all in the order of the list."""
        has_words = bool(words_in(typed))
        scores = self._scores(typed) if has_words else dict.fromkeys(range(len(self.entries)), 1.0)
        age = ages.told(typed)
        areas = [words_in(area) for area in place.areas] if place else []
        # Thousands of services write one of a few areas.
        serves = cache(lambda written: any(_holds(written, area) for area in areas))
        for position, score in scores.items():
            entry = self.entries[position]
            if has_words:
                score *= entry.boost
            if age:
                score *= ages.fit(entry.youngest, entry.oldest, age)
            scores[position] = score * NEAR if areas and serves(entry.area) else score
        near = self._nearness(place, scores)
        for position, miles in near.items():
            scores[position] *= 1 + NEARBY * max(0.0, 1 - miles / FAR_MILES)

        # Who typed a place and no words wants the nearest; who typed words wants what fits, and near if it can be.
        nearest = (lambda position: 0.0) if has_words else (lambda position: round(near.get(position, math.inf), 6))
        ranked = sorted(scores, key=lambda position: (nearest(position), -round(scores[position], 6), position))
        # Services for people who use abuse stand alone or not at all, never beside help for survivors.
        alone = has_words and bool(ranked) and self.entries[ranked[0]].own_behaviour
        return [self.entries[position].key for position in ranked if self.entries[position].own_behaviour == alone]

    def miles_to(self, position: int, place: Place | None) -> float | None:
        """From the place to the nearest door of a service; nothing when either is not known, or is a secret."""
        if not place or not place.point:
            return None
        point = place.point
        return min((miles_between(point, door) for door in self.entries[position].points), default=None)

    def away_from(self, positions: list[int], place: Place | None) -> list[int]:
        """Those of `positions` that somebody can use who cannot go near a place: a door further off, or none at all."""
        if not place or not place.point:
            return positions
        miles = measured_from(place.point)
        return [
            position
            for position in positions
            if not (doors := self.entries[position].points) or max(map(miles, doors)) >= NEARBY_MILES
        ]

    def nearest_first(self, positions: list[int], place: Place | None) -> list[int]:
        """The same services by distance; those without a door that we know of keep their order behind."""
        near = self._nearness(place, positions)
        return sorted(positions, key=lambda position: near.get(position, math.inf))

    def _nearness(self, place: Place | None, among: Iterable[int]) -> dict[int, float]:
        if not place or not place.point:
            return {}
        miles = measured_from(place.point)
        return {position: min(map(miles, doors)) for position in among if (doors := self.entries[position].points)}

    def _scores(self, typed: str) -> dict[int, float]:
        groups = self.understanding.groups(typed)
        asked = len(groups)

        def add(parts: list[float]) -> float:
            # What fits everything that was asked for counts in full, what fits nothing else little more than half.
            return sum(parts) * (asked + len(parts)) / (asked + 1)

        scores = _together([self._score_of_group(group) for group in groups], add)
        least = WORTH_SHOWING * max(scores.values(), default=0.0)
        of_one = (asked + 1) / (2 * asked) if asked else 0.0
        worth = {position: score * of_one for position, score in scores.items() if score >= least}
        if len(worth) > CONSIDERED:
            worth = dict(sorted(worth.items(), key=itemgetter(1), reverse=True)[:CONSIDERED])
        self._add_whole_names(typed, worth)
        return worth

    def _score_of_group(self, group: Group) -> dict[int, float]:
        """What one thing that was asked for adds. Of several ways to say it, each further one adds half as much."""
        return _together([self._standing(stems, sureness) for stems, sureness in group.items()], _halving)

    def _standing(self, stems: tuple[str, ...], sureness: float) -> dict[int, float]:
        """Where all of these words stand, and how much they count there together. "county lines" needs both words."""
        words = sorted((self.postings[stemmed] for stemmed in stems if stemmed in self.postings), key=len)
        if len(words) < len(stems):
            return {}
        share = sureness / len(words)
        found = words[0].worth(share)
        for posting in words[1:]:
            here = posting.worth(share)
            found = {position: worth + here[position] for position, worth in found.items() if position in here}
        return found

    def _add_whole_names(self, typed: str, scores: dict[int, float]) -> None:
        """Lift the services whose whole name was typed, by the longest of their names that was."""
        asked = _sounds(typed)
        lifted: dict[int, int] = {}
        for start in range(len(asked)):
            for end in range(start + 1, len(asked) + 1):
                for position in self.named.get(asked[start:end], ()):
                    lifted[position] = max(lifted.get(position, 0), end - start)
        for position, length in lifted.items():
            scores[position] = scores.get(position, 0.0) + WHOLE_NAME * length / len(asked)


def _weigh(words: Iterable[str], weight: float, weights: dict[str, float]) -> None:
    """A word that stands in several places counts once in full and a little for each other place."""
    for word in words:
        stemmed = stem(word)
        before = weights.get(stemmed, 0.0)
        weights[stemmed] = max(before, weight) + 0.25 * min(before, weight)


def _together(found: list[dict[int, float]], add: Callable[[list[float]], float]) -> dict[int, float]:
    """All that was found in any way. Only what was found in several is added up one by one: it is the smaller part."""
    together: dict[int, float] = {}
    several: set[int] = set()
    for way in found:
        several |= together.keys() & way.keys()
        together |= way
    for position in several:
        together[position] = add([way[position] for way in found if position in way])
    return together


def _halving(parts: list[float]) -> float:
    """The best part whole, the next half, the next a quarter."""
    total = 0.0
    for part in sorted(parts):
        total = total / 2 + part
    return total


def _sounds(text: str) -> tuple[str, ...]:
    return tuple(sound_of(word) for word in words_in(text))


def _holds(words: tuple[str, ...], part: list[str]) -> bool:
    """Whether `part` stands in `words`, whole and in order."""
    return any(list(words[start : start + len(part)]) == part for start in range(len(words) - len(part) + 1))
