"""Which of Wagtail's sites an address belongs to, remembered for a few seconds.

Wagtail asks the database in every request, and a site changes once in years: a tenth of what a campaign's page cost.
Only what Wagtail itself found is remembered, so a page that never asks (a health check, a page handed out whole)
still asks no database.
"""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest, HttpResponse
from wagtail.models import Site

# The address it was found for, when, and the site. One alone: a borough has one address.
_kept: tuple[tuple[str, str], float, Site] | None = None


class WhichSiteMiddleware:
    """Give Wagtail the site that it found a moment ago for the same address, else remember what it finds now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        address, known = (request.get_host(), request.get_port()), _kept
        if known and known[0] == address and time.monotonic() - known[1] < settings.SITE_KEPT_SECONDS:
            # Wagtail's own place for it: `Site.find_for_request` looks there first.
            request._wagtail_site = _copy(known[2])  # type: ignore[attr-defined]
            return self.get_response(request)
        response = self.get_response(request)
        found = getattr(request, "_wagtail_site", None)
        if found and settings.SITE_KEPT_SECONDS:
            _remember(address, found)
        return response


def _remember(address: tuple[str, str], found: Site) -> None:
    global _kept
    _kept = address, time.monotonic(), _copy(found)


def _copy(site: Site) -> Site:
    """The site and its first page as they were read: what one request hangs on them is not the next one's."""
    copy = _as_read(site)
    copy.root_page = _as_read(site.root_page)
    return copy


def _as_read(row: Model) -> Any:
    names = [column.attname for column in row._meta.concrete_fields]
    return type(row).from_db(row._state.db, names, [getattr(row, name) for name in names])


def forget(**_: object) -> None:
    """Ask the database again: a site was changed here. Other processes see it within SITE_KEPT_SECONDS."""
    global _kept
    _kept = None


def watch() -> None:
    for signal in (post_save, post_delete):
        signal.connect(forget, sender=Site, dispatch_uid="which-site")
