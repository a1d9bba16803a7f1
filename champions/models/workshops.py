"""A workshop: when, where, for whom, and how many places are left."""

from datetime import timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from champions.choices import FOR_WHOM, Kind, Police, WorkshopState
from champions.clock import clock, hours, length
from champions.models.conditions import holds
from champions.models.workshop_lists import (
    ANNOUNCED_STATES,
    HELD_STATES,
    WorkshopQuerySet,
    can_be_booked,
    can_be_signed_in,
)

MOST_PLACES = 30  # seed 003: workshops "can hold up to 30 participants"
FEWEST_PEOPLE = 8
USUAL_LENGTH = timedelta(hours=4)  # seed 003: "approximately 4 hours"
# The waiting list runs until then; later, people could not hear of a place in time.
BOOKING_CLOSES = timedelta(hours=2)


class Workshop(models.Model):
    """One free community workshop. `seats_taken` is moved by champions.actions.places alone."""

    State = WorkshopState
    ANNOUNCED_STATES = ANNOUNCED_STATES
    HELD_STATES = HELD_STATES
    # A place can still be given up, and the details still changed.
    CHANGEABLE_STATES = (State.DRAFT, State.OPEN, State.CLOSED)

    slug = models.SlugField("address", max_length=80, unique=True, help_text="Short and neutral: calendars show it.")
    kind = models.CharField("kind", max_length=20, choices=Kind, default=Kind.LOCAL)
    title = models.CharField("title", max_length=120)
    summary = models.CharField("what people get from it", max_length=240, blank=True)
    starts_at = models.DateTimeField("starts")
    ends_at = models.DateTimeField("ends")
    venue = models.ForeignKey("champions.Venue", on_delete=models.PROTECT, related_name="workshops")
    facilitating_team = models.CharField("led by", max_length=120)
    police_present = models.CharField("police officers", max_length=10, choices=Police, default=Police.NO)
    guest_organisations = models.ManyToManyField(
        "services_directory.Organisation", blank=True, related_name="workshops", verbose_name="guest organisations"
    )
    guests = models.CharField("other guests", max_length=240, blank=True, help_text="Who is not in our directory.")
    capacity = models.PositiveSmallIntegerField(
        "places", default=MOST_PLACES, validators=[MinValueValidator(1), MaxValueValidator(MOST_PLACES)]
    )
    minimum = models.PositiveSmallIntegerField(
        "fewest people to go ahead with", default=FEWEST_PEOPLE, validators=[MaxValueValidator(MOST_PLACES)]
    )
    seats_taken = models.PositiveSmallIntegerField("places taken", default=0, editable=False)
    last_queue_number = models.PositiveIntegerField(default=0, editable=False)
    booking_opens_at = models.DateTimeField("booking opens", default=timezone.now)
    booking_closes_at = models.DateTimeField("booking closes")
    state = models.CharField("state", max_length=10, choices=State, default=State.DRAFT)
    # The moment of the last change that a calendar must hear of: DTSTAMP, so that two renders are equal.
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    created = models.DateTimeField(auto_now_add=True)
    is_demo = models.BooleanField("invented for the demonstration", default=False, editable=False)

    objects = WorkshopQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seats_taken__gte=0) & Q(seats_taken__lte=F("capacity")), name="seats_taken_fit_the_capacity"
            ),
            models.CheckConstraint(
                condition=Q(capacity__gte=1) & Q(capacity__lte=MOST_PLACES), name="capacity_is_1_to_30"
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="workshop_ends_after_it_starts"),
        ]
        indexes = [models.Index(fields=["state", "starts_at"], name="workshop_state_and_start")]

    def __str__(self) -> str:
        return f"{self.title}, {timezone.localtime(self.starts_at):%-d %B %Y}"

    def get_absolute_url(self) -> str:
        return reverse("champions:workshop", args=[self.slug])

    @property
    def is_open(self) -> bool:
        return holds(can_be_booked(timezone.now()), self)

    @property
    def is_open_for_sign_in(self) -> bool:
        return holds(can_be_signed_in(timezone.now()), self)

    @property
    def standing(self) -> str:
        """Its state in words, as staff see it: a workshop that has begun is not open any more."""
        if self.state in self.ANNOUNCED_STATES and self.has_begun:
            return "Begun: mark who came"
        return self.get_state_display()

    @property
    def day(self) -> str:
        """Its day in London, such as "Saturday 5 December 2026"."""
        return f"{timezone.localtime(self.starts_at):%A %-d %B %Y}"

    @property
    def hours(self) -> str:
        return hours(self.starts_at, self.ends_at)

    @property
    def lasts(self) -> str:
        return length(self.starts_at, self.ends_at)

    @property
    def begins(self) -> str:
        return clock(self.starts_at)

    @property
    def closes_before(self) -> timedelta:
        """How long before the start booking closes."""
        return self.starts_at - self.booking_closes_at

    @property
    def closes(self) -> str:
        """When booking closes, and the waiting list with it, such as "Saturday 5 December 2026, 8am"."""
        return f"{timezone.localtime(self.booking_closes_at):%A %-d %B %Y}, {clock(self.booking_closes_at)}"

    @property
    def opens_later(self) -> bool:
        """Everybody may see it, and booking has still to open."""
        return self.is_announced and self.booking_opens_at > timezone.now()

    @property
    def is_changeable(self) -> bool:
        return self.state in self.CHANGEABLE_STATES and not self.has_begun

    @property
    def is_announced(self) -> bool:
        """Everybody knows of it, and it is still to come."""
        return self.state in self.ANNOUNCED_STATES and not self.has_begun

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= timezone.now()

    @property
    def seats_left(self) -> int:
        """Free places: true inside the lock, and on rows that were read with `with_places`."""
        return self.capacity - self.seats_taken + getattr(self, "run_out_places", 0)

    @property
    def is_full(self) -> bool:
        return self.seats_left <= 0

    @property
    def is_nearly_full(self) -> bool:
        """Nine of ten places are taken."""
        return self.is_announced and not self.is_full and self.seats_taken * 10 >= self.capacity * 9

    @property
    def is_under_minimum(self) -> bool:
        return self.is_announced and self.seats_taken < min(self.minimum, self.capacity)

    @property
    def who_visits(self) -> str:
        """The guests in words: those from the directory by name, then others."""
        known = sorted(self.guest_organisations.values_list("name", flat=True), key=str.casefold)
        return ", ".join([*known, *filter(None, [self.guests])])

    @property
    def for_whom(self) -> str:
        return FOR_WHOM[Kind(self.kind)]
