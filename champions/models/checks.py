"""Whether a role needs a DBS check, and that somebody has seen one. Never the paper, its number or what stands in it.

Source: the DBS code of practice, and users.md's table of what is kept: status alone, until six months after the role.
"""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from champions.choices import CheckLevel, RoleKind
from champions.models.conditions import holds


def counts_on(day: date) -> Q:
    """The one rule: nothing is needed, or it was seen by then and its review is not overdue, both days included."""
    seen = Q(seen_on__lte=day) & (Q(review_on__isnull=True) | Q(review_on__gte=day))
    return Q(level=CheckLevel.NONE) | seen


class RoleCheckQuerySet(models.QuerySet):
    def in_the_way(self, on: date | None = None) -> "RoleCheckQuerySet":
        """Those that keep their person from the role on that day (today, if none is given)."""
        return self.exclude(counts_on(on or timezone.localdate()))

    def due_by(self, day: date) -> "RoleCheckQuerySet":
        """Those to be looked at again up to `day`, the first ones first; those that were never seen not among them."""
        today = timezone.localdate()
        return self.filter(seen_on__isnull=False, review_on__gte=today, review_on__lte=day).order_by("review_on")

    def by_name(self) -> "RoleCheckQuerySet":
        return self.select_related("user", "seen_by").order_by("user__first_name", "user__email", "kind")


class RoleCheck(models.Model):
    """What one person needs for one role. No row: nobody has said that anything is needed."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="checks")
    kind = models.CharField("role", max_length=20, choices=RoleKind)
    level = models.CharField("level", max_length=20, choices=CheckLevel)
    why = models.CharField("why this level", max_length=200)
    seen_on = models.DateField("seen on", null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    review_on = models.DateField("look again on", null=True, blank=True)

    objects = RoleCheckQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("user", "kind", name="one_check_per_person_and_role"),
            models.CheckConstraint(
                condition=Q(review_on__isnull=True) | Q(seen_on__isnull=True) | Q(review_on__gt=models.F("seen_on")),
                name="check_is_reviewed_after_it_was_seen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_level_display()} for {self.get_kind_display()}"

    def counts(self, on: date | None = None) -> bool:
        return holds(counts_on(on or timezone.localdate()), self)
