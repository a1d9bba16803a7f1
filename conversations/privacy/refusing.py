"""Sentences beside a field, and the refusal that no way round the form escapes."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from conversations.privacy.identifiers import identifiers_in


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
