"""Keeping the suggestions up to date, and noting how good they were."""

from collections.abc import Iterable

from django.db import transaction

from conversations.models import Coding, Point, Suggested, SuggestionIndex, Theme
from conversations.models.themes import NONE_OF_THESE
from conversations.suggestions.gaps import words_without_a_theme
from conversations.suggestions.index import made_from
from conversations.suggestions.reading import sounds_like

# The newest confirmed points: enough to learn from, and few enough to learn from in seconds.
LEARN_FROM = 5000


@transaction.atomic
def refresh_suggestions() -> SuggestionIndex:
    """Work the index out again from the codebook and from the codings that stand. Safe to run twice."""
    themes = {theme.pk: sounds_like(theme) for theme in Theme.objects.said().in_use()}
    confirmed = _confirmed()
    without = Point.objects.counted().filter(codings__theme__code=NONE_OF_THESE, codings__stands=True).order_by("-pk")
    gaps = words_without_a_theme(
        without.values_list("conversation", "words")[:LEARN_FROM], [words for words, _ in confirmed]
    )
    index = made_from(themes, confirmed)
    kept = SuggestionIndex.objects.select_for_update().first() or SuggestionIndex()
    kept.points, kept.data, kept.gaps = len(confirmed), index.as_json(), gaps
    kept.save()
    return kept


def refresh_suggestions_soon() -> None:
    """Let the worker do it. Its module imports the actions, so it is imported only here."""
    from conversations import tasks

    tasks.refresh_suggestions.enqueue()


def _confirmed() -> list[tuple[str, list[int]]]:
    newest = Point.objects.counted().filter(codings__stands=True).order_by("-pk").distinct().values("pk")[:LEARN_FROM]
    standing = Coding.objects.standing().of_themes().filter(point__in=list(newest.values_list("pk", flat=True)))
    themes: dict[int, list[int]] = {}
    words: dict[int, str] = {}
    for point, theme, text in standing.order_by("point").values_list("point", "theme", "point__words").distinct():
        themes.setdefault(point, []).append(theme)
        words[point] = text
    return [(words[point], found) for point, found in themes.items()]


def keep_suggested(*, point: Point, shown: Iterable[Theme], chosen: Iterable[Theme]) -> None:
    """How many of the suggested themes were chosen. A point on which no theme was put says nothing about them."""
    shown, chosen = list(shown), [theme for theme in chosen if not theme.is_reserved]
    if shown and chosen:
        fields = {"shown": len(shown), "accepted": len(set(shown) & set(chosen))}
        Suggested.objects.update_or_create(point=point, defaults=fields)
