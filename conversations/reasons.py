"""Every reason that was given against a note, as a table: sent back, withdrawn, changed or not changed, kept words."""

from collections.abc import Iterator

from django.utils import timezone

from common.disclosure.formats import FORMULA_STARTS
from conversations.models import Correction, KeptWords, NoteDecision
from conversations.states import State

HEAD = ["code", "day", "what", "reason", "answer"]


def lines() -> Iterator[list[str]]:
    """In the order of their days. Of a conversation in quarantine nothing: nobody but the redactor knows of it."""
    yield HEAD
    for _, *cells in sorted([*_decisions(), *_corrections(), *_kept()], key=lambda found: found[0]):
        yield [f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell for cell in cells]


def _line(at, conversation, what: str, reason: str, answer: str = "") -> tuple:
    return at, conversation.reference, f"{timezone.localtime(at):%Y-%m-%d}", what, reason, answer


def _decisions() -> Iterator[tuple]:
    for one in NoteDecision.objects.for_lists().exclude(conversation__state=State.QUARANTINE):
        yield _line(one.at, one.conversation, one.get_to_display(), one.reason)


def _corrections() -> Iterator[tuple]:
    for one in Correction.objects.for_lists().exclude(conversation__state=State.QUARANTINE):
        yield _line(one.asked_at, one.conversation, f"Change asked for: {one.status.lower()}", one.reason, one.answer)


def _kept() -> Iterator[tuple]:
    for one in (
        KeptWords.objects.confirmed().select_related("conversation").exclude(conversation__state=State.QUARANTINE)
    ):
        yield _line(one.at, one.conversation, "Words kept that may name a person", one.reason, "The redactor agreed")
