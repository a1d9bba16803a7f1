"""Every reason that was given against a note, as a table: sent back, withdrawn, changed or not changed, kept words."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from common.disclosure.formats import plain_cells
from conversations.models import Conversation, Correction, KeptWords, NoteDecision

HEAD = ["code", "day", "what", "reason", "answer"]


def lines(reader: User) -> Iterator[list[str]]:
    """In the order of their days, of what this reader may see: of a conversation in quarantine nothing."""
    seen = Conversation.objects.visible_to(reader)
    yield HEAD
    for _, *cells in sorted([*_decisions(seen), *_corrections(seen), *_kept(seen)], key=lambda found: found[0]):
        yield plain_cells(cells)


def _line(at, conversation, what: str, reason: str, answer: str = "") -> tuple:
    return at, conversation.reference, f"{timezone.localtime(at):%Y-%m-%d}", what, reason, answer


def _decisions(seen: QuerySet) -> Iterator[tuple]:
    for one in NoteDecision.objects.for_lists().filter(conversation__in=seen):
        yield _line(one.at, one.conversation, one.get_to_display(), one.reason)


def _corrections(seen: QuerySet) -> Iterator[tuple]:
    for one in Correction.objects.for_lists().filter(conversation__in=seen):
        yield _line(one.asked_at, one.conversation, f"Change asked for: {one.status.lower()}", one.reason, one.answer)


def _kept(seen: QuerySet) -> Iterator[tuple]:
    for one in KeptWords.objects.confirmed().select_related("conversation").filter(conversation__in=seen):
        yield _line(one.at, one.conversation, "Words kept that may name a person", one.reason, "The redactor agreed")
