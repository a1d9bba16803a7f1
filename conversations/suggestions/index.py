"""The index that suggestions come from: what each theme sounds like, by the codebook and by confirmed codings."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from math import log, sqrt

from conversations.suggestions.words import features, features_of, words_of

Vector = dict[str, float]
SUGGESTED = 3
WORDS_SHOWN = 3
# What tells most about a theme: the rest of thousands of points only makes the index heavy.
MOST_FEATURES = 400
# Whole words say more than pieces of words.
OF_WORDS, OF_PIECES = 0.5, 0.5
# At so many confirmed points, what people said has half of the weight that it can have beside the codebook.
HALF_WAY = 4
LABELS_WEIGH = 0.6


@dataclass(frozen=True)
class Suggestion:
    theme: int
    score: float
    words: list[str]


@dataclass(frozen=True)
class Index:
    """`rarity` of each feature; of each theme (by its number) what the codebook says, and what people said."""

    rarity: Vector
    by_codebook: dict[int, Vector]
    by_points: dict[int, Vector]
    points: dict[int, int]

    def as_json(self) -> dict:
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping) -> "Index":
        """JSON knows no numbers as names."""
        numbered = {
            name: {int(theme): value for theme, value in kept[name].items()}
            for name in ("by_codebook", "by_points", "points")
        }
        return cls(rarity=dict(kept["rarity"]), **numbered)


def made_from(codebook: Mapping[int, str], confirmed: Iterable[tuple[str, Iterable[int]]]) -> Index:
    """`codebook` gives the wording of each theme, `confirmed` the words of a point with the themes it was given."""
    wording = {theme: features(text) for theme, text in codebook.items()}
    said = [(features(words), [theme for theme in themes if theme in wording]) for words, themes in confirmed]
    rarity = _rarity([*wording.values(), *(found for found, _ in said)])
    together: dict[int, Counter] = {}
    points: Counter[int] = Counter()
    for found, themes in said:
        vector = _vector(found, rarity)
        for theme in themes:
            points[theme] += 1
            together.setdefault(theme, Counter()).update(
                {name: weight / len(themes) for name, weight in vector.items()}
            )
    by_codebook = {theme: _vector(found, rarity) for theme, found in wording.items()}
    by_points = {theme: _normal(dict(vector.most_common(MOST_FEATURES))) for theme, vector in together.items()}
    known = {name for vectors in (by_codebook, by_points) for vector in vectors.values() for name in vector}
    return Index({name: rarity[name] for name in known}, by_codebook, by_points, dict(points))


def suggested(index: Index, text: str, *, most: int = SUGGESTED) -> list[Suggestion]:
    """The themes that fit best, with the words of `text` that point to them. Empty where no word does."""
    vector = _vector(features(text), index.rarity)
    scores = {theme: _score(index, theme, vector) for theme in index.by_codebook}
    best = sorted((theme for theme in scores if scores[theme] > 0), key=lambda theme: -scores[theme])[:most]
    return [Suggestion(theme, scores[theme], _telling(index, theme, text, vector)) for theme in best]


def _score(index: Index, theme: int, vector: Vector) -> float:
    number = index.points.get(theme, 0)
    learnt = LABELS_WEIGH * number / (number + HALF_WAY) * _product(vector, index.by_points.get(theme, {}))
    return _product(vector, index.by_codebook[theme]) + learnt


def _telling(index: Index, theme: int, text: str, vector: Vector) -> list[str]:
    """The words that add most to the score, in the order in which they were said."""
    book, learnt = index.by_codebook[theme], index.by_points.get(theme, {})
    weights = {
        word: sum(vector.get(name, 0) * (book.get(name, 0) + learnt.get(name, 0)) for name in features_of(word))
        for word in dict.fromkeys(words_of(text))
    }
    best = sorted((word for word in weights if weights[word] > 0), key=lambda word: -weights[word])[:WORDS_SHOWN]
    return [word for word in weights if word in best]


def _rarity(documents: list[Counter[str]]) -> Vector:
    found = Counter(name for document in documents for name in document)
    return {name: log((1 + len(documents)) / (1 + number)) + 1 for name, number in found.items()}


def _vector(found: Mapping[str, int], rarity: Vector) -> Vector:
    """Words and pieces each at length 1, then put together: a long word has many pieces, and must not win by that."""
    weighed = {name: (1 + log(number)) * rarity[name] for name, number in found.items() if name in rarity}
    pieces = _normal({name: weight for name, weight in weighed.items() if name[0] == "#"})
    words = _normal({name: weight for name, weight in weighed.items() if name[0] != "#"})
    return {
        **{name: sqrt(OF_WORDS) * weight for name, weight in words.items()},
        **{name: sqrt(OF_PIECES) * weight for name, weight in pieces.items()},
    }


def _normal(vector: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1
    return {name: weight / length for name, weight in vector.items()}


def _product(one: Vector, other: Vector) -> float:
    return sum(weight * other.get(name, 0) for name, weight in one.items())
