"""A calendar that follows somebody's bookings, at an address that only they know."""

import secrets

from django.conf import settings
from django.db import models


def new_key() -> str:
    """As long as a sealed token, so that the server's log leaves it out."""
    return secrets.token_urlsafe(32)


class CalendarFeed(models.Model):
    """The key in the address is all that protects it, so its owner can change it or take it away at any time."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed")
    key = models.CharField(max_length=43, unique=True, default=new_key, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"Calendar of {self.user}"
