"""Themes by ward, by kind of point and so on: tables that obey rule 7, on the page and in every file.

What is counted is themes on points: a point with two themes counts under both. Of these tables only "by kind of point"
is whole; each of the others leaves out those without an answer, so that no two add up to the same (docs/small-numbers).
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count

from common.disclosure import Table
from common.models import Ward
from conversations.choices import Audience, Horizon, PlaceScope, PointKind, Setting
from conversations.models import Coding, Theme

MEASURE = "themes on points"
_IN_CONVERSATION = "point__conversation__"


@dataclass(frozen=True)
class Group:
    """One way to part what was said. `rows` gives value and name; a value that is not in it is left out."""

    slug: str
    label: str
    field: str
    rows: Callable[[], list[tuple[object, str]]]
    whole: bool = False


def _choices(choices, *without) -> Callable[[], list[tuple[object, str]]]:
    return lambda: [(value, label) for value, label in choices.choices if value not in without]


GROUPS = [
    Group("kind", "Kind of point", "point__kind", _choices(PointKind), whole=True),
    Group("ward", "Ward", f"{_IN_CONVERSATION}ward", lambda: list(Ward.objects.values_list("pk", "name"))),
    Group("setting", "Kind of place", f"{_IN_CONVERSATION}setting", _choices(Setting, Setting.OTHER)),
    Group("audience", "Who came", f"{_IN_CONVERSATION}audience", _choices(Audience, Audience.EVERYONE)),
    Group("place", "Where it happens", "point__place_scope", _choices(PlaceScope, PlaceScope.NOT_SAID)),
    Group("horizon", "When", "point__horizon", _choices(Horizon, Horizon.NOT_SAID)),
]
BY_SLUG = {group.slug: group for group in GROUPS}


def themes_by(group: Group) -> Table:
    """The true counts, for `protect` alone. Four queries at the most."""
    themes = list(Theme.objects.said().in_use())
    rows = group.rows()
    standing = Coding.objects.counted().standing().filter(theme__in=themes).order_by()
    counted = standing.values_list(group.field, "theme").annotate(Count("point", distinct=True))
    counts = {(value, theme): number for value, theme, number in counted}
    behind = Counter(dict(standing.values_list(group.field).annotate(Count("point__conversation", distinct=True))))
    return Table(
        f"Themes by {group.label.lower()}", MEASURE, (group.label, "Theme"), [name for _, name in rows],
        [theme.name for theme in themes], [[counts.get((value, theme.pk), 0) for theme in themes] for value, _ in rows],
        whole=group.whole, conversations=[behind[value] for value, _ in rows],
    )  # fmt: skip
