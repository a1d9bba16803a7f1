"""A booking: who holds how many places at which workshop, or waits for them."""

import secrets
import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from champions.choices import Description
from champions.models.workshops import Workshop

MOST_IN_A_GROUP = 5
# No vowels, and none of the pairs that people mix up when they read a code aloud or write it down.
_LETTERS = "34679CDFGHJKMNPQRTVWXY"


def new_reference() -> str:
    """A code to read out on the phone, such as "KD7-94MX"."""
    code = "".join(secrets.choice(_LETTERS) for _ in range(7))
    return f"{code[:3]}-{code[3:]}"


class BookingQuerySet(models.QuerySet):
    def booked(self) -> "BookingQuerySet":
        return self.filter(state=Booking.State.BOOKED)

    def waiting(self) -> "BookingQuerySet":
        """Those who wait, in the order in which they reached the lock."""
        return self.filter(state=Booking.State.WAITING).order_by("queue_number")

    def live(self) -> "BookingQuerySet":
        return self.filter(state__in=Booking.LIVE_STATES)

    def by_email(self, email: str) -> "BookingQuerySet":
        return self.filter(email__iexact=email)

    def of_user(self, user) -> "BookingQuerySet":
        """Made under this person's address, which they proved when they signed in."""
        return self.by_email(user.email)

    def with_workshop(self) -> "BookingQuerySet":
        return self.select_related("workshop__venue")

    def coming(self) -> "BookingQuerySet":
        """Live, for workshops that are not over, the next one first."""
        return self.live().filter(workshop__ends_at__gt=timezone.now()).order_by("workshop__starts_at")

    def by_name(self) -> "BookingQuerySet":
        return self.order_by(Lower("name"), "pk")


class Booking(models.Model):
    """Up to five places for one person and those they bring. Only a name and one contact are kept."""

    class State(models.TextChoices):
        BOOKED = "booked", "Booked"
        WAITING = "waiting", "On the waiting list"
        CANCELLED = "cancelled", "Cancelled"

    LIVE_STATES = (State.BOOKED, State.WAITING)

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.PROTECT, related_name="bookings")
    name = models.CharField("name", max_length=120)
    email = models.EmailField("email address")
    how_described = models.CharField("describes themself as", max_length=20, choices=Description)
    places = models.PositiveSmallIntegerField(
        "places", default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_IN_A_GROUP)]
    )
    state = models.CharField(max_length=10, choices=State)
    queue_number = models.PositiveIntegerField(null=True, blank=True, editable=False)
    idempotency_key = models.CharField(max_length=40, editable=False)
    # For the calendar: rises with every change that it must hear of, whose moment is `changed_at`.
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        ordering = ["created", "id"]
        constraints = [
            models.UniqueConstraint("workshop", "idempotency_key", name="one_booking_per_form"),
            models.UniqueConstraint(
                "workshop",
                Lower("email"),
                condition=Q(state__in=["booked", "waiting"]),
                name="one_live_booking_per_workshop_and_email",
            ),
            models.UniqueConstraint("workshop", "queue_number", name="one_booking_per_queue_number"),
            models.CheckConstraint(condition=Q(places__gte=1), name="a_booking_has_places"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} ({self.get_state_display()})"

    @property
    def is_booked(self) -> bool:
        return self.state == self.State.BOOKED

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_live(self) -> bool:
        return self.state in self.LIVE_STATES

    @property
    def can_be_cancelled(self) -> bool:
        """A place can be given up until the workshop begins; afterwards the day itself is the record."""
        return self.is_live and self.workshop.is_changeable
