"""Taking in figures about the borough from elsewhere, each with its source and date."""

from collections.abc import Iterable
from dataclasses import asdict

from django.db import transaction

from common import audit
from conversations.models import BoroughFigure
from conversations.seeing.borough import lines_of


@transaction.atomic
def load_borough_figures(*, file: Iterable[str], invented_may_come: bool) -> int:
    """Replace each measure that is in `file`. How many figures there are. Raises NotFigures, and changes nothing."""
    lines = [line for line in lines_of(file) if invented_may_come or not line.is_invented]
    for measure, by in {(line.measure, line.by) for line in lines}:
        BoroughFigure.objects.filter(measure=measure, by=by).delete()
    BoroughFigure.objects.bulk_create(BoroughFigure(**asdict(line)) for line in lines)
    audit.record("borough figures loaded")
    return len(lines)
