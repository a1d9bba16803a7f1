"""What the check found in one text: what must be changed, and what somebody must decide about."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.crypto import salted_hmac

from conversations.privacy.identifiers import matches_in
from conversations.privacy.indirect import pointers_in
from conversations.privacy.names import names_in


class Kind(TextChoices):
    IDENTIFIER = "identifier", "Points at one person"
    NAME = "name", "May be a name"
    INDIRECT = "indirect", "May point at one person, with the rest"


@dataclass(frozen=True)
class Finding:
    """One place in one text. `said` is what it is, in words; the matched text is `text[start:end]` and is not kept."""

    kind: Kind
    said: str
    start: int
    end: int
    fingerprint: str


def fingerprint(matched: str) -> str:
    """By which a decision about these words is known again, without keeping the words."""
    return salted_hmac("conversations.privacy", " ".join(matched.casefold().split()), algorithm="sha256").hexdigest()[
        :32
    ]


def findings_in(text: str, *, also_allowed: Collection[str] = ()) -> list[Finding]:
    """Everything in `text`, in order. Where two overlap, the more certain one stays."""
    found: list[Finding] = []
    taken: list[tuple[int, int]] = []
    spans = [
        *((Kind.IDENTIFIER, said, start, end) for said, start, end in matches_in(text)),
        *((Kind.NAME, "a name", start, end) for start, end in names_in(text, also_allowed=also_allowed)),
        *((Kind.INDIRECT, "something that may point at one person", start, end) for start, end in pointers_in(text)),
    ]
    for kind, said, start, end in spans:
        if not any(start < other_end and other_start < end for other_start, other_end in taken):
            taken.append((start, end))
            found.append(Finding(kind, said, start, end, fingerprint(text[start:end])))
    return sorted(found, key=lambda finding: finding.start)
