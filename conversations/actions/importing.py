"""Store the notes of a workbook as drafts, through the same actions as the screens."""

from django.db import transaction

from accounts.models import User
from conversations.actions.notes import save_close, save_facts, save_people, save_point
from conversations.answers import CLOSE, FACTS
from conversations.models import Conversation
from conversations.workbook.reading import Read


class HasIssues(Exception):
    """Nothing is stored of a workbook that has something wrong in it."""


@transaction.atomic
def import_notes(*, read: Read, by: User) -> list[Conversation]:
    """Each note as a draft of `by`; the same workbook again adds nothing. Raises HasIssues, PermissionDenied."""
    if read.issues or not read.notes:
        raise HasIssues
    stored = []
    for note in read.notes.values():
        words = {name: note.facts[name] for name in CLOSE}
        facts = {name: value for name, value in note.facts.items() if name in FACTS}
        save_facts(conversation=note.conversation, by=by, **facts)
        if note.people:
            counted = note.facts["people_counted"]
            save_people(conversation=note.conversation, by=by, people=note.people, people_counted=counted)
        save_close(conversation=note.conversation, by=by, **words)
        for number, said in sorted(note.points.items()):
            quote = note.quotes.get(number)
            save_point(conversation=note.conversation, by=by, key=f"workbook-{number}", quote=quote, **said)
        stored.append(note.conversation)
    return stored
