"""Taking words of notes out of the platform: asked for by one person, allowed by another, written down for good."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

# From the yes to the download, and from the question to the yes.
OPEN_FOR = timedelta(hours=24)
WAITS_FOR = timedelta(days=7)


class RawExportQuerySet(models.QuerySet):
    def waiting(self) -> "RawExportQuerySet":
        return self.filter(approved_at=None, asked_at__gt=timezone.now() - WAITS_FOR)


class RawExport(models.Model):
    """Who asked for what was said, why, who allowed it, and when the file was last taken. No word of a note."""

    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    purpose = models.CharField("what for", max_length=500)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)

    objects = RawExportQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"Export {self.pk}"

    @property
    def is_waiting(self) -> bool:
        return self.approved_at is None and timezone.now() < self.asked_at + WAITS_FOR

    @property
    def is_open(self) -> bool:
        """Whether the file can be taken now."""
        return self.approved_at is not None and timezone.now() < self.approved_at + OPEN_FOR

    @property
    def state(self) -> str:
        if self.is_waiting:
            return "Waits for a yes"
        if self.is_open:
            return "Allowed"
        return "Taken" if self.taken_at else "Lapsed"

    @property
    def watermark(self) -> str:
        """What stands on every note of the file."""
        day = timezone.localtime(self.approved_at).strftime("%-d %B %Y") if self.approved_at else ""
        return (
            f"Export {self.pk} for {self.asked_by}, allowed by {self.approved_by} on {day}. Raw words: not for "
            "publication, not to be passed on, to be deleted when the work is done."
        )
