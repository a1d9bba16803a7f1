"""Conversations in which a theme was said, quarter by quarter, beside all conversations of the quarter.

Conversations and not points: the number of points of a quarter would be the difference of two releases. A quarter that
runs is left out. A quarter with one or two conversations is shown as nothing (rule 7).
"""

from datetime import date

from common.disclosure import Table
from conversations.models import Figure, Theme
from conversations.models.figures import ANY_THEME
from conversations.seeing.tally import QUARTER, quarter_of

MEASURE = "conversations with a theme"


def quarters(today: date) -> dict[str, int]:
    """Every quarter that is over in which themes were heard, with its conversations. One query."""
    kept = Figure.objects.of(QUARTER).filter(theme=ANY_THEME).order_by("row")
    return {row: number for row, number in kept.values_list("row", "conversations") if row < quarter_of(today)}


def over_time(theme: Theme, held: dict[str, int]) -> Table:
    """True counts, for `protect` alone. One query."""
    counts = dict(Figure.objects.of(QUARTER).filter(theme=theme.pk).values_list("row", "conversations"))
    return Table.by_one(
        f"“{theme.name}” over time", MEASURE, "Quarter", {quarter: counts.get(quarter, 0) for quarter in held},
        whole=False, with_totals=False, conversations=list(held.values()),
    )  # fmt: skip
