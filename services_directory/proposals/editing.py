"""One provider at one entry: what they read, what they write, and what of it differs."""

from typing import Any

from django.http import QueryDict

from common.sealed import SealBroken, seal, unseal
from services_directory.models import Proposal, ServicePage
from services_directory.proposals.facts import PARTS_OF_THE_FORM, Facts, differing, facts_of, places_of
from services_directory.proposals.forms import KINDS, EntryForm, rows_form

BASE = "entry-base"


class Editing:
    """The form of an entry with all its rows.

    The facts that the provider read travel sealed with the form, so that what changes meanwhile is seen as a
    conflict. `waiting` is what the same person sent before: they go on from there.
    """

    def __init__(self, service: ServicePage, *, private: bool, data: QueryDict | None, waiting: Proposal | None = None):
        now = facts_of(service, private=private)
        self.base = _read_before(data, service, now)
        start = {
            **self.base,
            **({name: waiting.facts[name] for name in waiting.facts if name in now} if waiting else {}),
        }
        places = places_of(service)
        self.rows = {name: rows_form(name, data, self.base, start, places) for name in KINDS if name in now}
        self.form = EntryForm(data, instance=service, initial=start)
        self.sealed = seal([service.pk, self.base], purpose=BASE)

    @property
    def sections(self) -> list[dict[str, Any]]:
        """Headings with what stands under each, in order: a field, or the rows of one kind."""
        return [
            {"heading": heading, "parts": parts}
            for heading, names in PARTS_OF_THE_FORM.items()
            if (parts := [self._part(name) for name in names if name in self.rows or name in self.form.fields])
        ]

    def _part(self, name: str) -> dict[str, Any]:
        return {"rows": self.rows[name]} if name in self.rows else {"field": self.form[name]}

    @property
    def forms(self) -> list:
        """Every form with its errors, for the list on top of the page."""
        return [self.form, *(form for rows in self.rows.values() for form in rows.forms)]

    @property
    def has_errors(self) -> bool:
        return self.form.is_bound and not self.is_valid()

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(rows.is_valid() for rows in self.rows.values())])

    def changes(self) -> tuple[Facts, Facts]:
        """What differs: as they read it, and as they wrote it. Call after `is_valid`."""
        written = {**self.form.facts(), **{name: rows.facts(name) for name, rows in self.rows.items()}}
        names = differing(self.base, written)
        return {name: self.base[name] for name in names}, {name: written[name] for name in names}


def _read_before(data: QueryDict | None, service: ServicePage, now: Facts) -> Facts:
    """The facts that they read when they opened the form. A seal that is broken, or of another entry, says nothing."""
    try:
        key, base = unseal(data.get("base", "") if data else "", purpose=BASE)
    except (SealBroken, ValueError, TypeError):
        return now
    return base if key == service.pk and base.keys() == now.keys() else now
