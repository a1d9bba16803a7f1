"""Who leads which workshop, and when trainers cannot."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from champions.models.workshops import Workshop

# To put the chairs away, and to travel across the borough.
BETWEEN_TWO_WORKSHOPS = timedelta(hours=1)


def too_close(one: Workshop, other: Workshop) -> bool:
    """Whether nobody can lead both: they overlap, or there is no time to get from one to the other."""
    starts, ends = one.starts_at - BETWEEN_TWO_WORKSHOPS, one.ends_at + BETWEEN_TWO_WORKSHOPS
    return other.starts_at < ends and other.ends_at > starts


class AllocationQuerySet(models.QuerySet):
    def with_workshop(self) -> "AllocationQuerySet":
        return self.select_related("workshop__venue")

    def of_user(self, user) -> "AllocationQuerySet":
        return self.filter(trainer=user)

    def for_calendars(self) -> "AllocationQuerySet":
        return self.filter(workshop__in=Workshop.objects.recent()).exclude(workshop__state=Workshop.State.DRAFT)

    def that_count(self) -> "AllocationQuerySet":
        """For workshops that are to be held or being planned: those that were called off keep nobody busy."""
        return self.filter(workshop__state__in=[Workshop.State.DRAFT, *Workshop.HELD_STATES])


class Allocation(models.Model):
    """A trainer leads a workshop, alone or with others."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="allocations")
    trainer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="allocations")
    created = models.DateTimeField(auto_now_add=True)

    objects = AllocationQuerySet.as_manager()

    class Meta:
        ordering = ["workshop__starts_at", "id"]
        constraints = [models.UniqueConstraint("workshop", "trainer", name="a_trainer_leads_a_workshop_once")]

    def __str__(self) -> str:
        return f"{self.trainer}: {self.workshop}"


class AwayQuerySet(models.QuerySet):
    def to_come(self) -> "AwayQuerySet":
        return self.filter(last_day__gte=timezone.localdate())


class Away(models.Model):
    """Days on which a trainer cannot lead. They need not say why."""

    trainer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="days_away")
    first_day = models.DateField("first day")
    last_day = models.DateField("last day")

    objects = AwayQuerySet.as_manager()

    class Meta:
        ordering = ["first_day", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="away_ends_after_it_starts")
        ]

    def __str__(self) -> str:
        return f"{self.first_day:%-d %B %Y} to {self.last_day:%-d %B %Y}"

    def touches(self, workshop: Workshop) -> bool:
        """Whether one of these days is a day of `workshop`, in London."""
        first, last = timezone.localdate(workshop.starts_at), timezone.localdate(workshop.ends_at)
        return self.first_day <= last and self.last_day >= first

    @property
    def is_one_day(self) -> bool:
        return self.first_day == self.last_day
