"""What the Wagtail admin is told about the strategy."""

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
    """A priority that themes lead to is not deleted: what people said would lose its answer."""
    if not PriorityPage.objects.descendant_of(page, inclusive=True).led_to().exists():
        return None
    messages.error(request, "Themes lead to this priority. Take those links away in the workspace first.")
    return redirect("wagtailadmin_explore", page.pk)
