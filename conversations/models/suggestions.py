"""What suggestions are made from, and how good they were."""

from django.db import models
from django.db.models import Q, Sum

from conversations.models.points import Point


class SuggestionIndex(models.Model):
    """What each theme sounds like, as the task last worked it out. There is one, or none yet."""

    made_at = models.DateTimeField(auto_now=True)
    points = models.PositiveIntegerField("confirmed points that it learnt from", default=0)
    data = models.JSONField(default=dict)
    # Words that come up where no theme fits, each with the number of conversations.
    gaps = models.JSONField(default=list)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"Suggestions of {self.made_at:%d %B %Y}"


class SuggestedQuerySet(models.QuerySet):
    def quality(self) -> dict:
        """Of points with a suggestion: how many, in how many one was right, and of all suggestions the share chosen."""
        found = self.aggregate(
            points=models.Count("pk"), right=models.Count("pk", filter=Q(accepted__gt=0)), shown=Sum("shown"),
            accepted=Sum("accepted"),
        )  # fmt: skip
        points, shown = found["points"], found["shown"] or 0
        return {
            "points": points,
            "right_per_cent": round(100 * found["right"] / points) if points else None,
            "precision_per_cent": round(100 * found["accepted"] / shown) if shown else None,
        }


class Suggested(models.Model):
    """How many themes were suggested for a point when it was coded, and how many of them the coder chose."""

    point = models.OneToOneField(Point, on_delete=models.CASCADE, related_name="suggested")
    shown = models.PositiveSmallIntegerField()
    accepted = models.PositiveSmallIntegerField()

    objects = SuggestedQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.accepted} of {self.shown} for point {self.point_id}"
