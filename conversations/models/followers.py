"""Who wants to hear what came of a conversation, and what was told last."""

import uuid

from django.db import models

from conversations.models.conversations import Conversation


class Follower(models.Model):
    """Somebody who took part, has the card, and left an address. No name, no account."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="followers")
    email = models.EmailField("email address")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    since = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["since"]
        constraints = [models.UniqueConstraint("conversation", "email", name="one_follower_per_address")]

    def __str__(self) -> str:
        return f"Follower of {self.conversation_id}"


class Told(models.Model):
    """What had come of a conversation when its people were told last: a fingerprint, and no word of it."""

    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, related_name="told")
    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name_plural = "told"

    def __str__(self) -> str:
        return f"Told about {self.conversation_id}"
