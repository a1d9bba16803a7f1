"""What allauth's scripts for passkeys are told: data in the page, not a script, so the content policy lets it stand."""

import json

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

# As django.utils.html.json_script does, so that no value can end the element.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def passkey_data(function: str, **ids: str) -> SafeString:
    """The element in which allauth's onload.js looks for a function of its own and the ids it works on."""
    told = mark_safe(json.dumps({"ids": ids}).translate(ESCAPES))  # escaped above
    return format_html('<script data-allauth-onload="{}" type="application/json">{}</script>', function, told)
