"""A cache in front of every machine, such as Varnish (FRONT_CACHE_URL). It hears of changes, and is asked to forget.

Wagtail asks it to forget a page that was published or taken back. Whatever else changes shows on lists, and so the
sections of the site are forgotten with it. What only a question leads to is never older than WHOLE_PAGES_SECONDS.
"""

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page

# Lists that are no pages of Wagtail.
_LISTS = ("services_directory:find_support", "services_directory:safe_places", "champions:workshops")
_HOME, _SECTIONS = 2, 3


def let_go() -> None:
    """Have home, the sections and the lists forgotten. The worker asks, so nobody waits for it."""
    from wagtail.contrib.frontend_cache.utils import PurgeBatch

    batch = PurgeBatch()
    batch.add_pages(Page.objects.live().filter(depth__in=(_HOME, _SECTIONS)))
    batch.add_urls(settings.WAGTAILADMIN_BASE_URL + reverse(name) for name in _LISTS)
    batch.purge()
