"""Whether conversations still bring themes that were not heard before.

Guest, Namey and Chen (2020), PLoS ONE 15(5) e0232076: themes of the first conversations are the base, and new ones
are counted in each run after it. Where a run brings few, compared with the base, more of the same brings little.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from conversations.models import Coding

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
    """By the day on which conversations were held. One query."""
    heard: dict[int, set[int]] = {}
    said = (
        Coding.objects.counted().standing().of_themes().order_by("point__conversation__held_on", "point__conversation")
    )
    for conversation, theme in said.values_list("point__conversation", "theme"):
        heard.setdefault(conversation, set()).add(theme)
    return learned(list(heard.values()))


def learned(heard: Sequence[set[int]]) -> Learning:
    """`heard` are the themes of each conversation, in their order."""
    known: set[int] = set().union(*heard[:BASE])
    base, runs = len(known), []
    for start in range(BASE, len(heard) - RUN + 1, RUN):
        new = set().union(*heard[start : start + RUN]) - known
        known |= new
        runs.append(Run(start + RUN, len(new), len(known), round(100 * len(new) / base) if base else 0))
    return Learning(len(heard), base, runs)
