"""Why a note was sent back or a conversation withdrawn: required, kept, and never overwritten by the next reason."""

from django.conf import settings
from django.db import models

from conversations.models.conversations import Conversation
from conversations.states import State


class NoteDecisionQuerySet(models.QuerySet):
    def for_lists(self) -> "NoteDecisionQuerySet":
        return self.select_related("conversation").order_by("at", "pk")


class NoteDecision(models.Model):
    """One decision against a note, and its reason. When a conversation is withdrawn, its earlier reasons are emptied:
    they may say what the words said."""

    class To(models.TextChoices):
        RETURNED = State.RETURNED.value, "Sent back"
        WITHDRAWN = State.WITHDRAWN.value, "Withdrawn"

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="decisions")
    to = models.CharField("what was decided", max_length=10, choices=To.choices)
    reason = models.CharField("why", max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = NoteDecisionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_to_display()}: {self.conversation_id}"
