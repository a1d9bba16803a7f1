"""What may never be in a note: things that point at one person. What matched is never kept, shown or logged."""

import re
from collections.abc import Mapping

from django.core.exceptions import ValidationError

# What it is, as the sentence says it, and how it looks in the United Kingdom.
_IDENTIFIERS = [
    ("an email address", re.compile(r"[\w.+'-]+\s?@\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)),
    (
        "a phone number",
        re.compile(r"(?<![\d.])(?:(?:\+|00)\s?44\s?(?:\(0\)\s?)?|\(?0)[\s-]?[1-9](?:[\s().-]{0,2}\d){8,9}(?!\d)"),
    ),
    ("a postcode", re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[abd-hjlnp-uw-z]{2}\b", re.IGNORECASE)),
    (
        "a National Insurance number",
        re.compile(r"\b[a-ceghj-prstw-z][a-ceghj-nprstw-z](?:[\s.-]?\d){6}[\s.-]?[a-d]\b", re.IGNORECASE),
    ),
]


def identifiers_in(text: str) -> list[str]:
    """The kinds of identifier that `text` holds, in words, such as "an email address"."""
    return [name for name, pattern in _IDENTIFIERS if pattern.search(text)]


def sentence(label: str, kinds: list[str]) -> str:
    """What to do about it. Names the field and the kind, never the text."""
    return (
        f"“{label}” has {' and '.join(kinds)} in it. Take it out, and write the person’s role instead, "
        "such as “a local coach”."
    )


def refuse_identifiers(texts: Mapping[str, str]) -> None:
    """Raise ValidationError, by label, if any of `texts` (label: text) holds an identifier."""
    found = {label: kinds for label, text in texts.items() if (kinds := identifiers_in(text or ""))}
    if found:
        raise ValidationError([sentence(label, kinds) for label, kinds in found.items()])
