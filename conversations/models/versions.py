"""The strategy as it was agreed on a day, and what was said while it was made."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from conversations.choices import OPEN_VERSIONS, VersionState


class StrategyVersionQuerySet(models.QuerySet):
    def open(self) -> "StrategyVersionQuerySet":
        """The one that is being made, if there is one."""
        return self.filter(state__in=OPEN_VERSIONS)

    def told(self) -> "StrategyVersionQuerySet":
        """Those that everybody can read: the one that counts, and those before it."""
        return self.filter(state__in=[VersionState.PUBLISHED, VersionState.SUPERSEDED])

    def waiting_for_the_board(self) -> "StrategyVersionQuerySet":
        return self.filter(state=VersionState.PROPOSED)


class StrategyVersion(models.Model):
    """One edition: made, taken to the community, proposed, agreed by the board, published, and one day followed.

    `content` is what it said on the day that it was published. Pages change afterwards; this does not.
    """

    number = models.PositiveIntegerField(unique=True)
    state = models.CharField(max_length=10, choices=VersionState.choices, default=VersionState.WRITING)
    what = models.CharField("what is new in it", max_length=500)
    priorities = models.ManyToManyField("conversations.PriorityPage", related_name="versions", blank=True)

    reviewed_on = models.DateField("looked at together with people who live here on", null=True, blank=True)
    reviewed_with = models.CharField("with whom", max_length=300, blank=True)
    review_changed = models.TextField("what that changed", max_length=2000, blank=True)

    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField(null=True, blank=True)
    agreed_on = models.DateField("agreed by the board on", null=True, blank=True)
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    board_said = models.CharField("what the board said", max_length=500, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    content = models.JSONField(default=dict, blank=True, editable=False)

    objects = StrategyVersionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                "state", condition=Q(state=VersionState.PUBLISHED), name="one_strategy_is_published"
            ),
            # Two editions that are made at once would overwrite each other's promises.
            models.UniqueConstraint(
                models.Value(1), condition=Q(state__in=OPEN_VERSIONS), name="one_strategy_is_being_made"
            ),
        ]

    def __str__(self) -> str:
        return f"Strategy {self.number}"

    @classmethod
    def told_of(cls, priority) -> dict:
        """What the edition that counts says of a priority, with its day; nothing where it is in none."""
        newest = cls.objects.filter(state=VersionState.PUBLISHED).first()
        if newest is None:
            return {}
        told = (kept for kept in newest.content.get("priorities", []) if kept["slug"] == priority.slug)
        return next(({**kept, "on": newest.published_at} for kept in told), {})

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_VERSIONS

    @property
    def is_reviewed(self) -> bool:
        """Taken to people who live here, with a date and what it changed."""
        return bool(self.reviewed_on and self.review_changed)


class Comment(models.Model):
    """What somebody who helps to write it thinks of a priority. It stays in the workspace."""

    priority = models.ForeignKey("conversations.PriorityPage", on_delete=models.CASCADE, related_name="comments")
    words = models.CharField("what you think", max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"Comment {self.pk}"
