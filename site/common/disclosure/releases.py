"""Several tables at once, and the tables of earlier days: what they may not be, because together they give more away.

Two tables that count the same things add up to the same whole, and then one narrows the other: a theme that is `*` in
one ward and nowhere else, and `*` among six groups, was said 6 or 7 times. So of one measure at most one table is
whole, and the others leave out a group that is not shown ("no answer"). A table by one thing may not stand beside a
table by the same thing and another: it would be the total that was left out. What runs on from release to release
has no totals, and is never shown by period as well: the period would be the difference of two releases.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from common.disclosure.counts import LEAST_CONVERSATIONS


class Outline(Protocol):
    """What this needs to know about a table, true or shown."""

    @property
    def name(self) -> str: ...
    @property
    def measure(self) -> str: ...
    @property
    def dimensions(self) -> tuple[str, ...]: ...
    @property
    def period(self) -> str: ...
    @property
    def whole(self) -> bool: ...


class NotPublishable(Exception):
    """Together with the rest, this table would give small numbers away. The message says what to do instead."""


def check_release(
    tables: Sequence[Outline], *, earlier: Iterable[Outline] = (), new_conversations: int | None = None
) -> None:
    """Raise NotPublishable unless `tables` may be published together, after `earlier` were.

    `new_conversations`, where conversations stand behind the tables, is how many came since the last release: with
    one or two, the difference of both releases would be about them.
    """
    earlier = list(earlier)
    if earlier and new_conversations is not None and new_conversations < LEAST_CONVERSATIONS:
        raise NotPublishable(
            f"Fewer than {LEAST_CONVERSATIONS} conversations came in since the last release. "
            "Wait for more: with so few, the difference would be about them."
        )
    for place, table in enumerate(tables):
        for other in [*tables[:place], *earlier]:
            _check_pair(table, other, together=other not in earlier)


def _check_pair(table: Outline, other: Outline, *, together: bool) -> None:
    if table.measure != other.measure:
        return
    if bool(table.period) != bool(other.period):
        raise NotPublishable(
            f"“{other.name}” and “{table.name}” count the same, one by period and one until today. "
            "Publish one kind only: the difference of two releases would be the period."
        )
    if table.period != other.period:
        return
    mine, others = set(table.dimensions), set(other.dimensions)
    if mine == others:
        if together or table.period:
            raise NotPublishable(f"“{other.name}” was published already. Its numbers stay as they are.")
        return
    if mine < others or others < mine:
        raise NotPublishable(
            f"“{other.name}” and “{table.name}” overlap: one holds the totals of the other. Publish one of them."
        )
    if table.whole and other.whole:
        raise NotPublishable(
            f"“{other.name}” and “{table.name}” add up to the same whole. "
            "Leave out those with no answer in one of them."
        )
