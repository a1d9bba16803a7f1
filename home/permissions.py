"""What may not be done to a page, whoever asks."""

from django.apps import apps
from wagtail.models import Page


def staying_page_types() -> list[type[Page]]:
    """The page types whose addresses the law, the footer or a poster relies on."""
    return [model for model in apps.get_models() if issubclass(model, Page) and getattr(model, "stays", False)]


def can_be_taken_away(page: Page) -> bool:
    """Whether a page may be deleted, hidden or moved: not when it, or a page under it, has to stay."""
    return not Page.objects.descendant_of(page, inclusive=True).exact_type(*staying_page_types()).exists()
