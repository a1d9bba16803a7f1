"""What somebody needs so that the day works for them. For the people who run the workshop, and deleted a week after."""

from datetime import date, timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from champions.choices import Decision, Need
from champions.models.bookings import MOST_IN_A_GROUP, Booking
from champions.models.workshops import Workshop

KEPT_FOR = timedelta(days=7)
# Interpreters and childcare must be booked: staff decide a week ahead, or at once if it is later than that.
DECIDE_BEFORE = timedelta(days=7)


def decide_by(workshop: Workshop) -> date:
    """The last day on which the person can still be told in good time."""
    return max(timezone.localdate(workshop.starts_at - DECIDE_BEFORE), timezone.localdate())


class AccessNeedQuerySet(models.QuerySet):
    def undecided(self) -> "AccessNeedQuerySet":
        return self.filter(decision=Decision.OPEN)

    def of_workshop(self, workshop: Workshop) -> "AccessNeedQuerySet":
        """Of everybody who comes, or may come."""
        live = Q(booking__state__in=Booking.LIVE_STATES)
        return self.filter(live, booking__workshop=workshop).select_related("booking", "owner")

    def of_the_past(self) -> "AccessNeedQuerySet":
        return self.filter(booking__workshop__ends_at__lt=timezone.now() - KEPT_FOR)


class AccessNeed(models.Model):
    """One thing that can be counted and decided: so many people need this."""

    booking = models.ForeignKey(Booking, on_delete=models.CASCADE, related_name="needs")
    kind = models.CharField("what", max_length=20, choices=Need)
    people = models.PositiveSmallIntegerField(
        "for how many people", default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_IN_A_GROUP)]
    )
    detail = models.CharField("what we should know", max_length=200, blank=True)
    decide_by = models.DateField("to be decided by")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decision = models.CharField("answer", max_length=10, choices=Decision, default=Decision.OPEN)
    answer = models.CharField("what we tell them", max_length=200, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    objects = AccessNeedQuerySet.as_manager()

    class Meta:
        ordering = ["decide_by", "id"]
        constraints = [models.UniqueConstraint("booking", "kind", name="one_need_of_a_kind_per_booking")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.get_decision_display()})"

    @property
    def is_late(self) -> bool:
        return self.decision == Decision.OPEN and self.decide_by < timezone.localdate()
