"""Somebody asked for a workshop where they live, and what we found out about that place (seed 003)."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from champions.choices import Readiness, ScopingState
from champions.models.workshops import Workshop


class PlaceScopingQuerySet(models.QuerySet):
    def with_workshop(self) -> "PlaceScopingQuerySet":
        return self.select_related("workshop__venue", "ward", "owner")

    def locked(self) -> "PlaceScopingQuerySet":
        return self.select_for_update()

    def waiting_first(self) -> "PlaceScopingQuerySet":
        """Those that nobody has answered, the oldest first; then the others."""
        is_open = models.Q(state__in=ScopingState.open())
        return self.order_by(models.Case(models.When(is_open, then=0), default=1), "created")


class PlaceScoping(models.Model):
    """A place, and whether it is ready for a workshop. The asker follows it by a link of their own."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    form_key = models.CharField(max_length=40, unique=True, editable=False)
    name = models.CharField("name", max_length=120)
    email = models.EmailField("email address")
    place = models.CharField("where", max_length=120)
    ward = models.ForeignKey("common.Ward", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    why = models.CharField("why there", max_length=500, blank=True)
    # What staff find out. The asker never sees these.
    readiness = models.CharField("how ready is the place?", max_length=10, choices=Readiness, default=Readiness.UNKNOWN)
    organisations = models.TextField("organisations to invite", blank=True)
    notes = models.TextField("what we found out", blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    # What the asker sees.
    state = models.CharField("state", max_length=10, choices=ScopingState, default=ScopingState.ASKED)
    answer = models.CharField("what we tell them", max_length=300, blank=True)
    workshop = models.ForeignKey(
        Workshop, on_delete=models.SET_NULL, null=True, blank=True, related_name="asked_for_by", verbose_name="workshop"
    )
    version = models.PositiveIntegerField(default=0, editable=False)
    created = models.DateTimeField(default=timezone.now, editable=False)

    objects = PlaceScopingQuerySet.as_manager()

    class Meta:
        ordering = ["created", "id"]

    def __str__(self) -> str:
        return f"{self.place} ({self.get_state_display()})"
