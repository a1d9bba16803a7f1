"""Calendars that follow us: one for everybody, and one of their own for whoever asks for it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_POST, require_safe

from champions import actions, calendars
from champions.models import CalendarFeed
from champions.views.public import calendar_response
from champions.views.replies import SeeOther


@require_safe
def public_feed(request: HttpRequest) -> HttpResponse:
    return calendar_response(calendars.public_feed(), "PUBLISH")


@require_safe
def personal_feed(request: HttpRequest, key: str) -> HttpResponse:
    """For a calendar, which cannot sign in: the key in the address is all it has. One that was changed is a 404."""
    feed = get_object_or_404(CalendarFeed.objects.select_related("user"), key=key, user__is_active=True)
    response = calendar_response(calendars.feed_of(feed.user), "PUBLISH")
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex"
    return response


@login_required
@require_POST
def change_feed(request: HttpRequest) -> HttpResponse:
    """Make an address, make another one, or take it away."""
    if "close" in request.POST:
        actions.close_feed(user=request.user)
        messages.success(request, "The address is closed. Calendars that used it are told nothing more.")
    else:
        actions.open_feed(user=request.user)
        messages.success(request, "Here is your address. Any address that you had before is closed.")
    return SeeOther(reverse("champions:my_bookings"))
