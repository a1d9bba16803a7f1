"""The strategy's parts that are not pages: aims, actions, indicators, and the links that make the thread."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from common.models.vocabulary import Term
from conversations.choices import STATUSES_WITH_REASON, ActionStatus, Horizon, LinkKind
from conversations.models.themes import Theme


class Aim(Term):  # type: ignore[django-manager-missing]  # the plugin cannot follow a page manager
    """One of the five aims (seed 003)."""

    class Meta(Term.Meta):
        verbose_name = "aim"


class Action(models.Model):
    """Something that somebody will do. Owners are roles, never people."""

    code = models.SlugField("code", unique=True, help_text="Short and neutral. It never changes.")
    priority = models.ForeignKey(
        "conversations.PriorityPage", on_delete=models.SET_NULL, null=True, blank=True, related_name="actions"
    )
    title = models.CharField("what will be done", max_length=200)
    owner = models.CharField(
        "owner", max_length=120, help_text="A role, such as “Head of Public Protection”. Never a name."
    )
    partners = models.CharField("with whom", max_length=200, blank=True)
    horizon = models.CharField("by when", max_length=3, choices=Horizon.choices, blank=True, default=Horizon.NOT_SAID)
    due = models.DateField("due", null=True, blank=True)
    status = models.CharField("status", max_length=10, choices=ActionStatus.choices, default=ActionStatus.PROPOSED)
    status_reason = models.CharField(
        "why", max_length=300, blank=True, help_text="Needed when it is delayed or stopped."
    )
    is_draft = models.BooleanField("draft: not agreed yet", default=True)
    order = models.PositiveSmallIntegerField("order", default=0)

    class Meta:
        ordering = ["order", "title"]
        verbose_name = "action"

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.status in STATUSES_WITH_REASON and not self.status_reason:
            raise ValidationError({"status_reason": "Say in one sentence why this is delayed or stopped."})

    @property
    def is_done(self) -> bool:
        return self.status == ActionStatus.DONE


class Indicator(models.Model):
    """How we would know that something changed: what is counted, by whom, from where."""

    class Kind(models.TextChoices):
        ACTIVITY = "activity", "Activity"
        OUTPUT = "output", "Output"
        OUTCOME = "outcome", "Outcome"
        CONTEXT = "context", "Context"

    code = models.SlugField("code", unique=True)
    priority = models.ForeignKey(
        "conversations.PriorityPage", on_delete=models.SET_NULL, null=True, blank=True, related_name="indicators"
    )
    name = models.CharField("name", max_length=160)
    definition = models.TextField("what it counts")
    kind = models.CharField("kind", max_length=8, choices=Kind.choices)
    source = models.CharField("source", max_length=200)
    owner = models.CharField("owner", max_length=120)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def latest(self) -> "Reading | None":
        """The newest reading. Readings come newest first, prefetched or not."""
        return next(iter(self.readings.all()), None)


class Reading(models.Model):
    """One figure of an indicator, with the date that it is about."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="readings")
    on = models.DateField("date")
    value = models.DecimalField("value", max_digits=12, decimal_places=2)
    unit = models.CharField("unit", max_length=20, blank=True)

    class Meta:
        ordering = ["-on"]
        constraints = [models.UniqueConstraint("indicator", "on", name="one_reading_per_date")]

    def __str__(self) -> str:
        return f"{self.value:f} on {self.on}"


class ThreadLink(models.Model):
    """From a theme to a priority: how, why, by whom, when."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="links")
    priority = models.ForeignKey("conversations.PriorityPage", on_delete=models.PROTECT, related_name="links")
    kind = models.CharField("how", max_length=10, choices=LinkKind.choices)
    reason = models.CharField("why", max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["theme", "priority"]
        constraints = [models.UniqueConstraint("theme", "priority", name="one_link_per_theme_and_priority")]

    def __str__(self) -> str:
        return f"{self.theme_id} → {self.priority_id}"


class NotTakenForward(models.Model):
    """Why a theme leads to no priority, in words that everybody can read."""

    theme = models.OneToOneField(Theme, on_delete=models.PROTECT, related_name="not_taken_forward")
    reason = models.CharField("not taken forward, because", max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["theme"]
        verbose_name = "theme not taken forward"
        verbose_name_plural = "themes not taken forward"

    def __str__(self) -> str:
        return f"{self.theme_id} not taken forward"
