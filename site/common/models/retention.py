"""What the data protection officer decided about how long things are kept, and what the clock did about it."""

from django.conf import settings
from django.db import models


class RetentionDecision(models.Model):
    """The officer's yes to a number of days for one rule. No row: nobody has decided, and nothing goes."""

    slug = models.CharField(max_length=40, unique=True)
    days = models.PositiveIntegerField("days")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.slug}: {self.days} days"


class RetentionRun(models.Model):
    """One rule on one day: how many records went, or why none could."""

    slug = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)
    gone = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["slug", "-at"], name="retention_run_of_rule")]

    def __str__(self) -> str:
        return f"{self.slug} {self.at:%Y-%m-%d}: {self.problem or self.gone}"
