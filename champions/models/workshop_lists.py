"""Which workshops: those that can be booked, those still to come, those whose list must be looked at."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from champions.choices import WorkshopState

# Everybody knows of it.
ANNOUNCED_STATES = (WorkshopState.OPEN, WorkshopState.CLOSED)
HELD_STATES = (*ANNOUNCED_STATES, WorkshopState.RUNNING, WorkshopState.DONE)
# Attendance may be marked from an hour before, while people arrive.
SIGN_IN_OPENS = timedelta(hours=1)


def can_be_booked(now: datetime) -> Q:
    """The one rule for "open": published, inside the booking times, and not begun."""
    return Q(
        state=WorkshopState.OPEN,
        booking_opens_at__lte=now,
        booking_closes_at__gt=now,
        starts_at__gt=now,
    )


def can_be_signed_in(now: datetime) -> Q:
    """The one rule for marking attendance: people are arriving or have been, and it was not called off."""
    return Q(state__in=HELD_STATES, starts_at__lte=now + SIGN_IN_OPENS)


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
        from champions.models import Booking

        unasked = Booking.objects.waiting().without_offer().free_to_come()
        waits = Exists(unasked.filter(workshop=OuterRef("pk")))
        return self.filter(_something_ran_out() | (Q(seats_taken__lt=F("capacity")) & waits))

    def with_whether_something_ran_out(self) -> "WorkshopQuerySet":
        """Each with `something_ran_out`: a hold or an offer is over, and its places are still counted."""
        return self.annotate(something_ran_out=_something_ran_out())

    def public(self) -> "WorkshopQuerySet":
        """Everything but drafts: a link on a poster must answer even when the workshop is over."""
        return self.exclude(state=WorkshopState.DRAFT)

    def upcoming(self) -> "WorkshopQuerySet":
        """Announced, not called off, and still to come."""
        return self.filter(state__in=ANNOUNCED_STATES, starts_at__gt=timezone.now())

    def open_for_booking(self) -> "WorkshopQuerySet":
        return self.filter(can_be_booked(timezone.now()))

    def open_for_sign_in(self) -> "WorkshopQuerySet":
        return self.filter(can_be_signed_in(timezone.now()))

    def held(self) -> "WorkshopQuerySet":
        """Those that took place."""
        return self.filter(state=WorkshopState.DONE)

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


def _something_ran_out() -> Q:
    from champions.models import Booking, Offer

    hold_over = Exists(Booking.objects.run_out().filter(workshop=OuterRef("pk")))
    return hold_over | Exists(Offer.objects.run_out().filter(booking__workshop=OuterRef("pk")))


def _places_of(rows: models.QuerySet, workshop: str) -> Coalesce:
    """The places of these rows together, as a part of a query about their workshop."""
    total = rows.order_by().values(workshop).annotate(total=Sum("places")).values("total")
    return Coalesce(Subquery(total), 0)
