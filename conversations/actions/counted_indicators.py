"""Once a quarter is over, the indicators that the platform counts by itself get their figure."""

from decimal import Decimal

from django.utils import timezone

from conversations.actions.measuring import add_reading
from conversations.counted import COUNTS, quarter_before
from conversations.models import Indicator

NOTE = "Counted by the platform."


def count_indicators() -> int:
    """The figure of the last quarter for each, once. Gives how many were added."""
    first, last = quarter_before(timezone.localdate())
    added = 0
    for indicator in Indicator.objects.filter(fed_by__in=list(COUNTS)).exclude(readings__on=last):
        value = COUNTS[indicator.fed_by](first, last)
        if value is not None:
            add_reading(indicator=indicator, on=last, value=Decimal(value), by=None, note=NOTE)
            added += 1
    return added
