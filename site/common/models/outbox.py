"""Mail and text messages are stored before they are sent, so that a dead server breaks no page and loses nothing."""

from django.db import models
from django.utils import timezone


class OutboxMessageQuerySet(models.QuerySet):
    def due(self) -> "OutboxMessageQuerySet":
        return self.filter(state=OutboxMessage.State.QUEUED, next_attempt_at__lte=timezone.now())

    def untried(self) -> "OutboxMessageQuerySet":
        return self.filter(state=OutboxMessage.State.QUEUED, attempts=0)

    def waiting_or_failed(self) -> "OutboxMessageQuerySet":
        return self.filter(state__in=[OutboxMessage.State.QUEUED, OutboxMessage.State.FAILED])

    def about(self, thing: str) -> "OutboxMessageQuerySet":
        """Mails about one thing: their key begins with what identifies it."""
        return self.filter(key__startswith=thing)


class OutboxMessage(models.Model):
    """One mail or text message to one person. Unique by (kind, key, version), so nothing is sent twice."""

    class Channel(models.TextChoices):
        MAIL = "mail", "Mail"
        TEXT = "text", "Text message"

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting"
        SENT = "sent", "Sent"
        FAILED = "failed", "Failed"
        DROPPED = "dropped", "Dropped"

    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=80)
    version = models.PositiveIntegerField(default=0)
    channel = models.CharField(max_length=4, choices=Channel.choices, default=Channel.MAIL)
    # An email address, or a number like +447700900123.
    to = models.CharField(max_length=254)
    # Empty for a text message.
    subject = models.CharField(max_length=200, blank=True)
    # For a secret mail these two are sealed, never shown to staff, and erased once sent or expired.
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    attachments = models.JSONField(default=list, blank=True)
    secret = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=200, blank=True)

    objects = OutboxMessageQuerySet.as_manager()

    class Meta:
        ordering = ["-created"]
        verbose_name = "mail"
        verbose_name_plural = "mail"
        constraints = [models.UniqueConstraint("kind", "key", "version", name="one_mail_per_kind_key_and_version")]
        indexes = [models.Index(fields=["state", "next_attempt_at"], name="outbox_due")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} ({self.get_state_display()})"
