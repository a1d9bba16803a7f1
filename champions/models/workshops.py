"""A workshop: when, where, for whom, and how many places are left."""

from datetime import date, datetime, timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from champions.choices import FOR_WHOM, Kind, Police
from champions.clock import clock, hours, length
from champions.models.conditions import holds

MOST_PLACES = 30  # seed 003: workshops "can hold up to 30 participants"
FEWEST_PEOPLE = 8
USUAL_LENGTH = timedelta(hours=4)  # seed 003: "approximately 4 hours"
# The waiting list runs until then; later, people could not hear of a place in time.
BOOKING_CLOSES = timedelta(hours=2)
# Attendance may be marked from an hour before, while people arrive.
SIGN_IN_OPENS = timedelta(hours=1)


def can_be_booked(now: datetime) -> Q:
    """The one rule for "open": published, inside the booking times, and not begun."""
    return Q(
        state=Workshop.State.OPEN,
        booking_opens_at__lte=now,
        booking_closes_at__gt=now,
        starts_at__gt=now,
    )


def can_be_signed_in(now: datetime) -> Q:
    """The one rule for marking attendance: people are arriving or have been, and it was not called off."""
    return Q(state__in=Workshop.HELD_STATES, starts_at__lte=now + SIGN_IN_OPENS)


class WorkshopQuerySet(models.QuerySet):
    def locked(self) -> "WorkshopQuerySet":
        """Rows that nobody else can change until this transaction ends. The mutex of every place."""
        return self.select_for_update(of=("self",))

    def with_venue(self) -> "WorkshopQuerySet":
        return self.select_related("venue")

    def with_places(self) -> "WorkshopQuerySet":
        """Each with `run_out_places`: counted, but free by now, because a hold or an offer has run out.

        The counter forgets them when somebody next takes the lock. Until then they are free for everyone only where
        nobody waits: those who wait are asked first.
        """
        from champions.models import Booking, Offer

        here = {"workshop": OuterRef("pk")}
        waiting = Booking.objects.waiting().without_offer().free_to_come().filter(**here)
        holds_over = Booking.objects.run_out().filter(**here)
        offers_over = Offer.objects.run_out().filter(booking__workshop=OuterRef("pk"))
        run_out = _places_of(holds_over, "workshop") + _places_of(offers_over, "booking__workshop")
        return self.annotate(run_out_places=Case(When(Exists(waiting), then=Value(0)), default=run_out))

    def with_something_due(self) -> "WorkshopQuerySet":
        """Those whose list must be looked at: something has run out, or places are free and somebody waits."""
        from champions.models import Booking, Offer

        over = Exists(Booking.objects.run_out().filter(workshop=OuterRef("pk")))
        offer_over = Exists(Offer.objects.run_out().filter(booking__workshop=OuterRef("pk")))
        unasked = Booking.objects.waiting().without_offer().free_to_come()
        waits = Exists(unasked.filter(workshop=OuterRef("pk")))
        return self.filter(over | offer_over | (Q(seats_taken__lt=F("capacity")) & waits))

    def public(self) -> "WorkshopQuerySet":
        """Everything but drafts: a link on a poster must answer even when the workshop is over."""
        return self.exclude(state=Workshop.State.DRAFT)

    def upcoming(self) -> "WorkshopQuerySet":
        """Announced, not called off, and still to come."""
        return self.filter(state__in=Workshop.ANNOUNCED_STATES, starts_at__gt=timezone.now())

    def open_for_booking(self) -> "WorkshopQuerySet":
        return self.filter(can_be_booked(timezone.now()))

    def open_for_sign_in(self) -> "WorkshopQuerySet":
        return self.filter(can_be_signed_in(timezone.now()))

    def held(self) -> "WorkshopQuerySet":
        """Those that took place."""
        return self.filter(state=Workshop.State.DONE)

    def answered(self) -> "WorkshopQuerySet":
        """Those that took place, whose questions are closed, and where somebody answered; the first one first."""
        from champions.models.answers import AFTER_CLOSES, AnswerCount

        some = AnswerCount.objects.counted().filter(workshop=OuterRef("pk"))
        return self.held().filter(Exists(some), ends_at__lte=timezone.now() - AFTER_CLOSES).order_by("ends_at", "pk")

    def ended_before(self, day: date) -> "WorkshopQuerySet":
        """Those whose last day in London was before that day."""
        return self.filter(ends_at__date__lt=day)

    def with_names_left(self) -> "WorkshopQuerySet":
        """Those of which we still know who booked or came."""
        from champions.models import Booking, TrainingRecord

        here = {"workshop": OuterRef("pk")}
        return self.filter(
            Exists(Booking.objects.named().filter(**here)) | Exists(TrainingRecord.objects.named().filter(**here))
        )

    def of_kind(self, kind: str) -> "WorkshopQuerySet":
        return self.filter(kind=kind)

    def of_kinds(self, kinds: list[str]) -> "WorkshopQuerySet":
        return self.filter(kind__in=kinds)

    def with_room_for(self, places: int) -> "WorkshopQuerySet":
        """Those in which so many people find a place now."""
        return self.with_places().filter(capacity__gte=F("seats_taken") - F("run_out_places") + places)

    def where_they_may_come(self, contact: str) -> "WorkshopQuerySet":
        """Without those at which somebody has a place from whom this person is kept apart."""
        from champions.models import Booking, KeptApart

        others = KeptApart.objects.others([contact])
        if not others:
            return self
        there = Booking.objects.promised().by_contacts(others).filter(workshop=OuterRef("pk"))
        return self.exclude(Exists(there))

    def recent(self) -> "WorkshopQuerySet":
        """Not over for more than 30 days: late additions to the list of who came are still possible."""
        return self.filter(ends_at__gt=timezone.now() - timedelta(days=30))

    def with_slug_like(self, stem: str) -> "WorkshopQuerySet":
        return self.filter(slug__startswith=stem)

    def with_undecided_needs(self) -> "WorkshopQuerySet":
        """Each with `needs_undecided`, the number of access needs that nobody has answered."""
        from champions.models import AccessNeed, Booking

        open_ones = AccessNeed.objects.undecided().filter(
            booking__workshop=OuterRef("pk"), booking__state__in=Booking.LIVE_STATES
        )
        counted = open_ones.order_by().values("booking__workshop").annotate(total=Count("pk")).values("total")
        return self.annotate(needs_undecided=Coalesce(Subquery(counted), 0))

    def with_waiting(self) -> "WorkshopQuerySet":
        """Each with `people_waiting`, the number of people on its waiting list."""
        waiting = Sum("bookings__places", filter=Q(bookings__state="waiting"), default=0)
        return self.annotate(people_waiting=waiting).order_by("starts_at", "id")


def _places_of(rows: models.QuerySet, workshop: str) -> Coalesce:
    """The places of these rows together, as a part of a query about their workshop."""
    total = rows.order_by().values(workshop).annotate(total=Sum("places")).values("total")
    return Coalesce(Subquery(total), 0)


class Workshop(models.Model):
    """One free community workshop. `seats_taken` is moved by champions.actions.places alone."""

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        OPEN = "open", "Open for booking"
        CLOSED = "closed", "Booking closed"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        CANCELLED = "cancelled", "Cancelled"

    ANNOUNCED_STATES = (State.OPEN, State.CLOSED)
    HELD_STATES = (State.OPEN, State.CLOSED, State.RUNNING, State.DONE)
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
