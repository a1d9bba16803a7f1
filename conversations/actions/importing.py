"""Store the notes of a file as drafts, through the same actions as the screens."""

from django.db import transaction

from accounts.models import User
from conversations.actions.notes import save_close, save_facts, save_people, save_points
from conversations.answers import CLOSE, FACTS
from conversations.models import Conversation
from conversations.workbook.reading import KEY, Read


class HasIssues(Exception):
    """Nothing is stored of a file that has something wrong in it."""


@transaction.atomic
def import_notes(*, read: Read, by: User) -> list[Conversation]:
    """Each note as a draft of `by`; the same file again adds nothing. Raises HasIssues, PermissionDenied."""
    if read.issues or not read.notes:
        raise HasIssues
    stored = []
    for note in read.notes.values():
        words = {name: note.facts[name] for name in CLOSE if name in note.facts}
        facts = {name: value for name, value in note.facts.items() if name in FACTS}
        save_facts(conversation=note.conversation, by=by, **facts)
        if note.people:
            counted = note.facts["people_counted"]
            save_people(conversation=note.conversation, by=by, people=note.people, people_counted=counted)
        save_close(conversation=note.conversation, by=by, **words)
        points = [(f"{KEY}{number}", said, note.quotes.get(number)) for number, said in sorted(note.points.items())]
        save_points(conversation=note.conversation, by=by, points=points)
        stored.append(note.conversation)
    return stored
