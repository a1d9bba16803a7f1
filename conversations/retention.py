"""How long what belongs to conversations is kept."""

from datetime import datetime

from common.retention import Rule
from conversations import actions
from conversations.models import ConversationRequest, Correction, Follower, Photo, RawExport, Unfinished


def _answered(until: datetime):
    return ConversationRequest.objects.filter(answered_at__lt=until)


def _photos(until: datetime) -> int:
    """Each photo knows its own end: sooner where it shows people, or once the note was handed in."""
    return actions.delete_due_photos()


def _decided(until: datetime):
    return Correction.objects.filter(decided_at__lt=until).exclude(old_words="", new_words="")


def _exports(until: datetime):
    return RawExport.objects.filter(asked_at__lt=until)


def _left_lying(until: datetime):
    return Unfinished.objects.filter(saved_at__lt=until)


def _followed(until: datetime):
    return Follower.objects.filter(since__lt=until)


RULES = [
    Rule(
        "photos", "Photos of flip charts", "To type them up", 90, promised=True,
        due=lambda until: Photo.objects.due().count(), forget=_photos,
    ),
    Rule(
        "requests", "Who asked for a conversation, once they were answered", "Public task: to answer", 30,
        due=lambda until: _answered(until).count(), forget=lambda until: _answered(until).delete()[0],
    ),
    Rule(
        "corrections", "The words of a correction, once it was decided", "To show what was changed", 365,
        due=lambda until: _decided(until).count(),
        forget=lambda until: _decided(until).update(old_words="", new_words=""),
    ),
    Rule(
        "unfinished", "Answers that somebody typed and never saved", "So that nothing typed is lost", 90,
        due=lambda until: _left_lying(until).count(), forget=lambda until: _left_lying(until).delete()[0],
    ),
    Rule(
        "followers", "Addresses of people who want to hear what came of it", "They asked, and can stop it", 1095,
        due=lambda until: _followed(until).count(), forget=lambda until: _followed(until).delete()[0],
    ),
    Rule(
        "exports", "Who asked for what was said, and who allowed it", "To answer for it", 730,
        due=lambda until: _exports(until).count(), forget=lambda until: _exports(until).delete()[0],
    ),
    Rule("notes", "Notes of conversations", "Public task; kept to the end of the strategy, which the board sets", None),
    Rule("pointers", "Safety pointers", "Legal duty; the council's own safeguarding schedule sets the end", None),
]  # fmt: skip
