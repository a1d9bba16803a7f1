"""Certificates of erasure, and complaints about how we handle personal data."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

# Data Protection Act 2018, section 164A: acknowledge within 30 days, then answer without undue delay.
ACKNOWLEDGE_WITHIN = timedelta(days=30)


class Erasure(models.Model):
    """What was taken away about somebody, what stays and why. It cannot be read from this who they were."""

    fingerprint = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    lines = models.JSONField(default=list)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"Erasure {self.pk}"


class DataComplaint(models.Model):
    """Somebody says that we handled personal data wrongly. Read by the data protection officer alone."""

    reference = models.CharField(max_length=10, unique=True, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    words = models.TextField("what went wrong", max_length=2000)
    # Empty where somebody wants no answer; then the outcome is told to whoever gives the reference.
    email = models.EmailField("email address", blank=True)
    received_at = models.DateTimeField(default=timezone.now)
    acknowledged_at = models.DateTimeField(null=True)
    outcome = models.TextField("what came of it", max_length=2000, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["closed_at", "received_at", "pk"]

    def __str__(self) -> str:
        return f"Complaint {self.reference}"

    @property
    def acknowledge_by(self) -> date:
        return timezone.localdate(self.received_at + ACKNOWLEDGE_WITHIN)

    @property
    def is_late(self) -> bool:
        """Nobody has said that we have it, and the thirty days are over."""
        return self.acknowledged_at is None and timezone.localdate() > self.acknowledge_by

    @property
    def state(self) -> str:
        if self.closed_at:
            return "Answered"
        return "We are looking into it" if self.acknowledged_at else "We have it"
