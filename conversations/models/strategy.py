"""What is done: the five aims, actions with their history, and what we learned.

The whole: StrategyVersion → PriorityPage (with an Aim, and places in 3, 5 and 10 years) → Action → Indicator → Reading,
and Learning beside them. What ties them together are links, which are things of their own: models/links.py.
"""

from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from common.models.vocabulary import Term
from conversations.choices import (
    OPEN_STATUSES,
    STATUSES_WITH_REASON,
    ActionStatus,
    CostBand,
    Horizon,
    LearningKind,
)

# Owners are asked this often how it is going.
ASKED_EVERY = timedelta(days=90)


class Aim(Term):  # type: ignore[django-manager-missing]  # the plugin cannot follow a page manager
    """One of the five aims (seed 003)."""

    class Meta(Term.Meta):
        verbose_name = "aim"


class ActionQuerySet(models.QuerySet):
    def open(self) -> "ActionQuerySet":
        return self.filter(status__in=OPEN_STATUSES)

    def on_public_pages(self) -> "ActionQuerySet":
        return self.filter(priority__live=True)

    def to_ask_about(self, today: date) -> "ActionQuerySet":
        """Open ones that have a mailbox to ask, and of which nobody has said for three months how they are going."""
        quiet = models.Q(looked_at=None) | models.Q(looked_at__lte=today - ASKED_EVERY)
        return self.open().exclude(owner_email="").filter(quiet)

    def for_lists(self) -> "ActionQuerySet":
        return self.select_related("priority__aim").order_by("order", "pk")


class Action(models.Model):
    """Something that somebody will do. Owners are roles, never people. Every change of it is kept: ActionChange."""

    code = models.SlugField("code", unique=True, help_text="Short and neutral. It never changes.")
    priority = models.ForeignKey(
        "conversations.PriorityPage", on_delete=models.PROTECT, null=True, blank=True, related_name="actions"
    )
    title = models.CharField("what will be done", max_length=200)
    owner = models.CharField(
        "owner", max_length=120, help_text="A role, such as “Head of Public Protection”. Never a name."
    )
    owner_email = models.EmailField("mailbox of the owner", blank=True)
    partners = models.CharField("with whom", max_length=200, blank=True)
    horizon = models.CharField("by when", max_length=3, choices=Horizon.choices, blank=True, default=Horizon.NOT_SAID)
    due = models.DateField("due", null=True, blank=True)
    cost = models.CharField("what it costs", max_length=8, choices=CostBand.choices, default=CostBand.UNKNOWN)
    status = models.CharField("status", max_length=10, choices=ActionStatus.choices, default=ActionStatus.PROPOSED)
    status_reason = models.CharField(
        "why", max_length=300, blank=True, help_text="Needed when it is delayed or stopped."
    )
    is_draft = models.BooleanField("draft: not agreed yet", default=True)
    # What people in the network have begun that belongs to it: the thread goes on from what was decided to who acts.
    initiatives = models.ManyToManyField("champions.Initiative", blank=True, related_name="+")
    order = models.PositiveSmallIntegerField("order", default=0)
    looked_at = models.DateField("last looked at", null=True, blank=True, editable=False)

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["order", "title"]
        verbose_name = "action"
        constraints = [models.CheckConstraint(condition=~models.Q(owner=""), name="every_action_has_an_owner")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.status in STATUSES_WITH_REASON and not self.status_reason:
            raise ValidationError({"status_reason": "Say in one sentence why this is delayed or stopped."})

    @property
    def is_done(self) -> bool:
        return self.status == ActionStatus.DONE

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_STATUSES

    @property
    def is_late(self) -> bool:
        """Past its date and still open."""
        return self.is_open and self.due is not None and self.due < timezone.localdate()


class ActionChange(models.Model):
    """What somebody changed about an action, or that they looked and nothing had changed."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="changes")
    status = models.CharField(max_length=10, choices=ActionStatus.choices)
    was = models.CharField(max_length=10, choices=ActionStatus.choices, blank=True)
    reason = models.CharField("why", max_length=300, blank=True)
    # Empty where the owner answered by the link in a mail, without an account.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.action_id}: {self.status}"

    @property
    def is_no_change(self) -> bool:
        return self.status == self.was

    @property
    def in_words(self) -> str:
        """Such as “Proposed → Under way”."""
        if self.is_no_change:
            return f"Looked at. It is still “{self.get_status_display()}”"
        return f"{self.get_was_display()} → {self.get_status_display()}" if self.was else "Written down"


class Learning(models.Model):
    """What we stopped, what surprised us, what we do differently: the fourth of the five aims."""

    kind = models.CharField("what kind", max_length=10, choices=LearningKind.choices)
    words = models.CharField("what we learned", max_length=500)
    priority = models.ForeignKey(
        "conversations.PriorityPage", on_delete=models.PROTECT, null=True, blank=True, related_name="learning"
    )
    on = models.DateField("date")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name_plural = "learning"

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.on:%d %B %Y}"
