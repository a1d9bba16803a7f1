"""What people in the network have started, or give: shown to everybody once staff have read it."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from champions.choices import InitiativeKind, InitiativeState


def is_on(day: date) -> Q:
    """The one rule for what everybody sees: agreed, and not over by then; its last day included."""
    return Q(state=InitiativeState.SHOWN) & (Q(until__isnull=True) | Q(until__gte=day))


class InitiativeQuerySet(models.QuerySet):
    def shown(self, on: date | None = None) -> "InitiativeQuerySet":
        """What everybody may see on that day (today, if none is given), the newest first."""
        found = self.filter(is_on(on or timezone.localdate()))
        return found.select_related("ward", "service").order_by("-decided_at", "-pk")

    def waiting_first(self) -> "InitiativeQuerySet":
        """Those that nobody has decided first, the oldest of them on top."""
        waits = models.Case(models.When(state=InitiativeState.SENT, then=0), default=1)
        return self.select_related("ward", "service", "sent_by").order_by(waits, "created", "pk")

    def of_user(self, user) -> "InitiativeQuerySet":
        return self.filter(sent_by=user).select_related("ward")


class Initiative(models.Model):
    """Something local that helps. Who sent it is never public: people take part through the team, or a service."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField("what it is", max_length=15, choices=InitiativeKind)
    title = models.CharField("title", max_length=80)
    text = models.TextField("in a few sentences")
    when = models.CharField("when", max_length=120, blank=True)
    ward = models.ForeignKey(
        "common.Ward", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ward"
    )
    until = models.DateField("last day", null=True, blank=True)
    state = models.CharField("state", max_length=10, choices=InitiativeState, default=InitiativeState.SENT)
    reason = models.CharField("why not", max_length=240, blank=True)
    # How people take part: through a service of the directory, or by asking the team.
    service = models.ForeignKey(
        "services_directory.ServicePage", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # Empty once the person has left: what they began can go on without their name.
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="initiatives"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        ordering = ["-created", "-pk"]

    def __str__(self) -> str:
        return self.title
