"""The links of the golden thread. Each is a thing: how, why, by whom and when. Many to many, and none is ever guessed.

theme → priority: people asked for it, it supports, it questions, it is answered (ThreadLink); or why it leads nowhere
(NotTakenForward). priority, or one action of it → indicator: measured by (MeasuredBy). They go along where themes are
merged and split (actions/codebook.py), and where a priority is split or followed by another (actions/priorities.py).
"""

from django.conf import settings
from django.db import models

from conversations.choices import ANSWERING, LinkKind
from conversations.models.indicators import Indicator
from conversations.models.strategy import Action
from conversations.models.themes import Theme


class Link(models.Model):
    """Why, by whom and when. `by` is empty where a link was made before we kept who did."""

    reason = models.CharField("why", max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True


class ThreadLinkQuerySet(models.QuerySet):
    def answering(self) -> "ThreadLinkQuerySet":
        """Those by which the theme has an answer. To question a priority is to be heard, and not yet answered."""
        return self.filter(kind__in=ANSWERING)

    def questioning(self) -> "ThreadLinkQuerySet":
        return self.filter(kind=LinkKind.QUESTIONS)


class ThreadLink(Link):
    """From a theme to a priority. A theme may both support one and question it."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="links")
    priority = models.ForeignKey("conversations.PriorityPage", on_delete=models.PROTECT, related_name="links")
    kind = models.CharField("how", max_length=10, choices=LinkKind.choices)

    objects = ThreadLinkQuerySet.as_manager()

    class Meta:
        ordering = ["theme", "priority", "kind"]
        constraints = [models.UniqueConstraint("theme", "priority", "kind", name="one_link_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.theme_id} → {self.priority_id}"

    @property
    def is_answer(self) -> bool:
        return self.kind in ANSWERING


class NotTakenForward(Link):
    """Why a theme leads to no priority, in words that everybody can read."""

    theme = models.OneToOneField(Theme, on_delete=models.PROTECT, related_name="not_taken_forward")
    reason = models.CharField("not taken forward, because", max_length=500)

    class Meta:
        ordering = ["theme"]
        verbose_name = "theme not taken forward"
        verbose_name_plural = "themes not taken forward"

    def __str__(self) -> str:
        return f"{self.theme_id} not taken forward"


class MeasuredBy(Link):
    """By which indicator we would see whether a priority, or one action of it, makes a difference."""

    priority = models.ForeignKey("conversations.PriorityPage", on_delete=models.PROTECT, related_name="measures")
    action = models.ForeignKey(Action, on_delete=models.CASCADE, null=True, blank=True, related_name="measures")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="measuring")

    class Meta:
        ordering = ["priority", "indicator"]
        constraints = [
            models.UniqueConstraint(
                "priority", "indicator", condition=models.Q(action=None), name="one_measure_of_a_priority"
            ),
            models.UniqueConstraint("action", "indicator", name="one_measure_of_an_action"),
        ]

    def __str__(self) -> str:
        return f"{self.priority_id} measured by {self.indicator_id}"
