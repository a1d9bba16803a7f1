"""The sheet of the quarter, taken in: all of it or nothing."""

from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from conversations.actions.doing import change_action, may_write, nothing_changed
from conversations.actions.measuring import add_reading
from conversations.models import Reading
from conversations.quarter.reading import Read


@dataclass(frozen=True)
class Taken:
    """How much was new: figures that were there already with the same number are none."""

    changed: int
    looked_at: int
    figures: int


@transaction.atomic
def take_quarter(*, found: Read, by: User) -> Taken:
    """Store what `found` says. Raises ValidationError, and then nothing is stored."""
    may_write(by)
    for action, new in found.changes:
        change_action(action=action, by=by, **new)
    for action in found.looked_at:
        nothing_changed(action=action, by=by)
    known = {(one.indicator_id, one.on): (one.value, one.note) for one in Reading.objects.all()}
    fresh = [row for row in found.figures if known.get((row["indicator"].pk, row["on"])) != (row["value"], row["note"])]
    for row in fresh:
        add_reading(by=by, **row)
    return Taken(len(found.changes), len(found.looked_at), len(fresh))
