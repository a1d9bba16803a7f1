"""What the Wagtail admin is told about the strategy."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.models import Page

from conversations.models import PriorityPage
from conversations.viewsets import StrategyViewSetGroup


@hooks.register("register_admin_viewset")
def strategy_admin() -> StrategyViewSetGroup:
    return StrategyViewSetGroup()


@hooks.register("before_delete_page")
def keep_the_thread_whole(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A priority that holds a part of the thread is not deleted: what people said would lose its answer."""
    if not PriorityPage.objects.descendant_of(page, inclusive=True).holding_the_thread().exists():
        return None
    messages.error(
        request,
        f"Themes, actions or figures hang on “{page.title}”. Let another priority follow it in the workspace instead.",
    )
    return redirect("wagtailadmin_explore", page.pk)


@hooks.register("before_bulk_action")
def keep_every_thread_whole(
    request: HttpRequest, action_type: str, objects: Iterable, action: object
) -> HttpResponse | None:
    """The same for many pages at once."""
    pages = [thing for thing in objects if isinstance(thing, Page)] if action_type == "delete" else []
    return next(filter(None, (keep_the_thread_whole(request, page) for page in pages)), None)
