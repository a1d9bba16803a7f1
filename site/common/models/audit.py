"""What was done, by whom, to which record: never what it said."""

from django.conf import settings
from django.db import models


class AuditEntry(models.Model):
    """One line of the log. It holds ids and reasons, never the text of a note or a name of a resident."""

    at = models.DateTimeField(auto_now_add=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    action = models.CharField(max_length=60)
    thing = models.CharField(max_length=60, blank=True)
    thing_id = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=240, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = "audit entry"
        verbose_name_plural = "audit entries"

    def __str__(self) -> str:
        return f"{self.action} {self.thing} {self.thing_id}"
