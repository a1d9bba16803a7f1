"""An offer: places that came free, held for one group on the waiting list until a stated moment."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

from champions.models.bookings import Booking
from champions.models.conditions import holds


def can_be_claimed(now: datetime) -> Q:
    """The one rule: not answered, and in time. No sweeper has to have run for an offer to be over."""
    return Q(state=Offer.State.OPEN, expires_at__gt=now)


class OfferQuerySet(models.QuerySet):
    def open(self) -> "OfferQuerySet":
        """Offers whose places are still counted, run out or not."""
        return self.filter(state=Offer.State.OPEN)

    def usable(self) -> "OfferQuerySet":
        return self.filter(can_be_claimed(timezone.now()))

    def run_out(self) -> "OfferQuerySet":
        """Not answered in time, and not yet swept."""
        return self.open().exclude(can_be_claimed(timezone.now()))

    def with_booking(self) -> "OfferQuerySet":
        return self.select_related("booking__workshop__venue")


class Offer(models.Model):
    """Places held for one booking. It is spent once: claimed, declined, run out or taken back, never open again."""

    class State(models.TextChoices):
        OPEN = "open", "Waiting for an answer"
        CLAIMED = "claimed", "Taken"
        DECLINED = "declined", "Declined"
        EXPIRED = "expired", "Not answered in time"
        WITHDRAWN = "withdrawn", "Taken back"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="offers")
    # The places that it holds; they are in the counter of the booking's workshop for as long as it is open.
    places = models.PositiveSmallIntegerField("places")
    state = models.CharField("state", max_length=10, choices=State, default=State.OPEN)
    created = models.DateTimeField("made", default=timezone.now, editable=False)
    expires_at = models.DateTimeField("held until")

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["created", "id"]
        constraints = [
            models.UniqueConstraint("booking", condition=Q(state="open"), name="one_open_offer_per_booking"),
            models.CheckConstraint(condition=Q(places__gte=1), name="an_offer_has_places"),
        ]
        indexes = [models.Index(fields=["state", "expires_at"], name="offer_state_and_end")]

    def __str__(self) -> str:
        return f"{self.places} for {self.booking.reference} ({self.get_state_display()})"

    @property
    def is_usable(self) -> bool:
        return holds(can_be_claimed(timezone.now()), self)
