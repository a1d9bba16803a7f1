"""Store the notes of a workbook as drafts, through the same actions as the screens."""

from django.db import transaction

from accounts.models import User
from conversations.actions.notes import save_close, save_facts, save_point
from conversations.models import Conversation
from conversations.workbook.reading import Read

_CLOSE = ("first_to_hear", "second_to_hear", "third_to_hear", "strength_to_build_on", "promised")


class HasIssues(Exception):
    """Nothing is stored of a workbook that has something wrong in it."""


@transaction.atomic
def import_notes(*, read: Read, by: User) -> list[Conversation]:
    """Each note as a draft of `by`; the same workbook again adds nothing. Raises HasIssues, PermissionDenied."""
    if read.issues or not read.notes:
        raise HasIssues
    stored = []
    for note in read.notes.values():
        words = {name: note.facts[name] for name in _CLOSE}
        facts = {name: value for name, value in note.facts.items() if name not in _CLOSE}
        save_facts(conversation=note.conversation, by=by, **facts)
        save_close(conversation=note.conversation, by=by, **words)
        for number, said in sorted(note.points.items()):
            quote = note.quotes.get(number)
            save_point(conversation=note.conversation, by=by, key=f"workbook-{number}", quote=quote, **said)
        stored.append(note.conversation)
    return stored
