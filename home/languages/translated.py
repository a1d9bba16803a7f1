"""What a translation knows about the English page that it was made from."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import get_language
from wagtail.models import Page

from home.languages.words import IN, IN_ENGLISH

ENGLISH = settings.LANGUAGE_CODE


def english_of(page: Page) -> Page | None:
    """The live English page behind a translation."""
    return Page.objects.filter(translation_key=page.translation_key, locale__language_code=ENGLISH, live=True).first()


def is_behind(as_of: datetime | None, english: Page | None) -> bool:
    """Whether the English page went out again after the translation was made. `as_of`: the English that it is of."""
    if english is None or english.last_published_at is None:
        return False
    return as_of is None or english.last_published_at > as_of


def about(page: Page) -> dict:
    """For the top of a translated page: is it behind, where is the English, and how to say so in its language."""
    english = english_of(page)
    words = IN.get(page.locale.language_code, IN_ENGLISH)
    return {"words": words, "english": english, "behind": is_behind(page.english_as_of, english)}


def for_readers(pages: QuerySet, page: Page) -> QuerySet:
    """Of `pages`, those in the language of `page`; where there is none yet, the English ones."""
    there = pages.filter(locale_id=page.locale_id)
    if get_language() == ENGLISH or there.exists():
        return there
    return pages.filter(locale__language_code=ENGLISH)


def behind(models: Iterable[type[Page]]) -> list[Page]:
    """Every live translation that is behind, for the dashboard: two queries for each page type."""
    found = []
    for model in models:
        pages = list(model.objects.live().exclude(locale__language_code=ENGLISH).select_related("locale"))
        keys = [page.translation_key for page in pages]
        english = (
            Page.objects.filter(translation_key__in=keys, locale__language_code=ENGLISH, live=True) if keys else []
        )
        by_key = {page.translation_key: page for page in english}
        found += [page for page in pages if is_behind(page.english_as_of, by_key.get(page.translation_key))]
    return found
