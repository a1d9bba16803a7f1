"""How well coders agree who do not see each other's choice: Krippendorff's alpha, and the raw share beside it.

The unit is one point and one theme, and the value is whether a coder saw it there: comparing letters or whole sets
would reward what nobody coded. Alpha corrects for chance, so a theme that is rarely used can be low though the
share is high.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from conversations.models import Figure, Theme
from conversations.models.figures import ANY_THEME
from conversations.seeing.tally import AGREEMENT

# Krippendorff, Content Analysis (2004), 11.4: rely on 0.8 and more, conclude with care from 0.667.
FIRM, WITH_CARE = 0.8, 0.667
# Of fewer points alpha says nothing.
LEAST_POINTS = 20
# Nor of a theme that hardly anybody saw.
LEAST_SEEN = 5

Units = Mapping[tuple[Hashable, ...], int]


def alpha(units: Units) -> float | None:
    """Krippendorff's alpha for names without an order. None where everybody always said the same one thing.

    `units` maps the values that coders gave to a unit to how many such units there are. Coders who gave none are left
    out of the tuple; a unit with fewer than two values says nothing about agreement.
    """
    pairs: dict[tuple[Hashable, Hashable], float] = defaultdict(float)
    for values, times in units.items():
        if len(values) < 2:
            continue
        given = Counter(values)
        for one, often in given.items():
            for other, also in given.items():
                pairs[one, other] += times * often * (also - (one == other)) / (len(values) - 1)
    totals: dict[Hashable, float] = defaultdict(float)
    for (one, _), weight in pairs.items():
        totals[one] += weight
    whole = sum(totals.values())
    by_chance = whole * whole - sum(total * total for total in totals.values())
    if by_chance <= 0:
        return None
    seen = sum(weight for (one, other), weight in pairs.items() if one != other)
    return 1 - (whole - 1) * seen / by_chance


def share(units: Units) -> float:
    """Of the pairs of values within units, the share that are the same. 0 where there is no pair."""
    same = pairs = 0
    for values, times in units.items():
        given = Counter(values)
        same += times * sum(often * (often - 1) for often in given.values())
        pairs += times * len(values) * (len(values) - 1)
    return same / pairs if pairs else 0.0


@dataclass(frozen=True)
class Agreement:
    """`seen` counts the points in which at least one coder saw it."""

    theme: Theme | None
    points: int
    seen: int
    per_cent: int
    alpha: float | None

    @property
    def is_enough(self) -> bool:
        return self.points >= LEAST_POINTS

    @property
    def reading(self) -> str:
        if not self.is_enough:
            return "Too few points yet"
        if self.alpha is None or self.seen < LEAST_SEEN:
            return "Seen too seldom"
        if self.alpha >= FIRM:
            return "Firm"
        return "With care" if self.alpha >= WITH_CARE else "Not reliable yet"


def agreement() -> tuple[Agreement, list[Agreement]]:
    """Over all themes, and for each theme in use, from the figures. Two queries."""
    points: Counter[int] = Counter()
    seen: dict[int, Counter[str]] = defaultdict(Counter)
    for figure in Figure.objects.of(AGREEMENT):
        if figure.theme == ANY_THEME:
            points[int(figure.row)] = figure.points
        else:
            seen[figure.theme][figure.row] = figure.points
    each = {theme: _units(points, seen[theme.pk]) for theme in Theme.objects.in_use()}
    together: Counter[tuple[Hashable, ...]] = Counter()
    for units in each.values():
        together.update(units)
    whole = points.total()
    return _of(None, together, whole), [_of(theme, units, whole) for theme, units in each.items()]


def _units(points: Mapping[int, int], seen: Mapping[str, int]) -> Counter[tuple[Hashable, ...]]:
    """`points` by number of coders, `seen` by their answers, such as "011": in all others, nobody saw it."""
    units: Counter[tuple[Hashable, ...]] = Counter()
    for answers, times in seen.items():
        units[tuple(answer == "1" for answer in answers)] = times
    for coders, number in points.items():
        nobody = number - sum(times for answers, times in seen.items() if len(answers) == coders)
        units[(False,) * coders] = nobody
    return units


def _of(theme: Theme | None, units: Units, points: int) -> Agreement:
    seen = sum(times for values, times in units.items() if any(values))
    return Agreement(theme, points, seen, round(100 * share(units)), alpha(units))
