"""That somebody looked, every quarter, at who may open what."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

EVERY = timedelta(days=92)


class AccessReview(models.Model):
    """One look at all accounts (D1)."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    accounts = models.PositiveIntegerField("how many accounts")

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"Access review of {self.at:%-d %B %Y}"

    @property
    def is_old(self) -> bool:
        return self.at < timezone.now() - EVERY
