"""Daily totals of what was opened. Never who, when or from where."""

from django.db import models


class DailyCount(models.Model):
    """How often one thing was opened on one day, in London time."""

    what = models.CharField("what", max_length=80)
    day = models.DateField("day")
    number = models.PositiveIntegerField("number", default=0)

    class Meta:
        ordering = ["-day", "what"]
        constraints = [models.UniqueConstraint(fields=["what", "day"], name="one_count_a_day")]

    def __str__(self) -> str:
        return f"{self.what}, {self.day}: {self.number}"
