"""Figures that are kept added up, so that a page costs the same for a hundred conversations as for ten thousand.

True counts, for `protect` and for the people who may read the notes anyway. They hold numbers and no word.
"""

from django.db import models

from conversations.models.conversations import Conversation
from conversations.models.themes import OVERALL, Theme

# In the place of a theme: whatever the theme.
ANY_THEME = 0


class TallyQuerySet(models.QuerySet):
    def stale(self) -> "TallyQuerySet":
        return self.filter(is_stale=True)

    def as_held(self) -> "TallyQuerySet":
        """In the order in which the conversations were held."""
        return self.order_by("conversation__held_on", "conversation")

    def with_themes(self) -> "TallyQuerySet":
        return self.filter(models.Exists(Tally.themes.through.objects.filter(tally=models.OuterRef("pk"))))


class Tally(models.Model):
    """What one conversation adds to the figures, as it was last counted."""

    conversation = models.OneToOneField(Conversation, on_delete=models.CASCADE, primary_key=True, related_name="tally")
    # Changed since it was counted. Set in the transaction of the change.
    is_stale = models.BooleanField(default=True, db_index=True)
    themes = models.ManyToManyField(Theme, related_name="tallies")
    # "table|row|theme": how many points.
    counted = models.JSONField(default=dict)

    objects = TallyQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"Tally of {self.conversation_id}"


class FigureQuerySet(models.QuerySet):
    def of(self, table: str) -> "FigureQuerySet":
        return self.filter(table=table)

    def overall(self) -> "FigureQuerySet":
        return self.of(OVERALL)


class Figure(models.Model):
    """One cell: in how many points and in how many conversations a theme was heard, by one thing.

    `row` is the value of that thing as text. `theme` is its key, or ANY_THEME.
    """

    table = models.CharField(max_length=12)
    row = models.CharField(max_length=32, blank=True)
    theme = models.PositiveBigIntegerField(default=ANY_THEME)
    points = models.PositiveIntegerField(default=0)
    conversations = models.PositiveIntegerField(default=0)

    objects = FigureQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["table", "row", "theme"]
        constraints = [models.UniqueConstraint("table", "row", "theme", name="one_figure_per_cell")]

    def __str__(self) -> str:
        return f"{self.table} {self.row} {self.theme}"


class LastCount(models.Model):
    """When figures were last brought up to date. There is one row: who adds up holds it, so that nobody else does."""

    at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"Counted {self.at}"
