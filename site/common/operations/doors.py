"""While nobody can count how often a code or a password was tried, nobody signs in."""

import secrets
from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from common.operations.broken import come_back_later

PROBE = "doors:probe"


class CountedDoorsMiddleware:
    """A cache that is away says so to nobody: allauth would read "never tried" from it, and count nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # The way out counts nothing, and is never shut.
        at_a_door = request.path.startswith("/accounts/") and not request.path.startswith("/accounts/logout/")
        if request.method == "POST" and at_a_door and not somebody_counts():
            return come_back_later()
        return self.get_response(request)


def somebody_counts() -> bool:
    """Whether the cache that all processes share keeps what it is given."""
    drawn = secrets.token_hex(8)
    key = f"{PROBE}:{drawn}"
    cache.set(key, drawn, 10)
    return cache.get(key) == drawn
