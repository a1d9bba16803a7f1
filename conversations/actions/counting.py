"""Keeping the figures: only what changed is counted again, and what counts no more is taken away."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from conversations.models import Coding, Conversation, Figure, LastCount, SecondCoding, Tally
from conversations.seeing.tables import COUNTED_BY
from conversations.seeing.tally import OVERALL, Cell, Seen, from_text, tally_of
from conversations.states import COUNTED

AT_A_TIME = 200
Change = dict[Cell, list[int]]


def to_be_counted(conversations: Iterable[int]) -> None:
    """Say, in the transaction that changes them, that these conversations must be counted again; soon they are."""
    _mark(conversations)
    transaction.on_commit(_soon)


def refresh_figures() -> int:
    """Count again what changed. How many conversations that were. Safe to run twice, and by two workers at once."""
    done = 0
    while found := _refresh_some():
        done += found
    return done


def count_everything_again() -> int:
    """As if nothing had been counted: for a first time, and once a day in case something changed unnoticed."""
    LastCount.objects.get_or_create(pk=1)
    with transaction.atomic():
        counting = Conversation.objects.counted().values_list("pk", flat=True)
        _mark({*counting, *Tally.objects.values_list("pk", flat=True)})
    done = refresh_figures()
    _add_up_again()
    return done


@transaction.atomic
def _add_up_again() -> None:
    """The sums of all tallies, whatever the figures said until now."""
    LastCount.objects.select_for_update().get(pk=1)
    whole: Change = defaultdict(lambda: [0, 0])
    for counted in Tally.objects.values_list("counted", flat=True).iterator():
        _add(whole, counted, 1)
    Figure.objects.all().delete()
    _apply(whole)


def _mark(conversations: Iterable[int]) -> None:
    # Always in the same order, so that two people who change the same ones wait instead of blocking each other.
    rows = [Tally(conversation_id=number, is_stale=True) for number in sorted(conversations)]
    Tally.objects.bulk_create(
        rows, batch_size=1000, update_conflicts=True, unique_fields=["conversation"], update_fields=["is_stale"]
    )


def _soon() -> None:
    """Let the worker do it. Its module imports the actions, so it is imported only here."""
    from conversations import tasks

    tasks.refresh_figures.enqueue()


@transaction.atomic
def _refresh_some() -> int:
    # One at a time: sums are read, changed and written.
    LastCount.objects.get_or_create(pk=1)
    last = LastCount.objects.select_for_update().get(pk=1)
    # Locked before the codings are read: whoever changes one now marks it again afterwards.
    tallies = list(Tally.objects.select_for_update().stale().order_by("pk")[:AT_A_TIME])
    if not tallies:
        return 0
    fresh = _counted([tally.pk for tally in tallies])
    change: Change = defaultdict(lambda: [0, 0])
    for tally in tallies:
        now = fresh.get(tally.pk, {})
        _add(change, tally.counted, -1)
        _add(change, now, 1)
        tally.counted, tally.is_stale = now, False
    Tally.objects.bulk_update(tallies, ["counted", "is_stale"])
    _keep_themes(tallies)
    _apply({cell: by for cell, by in change.items() if any(by)})
    last.at = timezone.now()
    last.save()
    return len(tallies)


def _keep_themes(tallies: list[Tally]) -> None:
    heard = Tally.themes.through
    heard.objects.filter(tally__in=tallies).delete()
    cells = ((tally.pk, from_text(text)) for tally in tallies for text in tally.counted)
    heard.objects.bulk_create(
        (heard(tally_id=number, theme_id=theme) for number, (table, _, theme) in cells if table == OVERALL and theme),
        batch_size=1000,
    )


def _counted(numbers: list[int]) -> dict[int, dict[str, int]]:
    """The tally of each of these conversations that counts. Two queries."""
    seen: dict[int, list[Seen]] = defaultdict(list)
    standing = Coding.objects.standing().of_themes()
    counting = standing.filter(point__conversation__in=numbers, point__conversation__state__in=COUNTED)
    rows = ("point__conversation", "point", "theme", "point__conversation__held_on", *COUNTED_BY.values())
    for conversation, point, theme, held_on, *values in counting.values_list(*rows):
        seen[conversation].append(Seen(point, theme, held_on, dict(zip(COUNTED_BY, values, strict=True))))
    twice: dict[int, dict[int, dict[int, set[int]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    done = SecondCoding.objects.done().filter(point__conversation__in=numbers).values("point")
    for conversation, point, coder, theme in Coding.objects.filter(point__in=done).values_list(
        "point__conversation", "point", "coder", "theme"
    ):
        twice[conversation][point][coder].add(theme)
    return {number: tally_of(seen[number], twice[number].values()) for number in numbers}


def _add(change: Change, counted: dict[str, int], sign: int) -> None:
    for text, points in counted.items():
        cell = from_text(text)
        change[cell][0] += sign * points
        change[cell][1] += sign


def _apply(change: Change) -> None:
    """Add the change to the sums. The caller holds the lock."""
    tables, themes = {cell[0] for cell in change}, {cell[2] for cell in change}
    kept = {
        (table, row, theme): (points, conversations)
        for table, row, theme, points, conversations in Figure.objects.filter(
            table__in=tables, theme__in=themes
        ).values_list("table", "row", "theme", "points", "conversations")
    }
    figures = []
    for cell in sorted(change):
        (points, conversations), (more_points, more) = kept.get(cell, (0, 0)), change[cell]
        counts = {"points": points + more_points, "conversations": conversations + more}
        figures.append(Figure(table=cell[0], row=cell[1], theme=cell[2], **counts))
    Figure.objects.bulk_create(
        figures, batch_size=1000, update_conflicts=True, unique_fields=["table", "row", "theme"],
        update_fields=["points", "conversations"],
    )  # fmt: skip
    Figure.objects.filter(conversations=0).delete()
