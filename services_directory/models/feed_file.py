"""Files of services that an officer has sent, while they are being looked at."""

import uuid
from pathlib import Path

from django.conf import settings
from django.db import models

from common.uploads.storage import private_files, unguessable

FOLDER = "feeds"
_ENDINGS = (".json", ".csv", ".zip", ".xlsx", ".xls", ".ods")


def _name(feed_file: "FeedFile", came_as: str) -> str:
    ending = Path(came_as).suffix.lower()
    return unguessable(FOLDER, ending if ending in _ENDINGS else ".json")


class FeedFile(models.Model):
    """One file, kept in private for a week. `report` says what storing it would do, or what it did."""

    class State(models.TextChoices):
        READING = "reading", "Being read"
        FAULTY = "faulty", "Something has to be put right"
        READY = "ready", "Ready to be stored"
        STORING = "storing", "Being stored"
        STORED = "stored", "Stored"

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    file = models.FileField(storage=private_files, upload_to=_name, editable=False)
    name = models.CharField("file", max_length=120, editable=False)
    source = models.CharField("where it comes from", max_length=200, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.READING, editable=False)
    report = models.JSONField(default=dict, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField("sent", auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-sent_at"]
        verbose_name = "file of services"
        verbose_name_plural = "files of services"

    def __str__(self) -> str:
        return self.name

    @property
    def is_at_work(self) -> bool:
        return self.state in (self.State.READING, self.State.STORING)

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    @property
    def has_something_new(self) -> bool:
        return bool(self.report.get("added") or self.report.get("changed"))
