"""What a provider proposes beside what stands: field by field, in words, with the changed parts marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from wagtail.admin.compare import diff_text

from services_directory.choices import NOT_KNOWN
from services_directory.hours_in_words import clock
from services_directory.models import Proposal, ServicePage
from services_directory.proposals.facts import CHOSEN, ROWS, Facts, differing, facts_of, hidden_on, places_of
from services_directory.proposals.forms import KINDS, EntryForm

# Part of a text: "equal", "addition" or "deletion", and the words.
Piece = tuple[str, str]
# An empty answer of these means that nobody knows.
_ASKED = {field.name for field in ServicePage._meta.get_fields() if getattr(field, "choices", None)}


@dataclass(frozen=True)
class Difference:
    """One field: how it is now, how it would be. In a conflict it was changed here since the provider read it."""

    name: str
    label: str
    old: list[Piece]
    new: list[Piece]
    # How it was when the provider read it; empty unless somebody has changed it here since.
    was: str = ""
    conflict: bool = False


def differences(proposal: Proposal, service: ServicePage) -> list[Difference]:
    """What would change on `service` as it is now. What stands there already is left out."""
    now = facts_of(service, private=True)
    places = places_of(service)
    return [_difference(name, proposal, now, places) for name in differing(now, proposal.facts) if name in now]


def as_sent(proposal: Proposal, service: ServicePage) -> list[Difference]:
    """What the provider sent, beside what they read: for their own page."""
    places = places_of(service)
    names = [name for name in differing(proposal.base, proposal.facts) if name not in hidden_on(service)]
    return [_difference(name, proposal, proposal.base, places) for name in names]


def _difference(name: str, proposal: Proposal, now: Facts, places: dict[str, str]) -> Difference:
    base = proposal.base[name]
    before, after = in_words(name, now[name], places), in_words(name, proposal.facts[name], places)
    pieces = diff_text(before, after).changes
    conflict = now[name] != base
    return Difference(
        name=name,
        label=label_of(name),
        old=[piece for piece in pieces if piece[0] != "addition"],
        new=[piece for piece in pieces if piece[0] != "deletion"],
        was=in_words(name, base, places) if conflict else "",
        conflict=conflict,
    )


def label_of(name: str) -> str:
    """What staff and providers call a field."""
    label = KINDS[name][0] if name in KINDS else str(EntryForm.base_fields[name].label)
    return f"{label[0].upper()}{label[1:]}"


def in_words(name: str, value: Any, places: dict[str, str]) -> str:
    """A fact as people read it, one line for each of several."""
    if name in ROWS:
        return "\n".join(" · ".join(_row_in_words(name, row, places)) for row in value) or "None"
    if name in CHOSEN:
        return "\n".join(map(str, CHOSEN[name].objects.filter(pk__in=value))) or "Nothing"
    return _said(ServicePage, name, value) or (NOT_KNOWN if name in _ASKED else "Nothing")


def _row_in_words(name: str, row: Facts, places: dict[str, str]) -> Iterator[str]:
    model, fields = ROWS[name]
    if name == "places":
        yield from filter(None, (row[field] for field in fields))
        return
    times = [clock(time.fromisoformat(row[field])) for field in ("opens_at", "closes_at") if row.get(field)]
    for field in fields:
        if field == "opens_at":
            yield " to ".join(times) or "closed"
        elif field != "closes_at" and (said := _said(model, field, row[field])):
            yield said
    if row.get("often"):
        yield row["often"]
    if row.get("place"):
        yield f"only at {places.get(row['place'], 'one of its places')}"


def _said(model: type, name: str, value: Any) -> str:
    field = model._meta.get_field(name)  # type: ignore[attr-defined]
    if isinstance(value, bool):
        return ("yes" if value else "no") if model is ServicePage else (str(field.verbose_name) if value else "")
    if name == "date" and value:
        day = date.fromisoformat(value)
        return f"{day:%A} {day.day} {day:%B %Y}"
    return str(dict(field.flatchoices).get(value, value))
