"""One rule, asked of the database or of a row in hand.

A QuerySet method filters by a `Q`; the property on a row asks `holds` about the same `Q`. So the page that opens
and the form that refuses can never disagree on the first or the last day.
"""

import operator
from typing import Any

from django.db.models import Model, Q

_LOOKUPS = {
    "exact": operator.eq,
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
    "in": lambda value, wanted: value in wanted,
}


def holds(condition: Q, row: Model) -> bool:
    """Whether `condition`, over fields of `row` itself, is true of it. An empty field matches `isnull` alone."""
    parts = [_is_true(part, row) for part in condition.children]
    result = any(parts) if condition.connector == Q.OR else all(parts)
    return result != condition.negated


def _is_true(part: Any, row: Model) -> bool:
    if isinstance(part, Q):
        return holds(part, row)
    name, wanted = part
    field, _, lookup = name.partition("__")
    value = getattr(row, field)
    if lookup == "isnull":
        return (value is None) == wanted
    return value is not None and _LOOKUPS[lookup or "exact"](value, wanted)
