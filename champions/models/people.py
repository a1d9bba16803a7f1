"""Champions, and the roles that people hold between two dates."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from champions.choices import RoleKind, RoleType, Setting
from champions.models.conditions import holds


def is_within_dates(on: date) -> Q:
    """The one rule for an active role: from its first day to its last day, both included; no last day, no end."""
    return Q(starts_on__lte=on) & (Q(ends_on__isnull=True) | Q(ends_on__gte=on))


class DatedRoleQuerySet(models.QuerySet):
    def active(self, on: date | None = None) -> "DatedRoleQuerySet":
        """Roles held on that day (today in London, if none is given)."""
        return self.filter(is_within_dates(on or timezone.localdate()))

    def of_kind(self, kind: str) -> "DatedRoleQuerySet":
        return self.filter(kind=kind)


class DatedRole(models.Model):
    """Somebody is a champion, facilitator, trainer or mentor from one day to another."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="dated_roles")
    kind = models.CharField("role", max_length=20, choices=RoleKind)
    starts_on = models.DateField("first day", default=timezone.localdate)
    ends_on = models.DateField("last day", null=True, blank=True)
    end_reason = models.CharField("why it ended", max_length=120, blank=True)

    objects = DatedRoleQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="role_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                "user", "kind", condition=Q(ends_on__isnull=True), name="one_open_role_per_person_and_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} from {self.starts_on:%-d %B %Y}"

    def is_active(self, on: date | None = None) -> bool:
        return holds(is_within_dates(on or timezone.localdate()), self)


class ChampionQuerySet(models.QuerySet):
    def active(self, on: date | None = None) -> "ChampionQuerySet":
        """Champions whose dated role covers that day."""
        roles = DatedRole.objects.of_kind(RoleKind.CHAMPION).active(on)
        return self.filter(user__in=roles.values("user"))

    def under(self, email: str) -> "ChampionQuerySet":
        """Whoever has their account under this address."""
        return self.filter(user__email__iexact=email)


class Champion(models.Model):
    """A person in the network. Nothing here is ever public (C13)."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="champion")
    role_type = models.CharField("joined as", max_length=20, choices=RoleType)
    setting = models.CharField("meets people in", max_length=20, choices=Setting)
    ward = models.ForeignKey(
        "common.Ward", on_delete=models.PROTECT, null=True, blank=True, related_name="champions", verbose_name="ward"
    )
    follows = models.ManyToManyField("common.Need", blank=True, related_name="+", verbose_name="needs they hear about")
    wants_news = models.BooleanField("wants the monthly letter", default=False)
    promise_version = models.CharField("version of the promise", max_length=20)
    promise_agreed_on = models.DateField("agreed on")
    created = models.DateTimeField(auto_now_add=True)

    objects = ChampionQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.user)
