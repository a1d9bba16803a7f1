"""What the team tells the network: news, money for local groups, events."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from champions.choices import UpdateKind


def is_current_on(day: date) -> Q:
    """The one rule: shown up to its last day, that day included."""
    return Q(until__gte=day)


class TeamUpdateQuerySet(models.QuerySet):
    def current(self, on: date | None = None) -> "TeamUpdateQuerySet":
        """What champions read on that day (today, if none is given), the newest first."""
        return self.filter(is_current_on(on or timezone.localdate())).order_by("-created", "-pk")


class TeamUpdate(models.Model):
    kind = models.CharField("what it is", max_length=10, choices=UpdateKind)
    title = models.CharField("title", max_length=100)
    text = models.TextField("in a few sentences")
    link = models.URLField("where to read more", blank=True)
    until = models.DateField("last day")
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created = models.DateTimeField(auto_now_add=True)

    objects = TeamUpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-created", "-pk"]

    def __str__(self) -> str:
        return self.title
