"""Making and following short links."""

import secrets

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from common import counting
from common.models import ShortLink

# No vowels, so that no word appears; nothing that looks like something else on a poster.
ALPHABET = "bcdfghjkmnpqrstvwxz"
FALLBACK = "/campaigns/"


def create(*, page: Page, note: str = "", place: str = ShortLink.Place.ANY) -> ShortLink:
    """A new code for `page`. Codes of deleted links cannot come back: the row stays when its page goes."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(5))
        try:
            with transaction.atomic():
                return ShortLink.objects.create(code=code, page=page, note=note, place=place)
        except IntegrityError:
            continue


def follow(request: HttpRequest, code: str) -> HttpResponse:
    """Send the visitor to the page of `code`, or to the campaigns when it is not there any more."""
    link = ShortLink.objects.select_related("page").filter(code=code.lower()).first()
    if link and request.method == "GET":
        counting.count(f"code:{link.code}")
    page = link.page if link and link.page and link.page.live else None
    response = redirect((page.get_url(request) if page else None) or FALLBACK)
    response["Cache-Control"] = "no-store"
    return response
