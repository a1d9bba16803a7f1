"""What a shared link shows in somebody's chat. Over a shoulder it must not tell what the page is about."""

from django.http import HttpRequest
from wagtail.models import Page

NEUTRAL_TITLE = "Safer Lewisham Partnership"
NEUTRAL_TEXT = "Information for people in Lewisham, and people to talk to."


def card_of(page: Page, request: HttpRequest, *, picture: str = "") -> dict:
    """Title, text and address; for a sensitive page neither its topic nor a picture."""
    if page.is_sensitive:
        return {"title": NEUTRAL_TITLE, "text": NEUTRAL_TEXT, "url": page.get_full_url(request), "picture": ""}
    return {
        "title": page.seo_title or page.title,
        "text": page.search_description or page.summary,
        "url": page.get_full_url(request),
        "picture": request.build_absolute_uri(picture) if picture else "",
    }
