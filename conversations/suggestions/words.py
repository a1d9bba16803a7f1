"""Words of a text, and the features by which texts are compared."""

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDINGS = tuple("ations ation ments ment ings ing iest ies ied edly ed ers er ly es s".split())  # noqa: SIM905
PIECE = 4
# Words that are in nearly every sentence and say nothing about its theme.
EVERYWHERE = frozenset(
    """
    a about after again all also always am an and any are as at away back be because been before being both but by came
    can cannot come comes could did do does done down each even every everyone few for from get gets go goes going got
    had has have he her here him his how i if in into is it its just keep know like lot made make many may me might more
    most much must my need needs never no nobody nor not now of off often on once one only or other our out over own
    people put really said same say says see she should since so some somebody someone something still such take than
    that the their them then there these they thing things think this those through to too up us used very want was way
    we well went were what when where which while who whole why will with without would you your
    """.split()  # noqa: SIM905
)


def words_of(text: str) -> list[str]:
    """The words as they stand, without those that are everywhere."""
    return [word for word in _WORD.findall(text) if word.lower() not in EVERYWHERE and len(word) > 2]


def stem(word: str) -> str:
    """The word without the commonest English endings, at least three letters of it."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def features_of(word: str) -> list[str]:
    """Its stem, and its pieces of four letters marked with #: "park" and "parks" share what the stem may miss."""
    padded = f"_{word.lower()}_"
    return [stem(word), *(f"#{padded[at : at + PIECE]}" for at in range(max(1, len(padded) - PIECE + 1)))]


def features(text: str) -> Counter[str]:
    return Counter(feature for word in words_of(text) for feature in features_of(word))
