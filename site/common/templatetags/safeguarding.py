"""The safeguarding texts that staff keep, with the day on which each was agreed."""

from django import template

from common.models import SafeguardingText
from common.start_words import SAFEGUARDING_TEXTS

register = template.Library()


@register.inclusion_tag("components/safeguarding_text.html")
def safeguarding_text(code: str) -> dict:
    """The text with this code. One query; the draft that every installation starts with, if staff have none."""
    return {"safeguarding": SafeguardingText.objects.filter(code=code).first() or _draft(code)}


def _draft(code: str) -> SafeguardingText:
    """Somebody who has just heard something must never see an empty place here."""
    return next(SafeguardingText(code=known, text=text) for known, _, text in SAFEGUARDING_TEXTS if known == code)
