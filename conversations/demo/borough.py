"""Invented figures about the borough, marked as such on every page. They say nothing of Lewisham."""

from common.models import Need
from conversations import actions
from conversations.choices import FigureBy
from conversations.models import BoroughFigure, Theme
from conversations.seeing.borough import COLUMNS, groups_of

SOURCE = "Made up for the demonstration"
# What in the directory would help with a theme.
HELPS = {
    "after-six": ["join-in", "safe-place"], "trusted-adults": ["talk-today"], "healing": ["bereaved", "mental-health"],
    "family": ["parent-help", "hurt-at-home"], "online": ["online"], "police-trust": ["legal"],
    "being-judged": ["legal", "bullied"], "money-and-work": ["exploited"], "getting-home": ["hurt-outside"],
}  # fmt: skip


def load() -> None:
    """Population of every group and one more measure, and what would help with each theme. Twice is as once."""
    if not BoroughFigure.objects.exists():
        actions.load_borough_figures(file=_file(), invented_may_come=True)
    needs = {need.code: need for need in Need.objects.all()}
    for theme in Theme.objects.filter(code__in=HELPS, needs=None):
        theme.needs.set(needs[code] for code in HELPS[theme.code] if code in needs)


def _file() -> list[str]:
    lines = [",".join(COLUMNS)]
    for by in FigureBy:
        for place, group in enumerate(groups_of(by.value)):
            lines.append(f"population,{by.value},{group},{10_000 + 700 * (place % 4)},{SOURCE},2026-01-01,yes")
            if by == FigureBy.WARD:
                number = 40 + 15 * (place % 5)
                lines.append(f"calls to a made-up helpline,{by.value},{group},{number},{SOURCE},2026-01-01,yes")
    return lines
