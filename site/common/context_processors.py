"""What every page needs around it. Never anything about the visitor: public pages look the same to everybody."""

from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from common.models import EmergencyContact, FrameWords


def frame(request: HttpRequest) -> dict:
    """The emergency numbers (read only if the template asks), the frame's own words, and where the exit leads."""
    return {
        "emergency_contacts": SimpleLazyObject(_in_strip),
        "frame_words": frame_words(),
        "exit_url": settings.EXIT_URL,
        "demo": settings.DEMO,
    }


def _in_strip() -> list[EmergencyContact]:
    return list(EmergencyContact.objects.raw(*_strip_question()))


@lru_cache(maxsize=1)
def _strip_question() -> tuple[str, tuple]:
    """Every page asks this, so it is put into SQL once: that cost twice as much as the answer.

    What the strip shows alone: a contact has twice as many columns.
    """
    contacts = EmergencyContact.objects.live().filter(in_strip=True)
    return contacts.only("code", "name", "phone", "lead").query.sql_with_params()


def frame_words() -> FrameWords | None:
    """What two people agreed on for the language of this address. In English the templates hold the words."""
    language = get_language()
    return None if language == settings.LANGUAGE_CODE else FrameWords.objects.live().filter(language=language).first()
