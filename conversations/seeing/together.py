"""Themes that are said in the same conversation, and in the same point. One theme at a time, through rule 7."""

from django.db.models import Q

from common.disclosure import Table
from conversations.models import Figure, Theme
from conversations.seeing.tally import TOGETHER


def said_with(theme: Theme) -> Table:
    """The conversations in which each other theme was said as well. True counts, for `protect` alone. Two queries.

    `theme` needs `.with_conversations_counted()`.
    """
    pairs = Figure.objects.of(TOGETHER).filter(Q(row=str(theme.pk)) | Q(theme=theme.pk))
    others = {(pair.theme if pair.row == str(theme.pk) else int(pair.row)): pair for pair in pairs}
    themes = list(Theme.objects.said().in_use().with_conversations_counted().exclude(pk=theme.pk))
    counts = [[others[other.pk].conversations if other.pk in others else 0] for other in themes]
    # Rows by their place and not by their name, which two themes may share. A conversation has many themes, so these
    # numbers add up to nothing.
    return Table(
        f"Said in the same conversations as “{theme.name}”", "conversations with two themes", ("Theme",),
        [other.name for other in themes], [""], counts, whole=False, with_totals=False,
        conversations=[min(theme.conversation_count, other.conversation_count) for other in themes],
    )  # fmt: skip
