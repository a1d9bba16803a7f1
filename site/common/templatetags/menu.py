"""The main menu, and which part of it the page belongs to."""

from django import template
from django.utils.translation import get_language

register = template.Library()

SECTIONS = {
    "support": ("/find-support/", "Find support", ("/services/",)),
    "campaigns": ("/campaigns/", "Stop the Violence", ("/messages/",)),
    "champions": ("/workshops/", "Become a champion", ()),
    "conversations": ("/conversations/", "Conversations", ()),
    "strategy": ("/strategy/", "Our strategy", ()),
}


@register.simple_tag(takes_context=True)
def main_menu(context: template.Context) -> list[dict]:
    """The sections, the current one marked: as `section` says, or else as the address begins.

    An error page has neither, and still gets its menu.
    """
    request = context.get("request")
    path = without_language(request.path) if request else ""
    return [
        {
            "url": url,
            "text": text,
            "current": context["section"] == code if context.get("section") else path.startswith((url, *also)),
        }
        for code, (url, text, also) in SECTIONS.items()
    ]


def without_language(path: str) -> str:
    """`/so/find-support/` belongs where `/find-support/` does."""
    prefix = f"/{get_language()}/"
    return path.removeprefix(prefix[:-1]) if path.startswith(prefix) else path
