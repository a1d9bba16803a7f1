"""Themes by ward, by kind of point and so on: tables that obey rule 7, on the page and in every file.

What is counted is themes on points: a point with two themes counts under both. Each of these tables leaves some out,
and no two leave out the same, so that no two add up to the same (docs/small-numbers). None is whole: the exact number
of conversations with a theme stands beside them, and there are at least as many points.
"""

from collections.abc import Callable
from dataclasses import dataclass

from common.disclosure import Shown, Table
from common.models import EcologicalLevel, Ward
from conversations.choices import Audience, Horizon, PlaceScope, PointKind, Setting
from conversations.models import Figure, Theme
from conversations.models.figures import ANY_THEME

MEASURE = "themes on points"
_IN_CONVERSATION = "point__conversation__"


@dataclass(frozen=True)
class Group:
    """One way to part what was said. `rows` gives value and name; a value that is not in it is left out."""

    slug: str
    label: str
    field: str
    rows: Callable[[], list[tuple[object, str]]]
    left_out: str


def _choices(choices, *without) -> Callable[[], list[tuple[object, str]]]:
    return lambda: [(value, label) for value, label in choices.choices if value not in without]


GROUPS = [
    Group("kind", "Kind of point", "point__kind", _choices(PointKind, PointKind.QUESTION), "questions"),
    Group(
        "ward", "Ward", f"{_IN_CONVERSATION}ward", lambda: list(Ward.objects.values_list("pk", "name")),
        "conversations online or across the borough",
    ),
    Group(
        "setting", "Kind of place", f"{_IN_CONVERSATION}setting", _choices(Setting, Setting.OTHER),
        "conversations held somewhere else",
    ),
    Group(
        "audience", "Who came", f"{_IN_CONVERSATION}audience", _choices(Audience, Audience.EVERYONE),
        "conversations for anyone",
    ),
    Group(
        "place", "Where it happens", "point__place_scope", _choices(PlaceScope, PlaceScope.NOT_SAID),
        "points that do not say where",
    ),
    Group("horizon", "When", "point__horizon", _choices(Horizon, Horizon.NOT_SAID), "points that do not say when"),
    Group(
        "level", "Level", "point__level", lambda: list(EcologicalLevel.objects.values_list("pk", "name")),
        "points that do not say where it starts",
    ),
]  # fmt: skip
BY_SLUG = {group.slug: group for group in GROUPS}
# What is known of a coding, for the tally of its conversation.
COUNTED_BY = {group.slug: group.field for group in GROUPS}


def themes_by(group: Group) -> Table:
    """The true counts, for `protect` alone. Three queries at the most."""
    themes = list(Theme.objects.said().in_use())
    rows = [(str(value), name) for value, name in group.rows()]
    figures = {(one.row, one.theme): one for one in Figure.objects.of(group.slug)}

    def count(value: str, theme: int, of: str = "points") -> int:
        found = figures.get((value, theme))
        return getattr(found, of) if found else 0

    return Table(
        f"Themes by {group.label.lower()}", MEASURE, (group.label, "Theme"), [name for _, name in rows],
        [theme.name for theme in themes], [[count(value, theme.pk) for theme in themes] for value, _ in rows],
        whole=False, conversations=[count(value, ANY_THEME, "conversations") for value, _ in rows],
    )  # fmt: skip


def bars_of(shown: Shown, theme: Theme) -> list[dict]:
    """One theme of a shown table, for a chart: what is hidden has no height and stays a sign."""
    at = list(shown.columns).index(theme.name)
    cells = [line[at] for line in shown.cells]
    return [
        {"label": name, "value": int(cell) if cell.isdecimal() else cell}
        for name, cell in zip(shown.rows, cells, strict=True)
    ]
