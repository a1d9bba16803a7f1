"""Certificates of erasure, and complaints about how we handle personal data."""

from django.conf import settings
from django.db import models


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
