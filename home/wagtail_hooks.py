"""What the Wagtail admin is told about pages."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from home.dashboard import arrange_panels
from home.incidents import views as incident_views
from home.menu import MorningAfterItem, arrange_menu
from home.permissions import can_be_taken_away
from home.sharing import views as sharing_views
from home.viewsets import StoryConsentViewSet, short_link_viewset

register_snippet(StoryConsentViewSet)
hooks.register("construct_homepage_panels", arrange_panels)
hooks.register("construct_main_menu", arrange_menu)
hooks.register("register_admin_urls", lambda: [*incident_views.urlpatterns, *sharing_views.admin_urlpatterns])
hooks.register("register_admin_menu_item", MorningAfterItem)
hooks.register("register_admin_viewset", lambda: short_link_viewset)
# The counts of pages, images and documents help nobody to do their work.
hooks.register("construct_homepage_summary_items", lambda request, items: items.clear(), order=1000)
hooks.register(
    "insert_global_admin_css", lambda: format_html('<link rel="stylesheet" href="{}">', static("home/admin.css"))
)
hooks.register("insert_editor_js", lambda: format_html('<script src="{}"></script>', static("home/editor.js")))


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def keep_what_has_to_stay(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse, with a sentence, to take away a page that the law, the footer or a poster relies on."""
    if can_be_taken_away(page):
        return None
    messages.error(
        request,
        f"“{page.title}” has to stay: the law, the foot of every page or a poster leads to it. You can edit it.",
    )
    return redirect("wagtailadmin_explore", page.pk)


@hooks.register("before_move_page")
def keep_where_it_has_to_stay(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    return keep_what_has_to_stay(request, page)


@hooks.register("before_bulk_action")
def keep_all_that_has_to_stay(
    request: HttpRequest, action_type: str, objects: Iterable, action: object
) -> HttpResponse | None:
    """The same for many pages at once."""
    if action_type not in ("delete", "unpublish", "move"):
        return None
    pages = [thing for thing in objects if isinstance(thing, Page)]
    return next(filter(None, (keep_what_has_to_stay(request, page) for page in pages)), None)
