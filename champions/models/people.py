"""Champions, and the roles that people hold between two dates."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from champions.choices import ContactAbout, RoleKind, RoleType, Setting, Shared
from champions.models.conditions import holds
from champions.promise import CURRENT_VERSION


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


# Days to answer, once somebody was asked whether they are still active.
DAYS_TO_ANSWER = 28


def promise_counts_on(day: date) -> Q:
    """The one rule: the promise counts for a year, on its last day too, and only in its present wording."""
    return Q(promise_version=CURRENT_VERSION, promise_agreed_on__gte=day - timedelta(days=365))


class ChampionQuerySet(models.QuerySet):
    def active(self, on: date | None = None) -> "ChampionQuerySet":
        """Champions whose dated role covers that day."""
        roles = DatedRole.objects.of_kind(RoleKind.CHAMPION).active(on)
        return self.filter(user__in=roles.values("user"))

    def to_be_asked_again(self, on: date) -> "ChampionQuerySet":
        """Active, with a promise that does not count on that day any more, and not asked about it yet."""
        return self.active(on).exclude(promise_counts_on(on)).filter(asked_again_on=None)

    def asked_and_silent(self, on: date) -> "ChampionQuerySet":
        """Asked again, and without an answer when their days are over."""
        return self.filter(asked_again_on__lt=on - timedelta(days=DAYS_TO_ANSWER))

    def open_to_others(self) -> "ChampionQuerySet":
        """Active, and ready to be written to by others in the network."""
        return self.active().filter(may_be_written_to=True).select_related("user", "ward")

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
    asked_again_on = models.DateField("asked whether still active on", null=True, blank=True)
    languages = models.CharField("languages", max_length=120, blank=True)
    # What others in the network may see, and write about. Empty: nothing. Lists of `Shared` and `ContactAbout`.
    may_be_written_to = models.BooleanField("others in the network may write", default=False)
    shares = models.JSONField("others see", default=list, blank=True)
    contact_about = models.JSONField("others may write about", default=list, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    objects = ChampionQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.user)

    @property
    def promise_counts(self) -> bool:
        return holds(promise_counts_on(timezone.localdate()), self)

    @property
    def answer_by(self) -> date | None:
        """Until when they may say that they are still active; None if nobody has asked."""
        return self.asked_again_on + timedelta(days=DAYS_TO_ANSWER) if self.asked_again_on else None

    @property
    def called_in_the_network(self) -> str:
        """What others in the network call them: their first name, if they show it. Neutral: it stands in mail."""
        return (self.user.first_name if Shared.NAME in self.shares else "") or "Somebody"

    @property
    def shown_to_others(self) -> list[str]:
        """What others in the network see of them besides the name, in the words of the form."""
        shown = {
            Shared.SETTING: self.get_setting_display(),
            Shared.WARD: str(self.ward or ""),
            Shared.LANGUAGES: self.languages,
        }
        return [text for key, text in shown.items() if key in self.shares and text]

    @property
    def may_be_asked_about(self) -> list[str]:
        return [about.label for about in ContactAbout if about in self.contact_about]
