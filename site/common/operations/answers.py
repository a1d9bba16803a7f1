"""Every answer has a number of its own, a line in the log and a place in the counts.

A person who writes to us names the number, and we find what happened without knowing who they are.
"""

import logging
import re
import time
from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from common.operations import metrics, request_ids

HEADER = "X-Request-ID"
_GIVEN = re.compile(r"[0-9a-f-]{16,64}")
logger = logging.getLogger(__name__)


class AnswersMiddleware:
    """Outermost: draws the number, and writes one line about each request when it is answered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        number = _number_for(request)
        token, began = request_ids.begin(number), time.perf_counter()
        try:
            response = self.get_response(request)
            took = time.perf_counter() - began
            metrics.count_request(request.method, route_of(request), response.status_code, took)
            about = {
                "method": request.method,
                "route": route_of(request),
                "status": response.status_code,
                "milliseconds": round(took * 1000),
            }
            logger.info("answered", extra=about)
        finally:
            request_ids.end(token)
        response.headers[HEADER] = number
        return response


def _number_for(request: HttpRequest) -> str:
    """The number that our own proxy drew; a stranger's is not believed, because it would stand in our log."""
    given = request.headers.get(HEADER, "")
    if settings.TRUSTED_PROXY_COUNT and _GIVEN.fullmatch(given):
        return given
    return uuid4().hex


def route_of(request: HttpRequest) -> str:
    """Which of our views answered, such as `services_directory:service`. Never the address: it may hold a token."""
    match = request.resolver_match
    return (match.view_name or "unnamed") if match else "none"
