"""What the directory adds to the Wagtail admin, and what it refuses there."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from services_directory.models import ServicePage
from services_directory.models.service import ONE_MUST_STAY
from services_directory.permissions import can_be_taken_off
from services_directory.viewsets import Directory

register_snippet(Directory)


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def keep_the_last_crisis_line(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse, with a sentence, to take away a crisis line that no other one replaces."""
    service = page.specific
    if not isinstance(service, ServicePage) or can_be_taken_off(service):
        return None
    messages.error(request, f"“{service.title}” stays. {ONE_MUST_STAY}")
    return redirect("wagtailadmin_explore", service.get_parent().pk)


@hooks.register("before_bulk_action")
def keep_each_last_crisis_line(
    request: HttpRequest, action_type: str, objects: Iterable, action: object
) -> HttpResponse | None:
    """The same for many at once, one after the other."""
    if action_type not in ("delete", "unpublish"):
        return None
    pages = [thing for thing in objects if isinstance(thing, Page)]
    return next(filter(None, (keep_the_last_crisis_line(request, page) for page in pages)), None)
