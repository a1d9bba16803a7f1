"""Indicators, by what a priority is measured, and figures: one by one, or many from a file, all or none."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from common import audit
from conversations.actions.doing import free_code, may_write
from conversations.models import Action, Indicator, MeasuredBy, PriorityPage, Reading
from conversations.privacy import refuse_identifiers


@transaction.atomic
def add_indicator(*, by: User, name: str, **fields) -> Indicator:
    """A new measure, its definition first. `fields` as in `Indicator`. Raises ValidationError."""
    may_write(by)
    indicator = Indicator(code=free_code(Indicator, name), name=name, order=Indicator.objects.count(), **fields)
    return _saved(indicator, by, "indicator added")


@transaction.atomic
def change_indicator(*, indicator: Indicator, by: User, **fields) -> Indicator:
    """Raises ValidationError, also where a figure that is there would be out of the new range."""
    may_write(by)
    indicator = Indicator.objects.select_for_update().get(pk=indicator.pk)
    for name, value in fields.items():
        setattr(indicator, name, value)
    outside = [reading for reading in indicator.readings.all() if indicator.out_of_range(reading.value)]
    if outside:
        raise ValidationError({"most": f"The figure of {outside[0].on:%-d %B %Y} is outside of this. Change it first"})
    return _saved(indicator, by, "indicator changed")


@transaction.atomic
def measure(
    *, priority: PriorityPage, indicator: Indicator, reason: str, by: User, action: Action | None = None
) -> MeasuredBy:
    """Say that `indicator` would show whether `priority`, or one action of it, makes a difference, and why."""
    may_write(by)
    refuse_identifiers({"Why": reason})
    if action and action.priority_id != priority.pk:
        raise ValidationError({"action": "This action belongs to another priority."})
    link, _ = MeasuredBy.objects.update_or_create(
        priority=priority, action=action, indicator=indicator, defaults={"reason": reason, "by": by}
    )
    audit.record("measure chosen", actor=by, thing=link)
    return link


@transaction.atomic
def unmeasure(*, link: MeasuredBy, by: User) -> None:
    may_write(by)
    audit.record("measure taken away", actor=by, thing=link)
    link.delete()


@transaction.atomic
def add_reading(*, indicator: Indicator, on: date, value: Decimal, by: User | None, note: str = "") -> Reading:
    """One figure. A second one for the same day puts the first right. Raises ValidationError.

    `by` is None where the platform counted it itself.
    """
    if by is not None:
        may_write(by)
    refuse_identifiers({"What one has to know": note})
    reading = Reading.objects.filter(indicator=indicator, on=on).first() or Reading(indicator=indicator, on=on)
    reading.value, reading.note = value, note
    reading.full_clean()
    reading.save()
    audit.record("figure added", actor=by, thing=reading)
    return reading


@transaction.atomic
def add_readings(*, rows: Sequence[dict], by: User) -> int:
    """All of `rows` (indicator, on, value, note), or none of them: the first that is refused takes all back."""
    for row in rows:
        add_reading(by=by, **row)
    return len(rows)


def _saved(indicator: Indicator, by: User, entry: str) -> Indicator:
    refuse_identifiers({"What it counts": indicator.definition, "Owner": indicator.owner, "Source": indicator.source})
    indicator.full_clean()
    indicator.save()
    audit.record(entry, actor=by, thing=indicator)
    return indicator
