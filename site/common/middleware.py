"""How long a page may be kept and what it may load, decided in one place."""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_cache_control

# Everything behind a sign-in, and the way out.
PRIVATE_PREFIXES = ("/my/", "/workspace/", "/board/", "/safeguarding/", "/admin/", "/accounts/", "/leave/")


class CachePolicyMiddleware:
    """Pages behind a sign-in are never stored, so that Back after leaving shows nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(PRIVATE_PREFIXES):
            patch_cache_control(response, no_store=True, private=True)
        return response


class LanguageFromAddressMiddleware:
    """The address alone decides the language, so one stored copy of a page serves every browser.

    Django's own middleware asks the browser where the address does not say, and marks each page as varying by it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
        return response


class ContentPolicyMiddleware(CSPMiddleware):
    """Strict everywhere, save in the Wagtail admin, whose editor writes styles and scripts into its pages."""

    def process_response(self, request, response):
        # Other sites show none of our files as their own. Their programs may read the API all the same.
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return super().process_response(request, response)

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith("/admin/") and not report_only:
            parts.replace = {
                "script-src": [SELF, UNSAFE_INLINE],
                "style-src": [SELF, UNSAFE_INLINE],
                "img-src": [SELF, "data:", "blob:"],
                "frame-src": [SELF],
                "frame-ancestors": [SELF],
            }
        return parts
