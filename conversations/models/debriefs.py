"""A talk after a hard session: that somebody asked for one, and that it was had. Never what it was about."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from conversations.models.conversations import Conversation


class DebriefQuerySet(models.QuerySet):
    def waiting(self) -> "DebriefQuerySet":
        return self.filter(held_at=None).select_related("asked_by", "conversation").order_by("asked_at", "pk")


class Debrief(models.Model):
    """One facilitator would like a talk about one conversation."""

    class How(models.TextChoices):
        CALL = "call", "Ring me"
        MEET = "meet", "Meet me"
        BUDDY = "buddy", "I would rather talk with my buddy, and only want you to know"

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="debriefs")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    how = models.CharField("how", max_length=5, choices=How.choices)
    held_at = models.DateTimeField(null=True)
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = DebriefQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("conversation", condition=Q(held_at=None), name="one_waiting_debrief")]

    def __str__(self) -> str:
        return f"Debrief after {self.conversation_id}"
