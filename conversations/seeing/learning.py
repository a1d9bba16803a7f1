"""Whether conversations still bring themes that were not heard before.

Guest, Namey and Chen (2020), PLoS ONE 15(5) e0232076: themes of the first conversations are the base, and new ones
are counted in each run after it. Where a run brings few, compared with the base, more of the same brings little.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Min

from conversations.models import Tally

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
    """By the day on which conversations were held. Three queries: a theme matters only on the day it is first heard."""
    held = Tally.objects.with_themes().as_held()
    place = {number: place for place, number in enumerate(held.values_list("pk", flat=True))}
    told = Tally.themes.through.objects.order_by()
    first = dict(told.values_list("theme").annotate(Min("tally__conversation__held_on")))
    on_those_days = told.filter(tally__conversation__held_on__in=set(first.values()))
    heard: list[set[int]] = [set() for _ in place]
    for theme, number, day in on_those_days.values_list("theme", "tally", "tally__conversation__held_on"):
        if first[theme] == day:
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
