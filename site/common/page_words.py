"""The words of a page that the public reads, as plain text, piece by piece."""

from collections.abc import Iterator

from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

_OF_EVERY_PAGE = ("title", "seo_title", "search_description")


def words_of(page: Page) -> Iterator[str]:
    """Each text of `page` that readers meet. Fields named in the page type's `only_for_staff` are left out."""
    for name in _OF_EVERY_PAGE:
        yield getattr(page, name) or ""
    ours = {field.name for field in page._meta.get_fields()} - {field.name for field in Page._meta.get_fields()}
    for field in page._meta.concrete_fields:
        if field.name in ours and field.name not in getattr(page, "only_for_staff", ()):
            yield from _words_in(field, page)


def _words_in(field: models.Field, page: Page) -> Iterator[str]:
    if isinstance(field, StreamField):
        for child in getattr(page, field.name):
            yield from child.block.get_searchable_content(child.value)
    elif isinstance(field, RichTextField):
        yield get_text_for_indexing(getattr(page, field.name) or "")
    elif isinstance(field, models.CharField | models.TextField) and not field.choices:
        yield getattr(page, field.name) or ""
