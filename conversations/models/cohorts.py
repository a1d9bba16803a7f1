"""Who is trained together to hold conversations, who looks out for whom, and who would like a talk afterwards."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from accounts.models import User


class Cohort(models.Model):
    """The residents trained together. The partnership trains 30 (seed 003)."""

    name = models.CharField("name", max_length=80, unique=True)
    size = models.PositiveSmallIntegerField("places", default=30)
    members = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="conversation_cohorts", blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class BuddiesQuerySet(models.QuerySet):
    def of(self, user: "User") -> "BuddiesQuerySet":
        return self.filter(Q(first=user) | Q(second=user)).select_related("first", "second")

    def agreed(self) -> "BuddiesQuerySet":
        return self.filter(first_agreed_at__isnull=False, second_agreed_at__isnull=False)


class Buddies(models.Model):
    """Two facilitators of one cohort who look out for each other. They see who it is once both have agreed."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="buddies")
    first = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    first_agreed_at = models.DateTimeField(null=True)
    second_agreed_at = models.DateTimeField(null=True)

    objects = BuddiesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "buddies"
        constraints = [models.CheckConstraint(condition=~Q(first=models.F("second")), name="nobody_is_their_own_buddy")]

    def __str__(self) -> str:
        return f"Buddies {self.pk}"

    @property
    def is_agreed(self) -> bool:
        return bool(self.first_agreed_at and self.second_agreed_at)

    def other(self, user: "User") -> "User":
        return self.second if self.first_id == user.pk else self.first

    def has_agreed(self, user: "User") -> bool:
        return bool(self.first_agreed_at if self.first_id == user.pk else self.second_agreed_at)
