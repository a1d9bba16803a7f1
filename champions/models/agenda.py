"""The parts of a day."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from champions.choices import Module
from champions.models.workshops import Workshop


class AgendaItem(models.Model):
    """A part of the day, told in minutes after the start, so that moving the workshop moves its agenda."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="agenda")
    minutes_in = models.PositiveSmallIntegerField("minutes after the start")
    title = models.CharField("what happens", max_length=120)
    module = models.CharField("module", max_length=20, choices=Module, blank=True)

    class Meta:
        ordering = ["minutes_in", "id"]

    def __str__(self) -> str:
        return f"{self.minutes_in} min: {self.title}"

    @property
    def when(self) -> str:
        """The time of day in London, such as "10:15"."""
        return f"{timezone.localtime(self.workshop.starts_at + timedelta(minutes=self.minutes_in)):%H:%M}"
