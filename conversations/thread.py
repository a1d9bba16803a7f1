"""The golden thread, read: what has an answer, and what was not taken forward. Public figures obey rule 7."""

from common.disclosure import count_of_people
from conversations.models import Point, Theme

# A share is shown only of 20 or more (users.md 3.10, house rule 2).
LEAST_FOR_A_SHARE = 20


def not_taken_forward():
    """The themes that lead to no priority, with the published reason."""
    return Theme.objects.filter(not_taken_forward__isnull=False).select_related("not_taken_forward")


def share_answered() -> int | None:
    """Of what people said and we understood, how much has an answer: per cent, to the nearest 5; None if too little.

    An answer is a published priority, or a published reason why not.
    """
    understood = Point.objects.counted().filter(codings__isnull=False).distinct().count()
    answered = (
        Point.objects.counted()
        .filter(codings__theme__in=Theme.objects.answered(), codings__stands=True)
        .distinct()
        .count()
    )
    if understood < LEAST_FOR_A_SHARE:
        return None
    whole, part = (_rounded(number) for number in (understood, answered))
    return 5 * round(100 * part / whole / 5)


def _rounded(number: int) -> int:
    shown = count_of_people(number)
    return int(shown) if shown.isdigit() else 0
