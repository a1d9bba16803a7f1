"""The golden thread, read: what has an answer, and what was not taken forward. Public figures obey rule 7."""

from common.disclosure import LEAST_CONVERSATIONS, count_of_people
from conversations.models import Conversation, Point, Theme

# A share is shown only of 20 or more (users.md 3.10, house rule 2).
LEAST_FOR_A_SHARE = 20


def came_of(conversation: Conversation) -> list[Theme]:
    """The themes of one conversation with what they led to, for a card that may be passed on.

    Without those that fewer than three conversations had: they would tell what this one group said (rule 7).
    """
    themes = Theme.objects.said().said_in(conversation).with_conversations_counted().with_answers()
    shown = themes.filter(conversation_count__gte=LEAST_CONVERSATIONS)
    return list(shown.prefetch_related("links__priority__actions"))


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
