"""Ways to answer that several views share."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from champions.links import LinkBroken


class SeeOther(HttpResponseRedirect):
    """What follows a POST: the browser GETs the next page, and refreshing it posts nothing again."""

    status_code = 303


def personal(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page about one person: no cache keeps it, no search engine lists it, and a broken link gets help."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except LinkBroken:
            response = render(request, "champions/link_broken.html", status=410)
        patch_cache_control(response, no_store=True, private=True)
        response["X-Robots-Tag"] = "noindex"
        return response

    return guarded


def only(allowed: Callable[..., bool]) -> Callable:
    """Signed-in people for whom `allowed(user)` holds; the others are told so (403)."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not allowed(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate
