"""Posts that wait while people grieve, and the look back that an emergency page asks for."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone


class PauseQuerySet(models.QuerySet):
    def running(self) -> "PauseQuerySet":
        return self.filter(ended_at=None)


class Pause(models.Model):
    """While one runs, nothing that was planned goes live by the clock. What ends by the clock still ends."""

    started_at = models.DateTimeField(auto_now_add=True)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = PauseQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"Paused since {timezone.localtime(self.started_at):%-d %B %Y, %H:%M}"


class LookBackQuerySet(models.QuerySet):
    def waiting(self) -> "LookBackQuerySet":
        return self.filter(done_at=None)


class LookBack(models.Model):
    """Within a day somebody looks again at what went out in a hurry (users.md P2, 4.4)."""

    WITHIN = timedelta(hours=24)

    class Outcome(models.TextChoices):
        RIGHT = "right", "It is right as it is"
        CHANGED = "changed", "It was changed"
        TAKEN_DOWN = "down", "It was taken down"

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="look_backs")
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)

    objects = LookBackQuerySet.as_manager()

    class Meta:
        ordering = ["due_at"]

    def __str__(self) -> str:
        return f"Look again at {self.page}"

    @property
    def is_late(self) -> bool:
        return self.done_at is None and self.due_at < timezone.now()
