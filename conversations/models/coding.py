"""Which theme was seen in which point, by whom."""

from django.conf import settings
from django.db import models

from conversations.choices import ThemeKind
from conversations.models.points import Point
from conversations.models.themes import Theme
from conversations.states import COUNTED


class CodingQuerySet(models.QuerySet):
    def counted(self) -> "CodingQuerySet":
        return self.filter(point__conversation__state__in=COUNTED)

    def of_themes(self) -> "CodingQuerySet":
        """Without the answers that are no theme."""
        return self.exclude(theme__kind=ThemeKind.RESERVED)

    def standing(self) -> "CodingQuerySet":
        """Those that count: not a second coder's, and not what a decision went against."""
        return self.filter(stands=True)

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
    # Every coding is kept, and these count. A second coder's stand only once a decision says so.
    stands = models.BooleanField(default=True, editable=False)

    objects = CodingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["point", "theme"]
        constraints = [models.UniqueConstraint("point", "theme", "coder", name="one_coding_per_coder")]

    def __str__(self) -> str:
        return f"{self.theme_id} on point {self.point_id}"


class SecondCodingQuerySet(models.QuerySet):
    def counted(self) -> "SecondCodingQuerySet":
        return self.filter(point__conversation__state__in=COUNTED)

    def done(self) -> "SecondCodingQuerySet":
        return self.counted().exclude(at=None)

    def waiting_for(self, user) -> "SecondCodingQuerySet":
        """Those that this person may do: not who wrote the note, nor who is part of it, nor a coder of the point."""
        return self.counted().filter(at=None).untouched_by(user)

    def to_decide_by(self, user) -> "SecondCodingQuerySet":
        return self.done().filter(differs=True, decided_at=None).untouched_by(user)

    def untouched_by(self, user) -> "SecondCodingQuerySet":
        theirs = Coding.objects.by(user).filter(point=models.OuterRef("point"))
        own = models.Q(point__conversation__facilitator=user) | models.Q(point__conversation__entered_by=user)
        return self.exclude(own).exclude(point__conversation__kept_from=user).exclude(models.Exists(theirs))


class SecondCoding(models.Model):
    """A point that somebody else codes again without seeing the first choice, and what was decided where they differ.

    Both choices stay as they were made: a decision only says which of them stand.
    """

    point = models.OneToOneField(Point, on_delete=models.CASCADE, related_name="second")
    coder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("coded again", null=True, blank=True)
    differs = models.BooleanField(default=False)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField("why", max_length=500, blank=True)

    objects = SecondCodingQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Second coding of point {self.point_id}"

    def choices(self) -> tuple[set[Theme], set[Theme]]:
        """What the first coders chose, and what the second did."""
        codings = list(self.point.codings.select_related("theme"))
        first = {coding.theme for coding in codings if coding.coder_id != self.coder_id}
        return first, {coding.theme for coding in codings if coding.coder_id == self.coder_id}


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
