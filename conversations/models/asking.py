"""Residents and groups who would like a conversation: an address to answer to, and nothing about anybody."""

from django.conf import settings
from django.db import models

from common.models import Ward


class ConversationRequestQuerySet(models.QuerySet):
    def waiting(self) -> "ConversationRequestQuerySet":
        return self.filter(answered_at=None)

    def for_lists(self) -> "ConversationRequestQuerySet":
        return self.select_related("ward").order_by("asked_at", "pk")


class ConversationRequest(models.Model):
    """That an adult wants to host a conversation, or to come to one."""

    class Wish(models.TextChoices):
        HOST = "host", "Host one: we have a room or a group"
        JOIN = "join", "Come to one"

    wish = models.CharField("what they would like", max_length=4, choices=Wish.choices)
    email = models.EmailField("email address")
    group = models.CharField("group or place", max_length=120, blank=True)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    key = models.CharField(max_length=40, unique=True, editable=False)
    asked_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ConversationRequestQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["asked_at"]

    def __str__(self) -> str:
        return f"Request {self.pk}"


class EnteredCode(models.Model):
    """A code that somebody typed to have words taken out, until the worker has seen to it: a wish is never lost.

    Sealed, because whoever reads this table should not find codes that work.
    """

    sealed = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"Entered {self.at:%Y-%m-%d %H:%M}"
