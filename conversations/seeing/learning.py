"""Whether conversations still bring themes that were not heard before.

Guest, Namey and Chen (2020), PLoS ONE 15(5) e0232076: themes of the first conversations are the base, and new ones
are counted in each run after it. Where a run brings few, compared with the base, more of the same brings little.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from conversations.models import Tally, Theme

BASE, RUN, THRESHOLD = 4, 2, 5


@dataclass(frozen=True)
class Run:
    """After `upto` conversations: how many themes were heard, and how many of them are new in this run."""

    upto: int
    new: int
    themes: int
    per_cent: int

    @property
    def is_little(self) -> bool:
        return self.per_cent <= THRESHOLD


@dataclass(frozen=True)
class Learning:
    conversations: int
    base: int
    runs: list[Run]

    @property
    def is_enough(self) -> bool:
        return bool(self.runs)

    @property
    def still(self) -> bool:
        """Whether the newest run brought more than a little."""
        return bool(self.runs) and not self.runs[-1].is_little

    @property
    def first_little(self) -> Run | None:
        return next((run for run in self.runs if run.is_little), None)


def learning() -> Learning:
    """By the day on which conversations were held. Two queries, and a theme matters only where it is first heard."""
    held = Tally.objects.with_themes().as_held()
    place = {number: place for place, number in enumerate(held.values_list("pk", flat=True))}
    first = Tally.objects.filter(themes=OuterRef("pk")).as_held().values("pk")[:1]
    heard: list[set[int]] = [set() for _ in place]
    for theme, number in Theme.objects.said().annotate(first=Subquery(first)).values_list("pk", "first"):
        if number in place:
            heard[place[number]].add(theme)
    return learned(heard)


def learned(heard: Sequence[set[int]]) -> Learning:
    """`heard` are the themes of each conversation, in their order."""
    known: set[int] = set().union(*heard[:BASE])
    base, runs = len(known), []
    for start in range(BASE, len(heard) - RUN + 1, RUN):
        new = set().union(*heard[start : start + RUN]) - known
        known |= new
        runs.append(Run(start + RUN, len(new), len(known), round(100 * len(new) / base) if base else 0))
    return Learning(len(heard), base, runs)
