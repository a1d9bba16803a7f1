"""How often people looked for help and we had none: numbers only, never a word of what they typed."""

from django.db import models

from common.models import Need


class EmptySearch(models.Model):
    """How many searches and filters found nothing in one week, by situation where it was clear."""

    week = models.DateField("week from")
    need = models.ForeignKey(Need, on_delete=models.CASCADE, null=True, related_name="+")
    times = models.PositiveIntegerField("how often", default=0)

    class Meta:
        ordering = ["-week", "-times"]
        constraints = [
            models.UniqueConstraint(fields=["week", "need"], name="empty_searches_once_a_week"),
            # Nothing equals nothing in a constraint, so the row without a need has one of its own.
            models.UniqueConstraint(
                fields=["week"], condition=models.Q(need=None), name="empty_searches_without_need_once_a_week"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.need or 'Not clear'}, week from {self.week:%d %B %Y}: {self.times}"
