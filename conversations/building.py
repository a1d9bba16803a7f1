"""What those who write the strategy should look at: themes that lead nowhere, priorities that say the same twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.fuzz import token_set_ratio

from conversations.models import PriorityPage, Theme

# Titles that share most of their words, in whatever order.
ALIKE = 70


@dataclass(frozen=True)
class Gaps:
    """What is missing: each a list of things to look at."""

    themes: list[Theme]
    without_theme: list[PriorityPage]
    without_action: list[PriorityPage]
    without_measure: list[PriorityPage]

    def __bool__(self) -> bool:
        return any((self.themes, self.without_theme, self.without_action, self.without_measure))


@dataclass(frozen=True)
class Alike:
    """Two priorities that may be one, and why we think so."""

    one: PriorityPage
    other: PriorityPage
    why: str


def gaps(priorities: Sequence[PriorityPage]) -> Gaps:
    """`priorities` with their links and actions. Two queries."""
    themes = Theme.objects.said().in_use().without_answer().with_conversations_counted()
    measured = set(
        PriorityPage.objects.filter(pk__in=[page.pk for page in priorities], measures__isnull=False).values_list(
            "pk", flat=True
        )
    )
    return Gaps(
        themes=list(themes.filter(conversation_count__gt=0).order_by("-conversation_count")),
        without_theme=[page for page in priorities if not page.links.all()],
        without_action=[page for page in priorities if not page.actions.all()],
        without_measure=[page for page in priorities if page.pk not in measured],
    )


def alike(priorities: Sequence[PriorityPage]) -> list[Alike]:
    """Pairs that share half of their themes, or most words of their titles."""
    return [found for one, other in combinations(priorities, 2) if (found := _alike(one, other))]


def _alike(one: PriorityPage, other: PriorityPage) -> Alike | None:
    mine, theirs = ({link.theme.name for link in page.links.all()} for page in (one, other))
    shared = sorted(mine & theirs)
    if shared and 2 * len(shared) >= min(len(mine), len(theirs)):
        return Alike(one, other, f"Both answer: {', '.join(shared)}.")
    if token_set_ratio(one.title.lower(), other.title.lower()) >= ALIKE:
        return Alike(one, other, "Their titles share most of their words.")
    return None
