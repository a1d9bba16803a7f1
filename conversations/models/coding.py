"""Which theme was seen in which point, by whom."""

from django.conf import settings
from django.db import models

from conversations.models.points import Point
from conversations.models.themes import Theme


class CodingQuerySet(models.QuerySet):
    def by(self, coder) -> "CodingQuerySet":
        return self.filter(coder=coder)

    def points_since(self, moment) -> int:
        """How many points somebody read closely enough to choose for."""
        return self.filter(at__gte=moment).values("point").distinct().count()


class Coding(models.Model):
    """That `coder` saw `theme` in `point`. Several coders may code one point, each on their own."""

    point = models.ForeignKey(Point, on_delete=models.CASCADE, related_name="codings")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="codings")
    coder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="codings")
    at = models.DateTimeField(auto_now_add=True)

    objects = CodingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["point", "theme"]
        constraints = [models.UniqueConstraint("point", "theme", "coder", name="one_coding_per_coder")]

    def __str__(self) -> str:
        return f"{self.theme_id} on point {self.point_id}"


class Memo(models.Model):
    """What a coder noted down while choosing themes for a point: a doubt, a thought for the codebook. Never a name."""

    point = models.ForeignKey(Point, on_delete=models.CASCADE, related_name="memos")
    coder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memos")
    words = models.CharField("memo", max_length=500)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint("point", "coder", name="one_memo_per_coder")]

    def __str__(self) -> str:
        return f"Memo on point {self.point_id}"
