"""A public page is the same for everybody, so a finished one is kept for a minute and handed out again.

It is let go of at once when anything of ours is saved, and after a minute in any case: "open now", places left and
what goes by its date are never older than that. Whoever is signed in is never answered from here, and nothing of a
visitor is part of what is kept. A cache that is down costs time and nothing else.
"""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar
from uuid import uuid4

from django.conf import settings
from django.core.cache import caches
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control

from common import counting, front_cache

logger = logging.getLogger(__name__)
STAMP = "whole-pages:stamp"
# A longer question is asked by nobody with a link of ours, and would only fill the cache.
LONGEST_QUERY = 200
# What is saved all day long and shown on no public page.
QUIET = {"common.outboxmessage", "common.auditentry", "common.dailycount"}
OURS = {"accounts", "common", "services_directory", "champions", "conversations", "home"}
SHOWN_OF_WAGTAIL = {"wagtailcore", "wagtailimages", "wagtaildocs", "wagtailredirects"}

_MARK = "_same_for_everybody"
Answer = TypeVar("Answer", bound=HttpResponseBase)


@dataclass(frozen=True)
class WholePage:
    """A finished page, as of a stamp, with what one look at it adds to the counts."""

    stamp: str
    body: bytes
    headers: dict[str, str]
    counts: str


def same_for_everybody(view: Callable[..., Answer]) -> Callable[..., Answer]:
    """A public view whose answer shows nothing of who asks, and holds no form that carries a state of its own."""

    @wraps(view)
    def marked(request: HttpRequest, *args, **kwargs) -> Answer:
        return mark(request, view(request, *args, **kwargs))

    return marked


def mark(request: HttpRequest, response: Answer, counts: str = "") -> Answer:
    """Say of one answer that it is the same for everybody, and what a look at it counts, such as "page:17".

    A draft never is, whoever looks at it and by whatever address.
    """
    if not _is_draft(request):
        setattr(response, _MARK, counts)
    return response


def _is_draft(request: HttpRequest) -> bool:
    return bool(getattr(request, "is_preview", False))


class WholePagesMiddleware:
    """Before the sessions and the database: a page that is kept asks neither."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _may_be_whole(request):
            return self.get_response(request)
        name = _name_of(request)
        stamp, kept = _read(name)
        if kept:
            if kept.counts and request.method == "GET":
                counting.count(kept.counts)
            return _for_browsers(request, HttpResponse(kept.body, headers=kept.headers))
        response = self.get_response(request)
        counts = getattr(response, _MARK, None)
        if counts is None or not _is_for_everybody(response):
            return response
        if request.method == "GET":
            _keep(name, WholePage(stamp, response.content, dict(response.items()), counts))
        return _for_browsers(request, response)


def _may_be_whole(request: HttpRequest) -> bool:
    signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES
    question = request.META.get("QUERY_STRING", "")
    asks = request.method in ("GET", "HEAD") and len(question) <= LONGEST_QUERY
    return bool(settings.WHOLE_PAGES_SECONDS and asks and not signed_in and not _is_draft(request))


def _is_for_everybody(response: HttpResponseBase) -> bool:
    return response.status_code == 200 and not response.cookies and not response.streaming


def _name_of(request: HttpRequest) -> str:
    """By everything of the request that a page depends on. The host is one of ours: Django has refused all others."""
    parts = str(request.scheme), request.get_host(), request.get_full_path()
    return "whole-pages:" + hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _read(name: str) -> tuple[str, WholePage | None]:
    """The stamp of now, and the page if it is of now. Both are asked for at once."""
    try:
        found = caches["pages"].get_many([STAMP, name])
        stamp = found.get(STAMP) or _renew()
    except Exception:
        logger.warning("The cache of pages does not answer.")
        return "", None
    kept = found.get(name)
    return stamp, kept if kept and kept.stamp == stamp else None


def _keep(name: str, page: WholePage) -> None:
    if not page.stamp:
        return
    try:
        caches["pages"].set(name, page, settings.WHOLE_PAGES_SECONDS)
    except Exception:
        logger.warning("The cache of pages does not answer.")


def _for_browsers(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """A browser asks each time and is told quickly that nothing changed.

    A cache in front may hand it out as we do, if it is one that we can ask to forget.
    """
    patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
    if settings.WAGTAILFRONTENDCACHE:
        patch_cache_control(response, s_maxage=settings.WHOLE_PAGES_SECONDS)
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response


def _renew() -> str:
    stamp = uuid4().hex
    caches["pages"].set(STAMP, stamp, None)
    return stamp


def let_go() -> None:
    """Let go of every page that is kept, once what happens now is committed. If the cache is down, they die soon."""
    if settings.WHOLE_PAGES_SECONDS:
        transaction.on_commit(_let_go, robust=True)


def _let_go() -> None:
    try:
        _renew()
    except Exception:
        logger.warning("The cache of pages does not answer.")
    if settings.WAGTAILFRONTENDCACHE:
        front_cache.let_go()


def _something_changed(sender, **kwargs) -> None:
    label = sender._meta.label_lower
    shown = sender._meta.app_label in OURS | SHOWN_OF_WAGTAIL
    if shown and label not in QUIET:
        let_go()


def watch() -> None:
    """Hear of every change of what pages show. Called once, when the apps are ready."""
    for signal in (post_save, post_delete, m2m_changed):
        signal.connect(_something_changed, dispatch_uid="whole-pages")
