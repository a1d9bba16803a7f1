"""The suggestions for one point, read from the index that the task keeps."""

from functools import lru_cache

from conversations.models import Point, SuggestionIndex, Theme
from conversations.suggestions.index import Index, made_from, suggested


def suggestions_for(point: Point) -> list[tuple[Theme, list[str]]]:
    """Three themes at the most, and the words of the point that speak for each. Two queries, a third after a change."""
    themes = {theme.pk: theme for theme in Theme.objects.said().in_use()}
    found = suggested(_index(themes), point.words)
    return [(themes[one.theme], one.words) for one in found if one.theme in themes]


def sounds_like(theme: Theme) -> str:
    """All that the codebook says of a theme. Its name and the words that people use say most."""
    return " ".join([theme.name, theme.name, theme.description, theme.when_to_use, *[theme.example_words] * 2])


def _index(themes: dict[int, Theme]) -> Index:
    kept = SuggestionIndex.objects.values_list("pk", "made_at").first()
    if kept is None:
        return made_from({number: sounds_like(theme) for number, theme in themes.items()}, [])
    return _kept(*kept)


@lru_cache(maxsize=1)
def _kept(number: int, _made_at) -> Index:
    return Index.from_json(SuggestionIndex.objects.get(pk=number).data)
