"""What every page needs around it. Never anything about the visitor: public pages look the same to everybody."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from common.models import EmergencyContact


def frame(request: HttpRequest) -> dict:
    """The emergency numbers (read only if the template asks) and where "Exit this page" leads."""
    return {
        "emergency_contacts": SimpleLazyObject(lambda: list(EmergencyContact.objects.filter(in_strip=True))),
        "exit_url": settings.EXIT_URL,
        "demo": settings.DEMO,
    }
