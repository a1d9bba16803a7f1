"""Forms that anyone may post, without a cookie.

A CSRF token needs a cookie and public pages set none (rule 1). Browsers say where a post comes from, so a post
from another site is refused by `Origin` and `Sec-Fetch-Site` instead.
"""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

_SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


def comes_from_us(request: HttpRequest) -> bool:
    """Whether the browser says that this post comes from one of our own pages.

    A client that sends neither header is not a browser, and carries no visitor's rights to misuse.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.get_host()


def same_origin_form(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let `view` take posts from our own pages without a CSRF cookie, and refuse all others with 403."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method not in _SAFE_METHODS and not comes_from_us(request):
            return render(request, "403.html", status=403)
        return view(request, *args, **kwargs)

    return csrf_exempt(guarded)
