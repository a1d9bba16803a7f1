"""A booking: who holds how many places at which workshop, has still to confirm them, or waits for them."""

import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Lower
from django.utils import timezone

from champions.choices import Description
from champions.models.conditions import holds
from champions.models.workshops import Workshop
from common import codes

if TYPE_CHECKING:
    from champions.models.offers import Offer

MOST_IN_A_GROUP = 5


def new_reference() -> str:
    """A code to read out on the phone, such as "KD7-94MX"."""
    return codes.new(codes.REFERENCE)


def has_run_out(now: datetime) -> Q:
    """The one rule for a hold that nobody confirmed in time. True from that moment, swept or not."""
    return Q(state=Booking.State.HELD, confirm_by__lte=now)


def was_called_off() -> Q:
    """The one rule: it ended with its workshop. What its owner had given back before has an older change."""
    return Q(
        state=Booking.State.CANCELLED,
        workshop__state=Workshop.State.CANCELLED,
        changed_at__gte=F("workshop__changed_at"),
    )


class BookingQuerySet(models.QuerySet):
    def booked(self) -> "BookingQuerySet":
        return self.filter(state=Booking.State.BOOKED)

    def held(self) -> "BookingQuerySet":
        """Not yet confirmed, run out or not."""
        return self.filter(state=Booking.State.HELD)

    def seated(self) -> "BookingQuerySet":
        """Those whose places count: confirmed, or held until they are."""
        return self.filter(state__in=Booking.SEATED_STATES)

    def run_out(self) -> "BookingQuerySet":
        """Held, not confirmed in time, and not yet swept."""
        return self.filter(has_run_out(timezone.now()))

    def waiting(self) -> "BookingQuerySet":
        """Those who wait: first those not yet asked, each in the order in which they reached the lock."""
        return self.filter(state=Booking.State.WAITING).order_by("unanswered", "queue_number")

    def without_offer(self) -> "BookingQuerySet":
        """Those to whom nothing is offered at the moment."""
        from champions.models.offers import Offer

        return self.exclude(Exists(Offer.objects.usable().filter(booking=OuterRef("pk"))))

    def free_to_come(self) -> "BookingQuerySet":
        """Those for whom nobody is in the way from whom they are kept apart."""
        from champions.models.apart import KeptApart

        return self.exclude(Exists(KeptApart.objects.in_the_way()))

    def called_off(self) -> "BookingQuerySet":
        """Ended because we could not hold their workshop, and not moved to another date since."""
        return self.filter(was_called_off())

    def with_whether_apart(self) -> "BookingQuerySet":
        """Each with `is_kept_apart`: somebody is in their way."""
        from champions.models.apart import KeptApart

        return self.annotate(is_kept_apart=Exists(KeptApart.objects.in_the_way()))

    def promised(self) -> "BookingQuerySet":
        """Those who have places, or were offered some."""
        from champions.models.offers import Offer

        offered = Q(Exists(Offer.objects.usable().filter(booking=OuterRef("pk"))))
        return self.filter(Q(state__in=Booking.SEATED_STATES) | offered).exclude(has_run_out(timezone.now()))

    def live(self) -> "BookingQuerySet":
        """Booked, waiting, or held and still in time to be confirmed."""
        return self.filter(state__in=Booking.LIVE_STATES).exclude(has_run_out(timezone.now()))

    def without_place(self) -> "BookingQuerySet":
        return self.exclude(state__in=Booking.SEATED_STATES)

    def named(self) -> "BookingQuerySet":
        """Those of which we still know whose they are."""
        return self.exclude(name="", email="", mobile="")

    def reachable(self) -> "BookingQuerySet":
        return self.exclude(email="", mobile="")

    def by_reference(self, reference: str) -> "BookingQuerySet":
        return self.filter(reference=reference)

    def by_email(self, email: str) -> "BookingQuerySet":
        return self.filter(email__iexact=email)

    def by_contact(self, contact: str) -> "BookingQuerySet":
        """Made under this address or this number."""
        return self.by_email(contact) if "@" in contact else self.filter(mobile=contact)

    def of_form_or_contact(self, key: str, contact: str) -> "BookingQuerySet":
        """The one that this form made, in whatever state, and the live one of this address or number."""
        return self.filter(idempotency_key=key) | self.live().by_contact(contact)

    def by_contacts(self, contacts: set[str]) -> "BookingQuerySet":
        """Made under one of these addresses, given in small letters, or numbers."""
        return self.alias(address=Lower("email")).filter(Q(address__in=contacts) | Q(mobile__in=contacts))

    def of_user(self, user) -> "BookingQuerySet":
        """Made under this person's address, which they proved when they signed in."""
        return self.by_email(user.email)

    def with_workshop(self) -> "BookingQuerySet":
        return self.select_related("workshop__venue")

    def coming(self) -> "BookingQuerySet":
        """Live, for workshops that are not over, the next one first."""
        return self.live().filter(workshop__ends_at__gt=timezone.now()).order_by("workshop__starts_at")

    def for_calendars(self) -> "BookingQuerySet":
        """Booked, or booked once and given back, for workshops that are not long over."""
        return self.filter(confirmed_at__isnull=False, workshop__in=Workshop.objects.recent()).exclude(
            state=Booking.State.WAITING
        )

    def due_for_reminder(self, before: timedelta, until: timedelta) -> "BookingQuerySet":
        """Booked, and their workshop starts within `before`, but not within `until`, when it is too late for it.

        Whoever booked or heard of a change after the reminder was due knows the date already.
        """
        now, due = timezone.now(), F("workshop__starts_at") - before
        return self.booked().filter(
            workshop__state__in=Workshop.ANNOUNCED_STATES,
            workshop__starts_at__gt=now + until,
            workshop__starts_at__lte=now + before,
            confirmed_at__lt=due,
            changed_at__lt=due,
        )

    def by_name(self) -> "BookingQuerySet":
        return self.order_by(Lower("name"), "pk")


class Booking(models.Model):
    """Up to five places for one person and those they bring. Only a name and one contact are kept."""

    class State(models.TextChoices):
        HELD = "held", "Waiting to be confirmed"
        BOOKED = "booked", "Booked"
        WAITING = "waiting", "On the waiting list"
        CANCELLED = "cancelled", "Cancelled"
        LAPSED = "lapsed", "Not confirmed in time"

    SEATED_STATES = (State.HELD, State.BOOKED)
    LIVE_STATES = (State.HELD, State.BOOKED, State.WAITING)

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.PROTECT, related_name="bookings")
    name = models.CharField("name", max_length=120)
    # Empty for somebody who booked by phone and wants no mail: the reference is all they need.
    email = models.EmailField("email address", blank=True)
    # Instead of an email address, where text messages are configured. Like +447700900123.
    mobile = models.CharField("mobile number", max_length=16, blank=True)
    how_described = models.CharField("describes themself as", max_length=20, choices=Description)
    places = models.PositiveSmallIntegerField(
        "places", default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_IN_A_GROUP)]
    )
    state = models.CharField(max_length=10, choices=State)
    queue_number = models.PositiveIntegerField(null=True, blank=True, editable=False)
    # How many offers they let run out. Those who were never asked come first, so that no silence blocks the list.
    unanswered = models.PositiveSmallIntegerField(default=0, editable=False)
    # Until then the places are held for somebody who has not yet pressed the link in our mail.
    confirm_by = models.DateTimeField(null=True, blank=True, editable=False)
    # When somebody proved the address by a link that we mailed, or staff took the booking themselves.
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
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
                condition=Q(state__in=["held", "booked", "waiting"]) & ~Q(email=""),
                name="one_live_booking_per_workshop_and_address",
            ),
            models.UniqueConstraint(
                "workshop",
                "mobile",
                condition=Q(state__in=["held", "booked", "waiting"]) & ~Q(mobile=""),
                name="one_live_booking_per_workshop_and_mobile",
            ),
            models.CheckConstraint(condition=Q(email="") | Q(mobile=""), name="a_booking_has_one_contact"),
            models.UniqueConstraint("workshop", "queue_number", name="one_booking_per_queue_number"),
            models.CheckConstraint(condition=Q(places__gte=1), name="a_booking_has_places"),
            models.CheckConstraint(condition=~Q(state="held") | Q(confirm_by__isnull=False), name="a_hold_has_an_end"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} ({self.get_state_display()})"

    @property
    def contact(self) -> str:
        """Where we reach them: an address, a number, or nothing."""
        return self.email or self.mobile

    @property
    def is_booked(self) -> bool:
        return self.state == self.State.BOOKED

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_held(self) -> bool:
        """Waits to be confirmed, and is in time for it."""
        return self.state == self.State.HELD and not self.has_run_out

    @property
    def has_run_out(self) -> bool:
        return holds(has_run_out(timezone.now()), self)

    @property
    def is_lapsed(self) -> bool:
        return self.state == self.State.LAPSED or self.has_run_out

    @property
    def is_live(self) -> bool:
        return self.state in self.LIVE_STATES and not self.has_run_out

    @property
    def open_offer(self) -> "Offer | None":
        """The places that are offered to them now, if any."""
        return self.offers.usable().first()

    @property
    def can_be_cancelled(self) -> bool:
        """A place can be given up until the workshop begins; afterwards the day itself is the record."""
        return self.is_live and self.workshop.is_changeable

    @property
    def was_called_off(self) -> bool:
        """It ended because we could not hold the workshop: its owner may choose another date.

        The same rule as in the QuerySet, told of two rows; a test asks both.
        """
        ended_together = self.state == self.State.CANCELLED and self.workshop.state == self.workshop.State.CANCELLED
        return ended_together and self.changed_at >= self.workshop.changed_at

    @property
    def can_be_moved(self) -> bool:
        return self.can_be_cancelled or self.was_called_off
