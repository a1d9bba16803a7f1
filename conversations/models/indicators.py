"""How we would know that something changed: what is counted, from where, by whom; and the figures with their days."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from common.disclosure import count_of_people
from conversations.choices import FedBy, IndicatorKind

DIGITS: dict[str, Any] = {"max_digits": 12, "decimal_places": 2}


class IndicatorQuerySet(models.QuerySet):
    def for_lists(self) -> "IndicatorQuerySet":
        return self.prefetch_related("readings", "measuring__priority__aim").order_by("order", "name")

    def of_priority(self, priority) -> "IndicatorQuerySet":
        return self.filter(pk__in=priority.measures.values("indicator")).order_by("order", "name")


class Indicator(models.Model):
    """The definition comes first, and nothing is measured without it (users.md B3)."""

    code = models.SlugField("code", unique=True, help_text="Short and neutral. Files carry it, and it never changes.")
    name = models.CharField("name", max_length=160)
    definition = models.TextField("what it counts, and what not", max_length=1000)
    defined_on = models.DateField("definition agreed on", null=True, blank=True)
    kind = models.CharField("what kind of measure", max_length=8, choices=IndicatorKind.choices)
    source = models.CharField("source", max_length=200)
    area = models.CharField("area", max_length=120, default="Lewisham")
    owner = models.CharField("owner", max_length=120, help_text="A role, never a name.")
    unit = models.CharField("unit", max_length=20, blank=True, help_text="Such as %, or “young people”.")
    counts_people = models.BooleanField(
        "counts people, or what they are", default=False, help_text="Small numbers are then never shown."
    )
    least = models.DecimalField("least it can be", **DIGITS, default=0)
    most = models.DecimalField("most it can be", **DIGITS, null=True, blank=True)
    baseline = models.DecimalField("where we started", **DIGITS, null=True, blank=True)
    baseline_on = models.DateField("date of the start", null=True, blank=True)
    target = models.DecimalField("where we want to be", **DIGITS, null=True, blank=True)
    target_on = models.DateField("by when", null=True, blank=True)
    fed_by = models.CharField("filled in by itself from", max_length=12, choices=FedBy.choices, blank=True, default="")
    order = models.PositiveSmallIntegerField("order", default=0)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        ordering = ["order", "name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(target=None) | models.Q(baseline__isnull=False), name="no_target_without_a_start"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.target is not None and self.baseline is None:
            raise ValidationError({"baseline": "A target needs a start. Say where we were before, and when"})
        if self.baseline is not None and self.baseline_on is None:
            raise ValidationError({"baseline_on": "Say which day the start is from"})
        if self.target is not None and self.target_on is None:
            raise ValidationError({"target_on": "Say by when we want to be there"})
        if self.most is not None and self.most <= self.least:
            raise ValidationError({"most": f"This must be more than the least, which is {plain(self.least)}"})
        for name in ("baseline", "target"):
            if sentence := self.out_of_range(getattr(self, name)):
                raise ValidationError({name: sentence})

    def out_of_range(self, value: Decimal | None) -> str:
        """What is wrong with a figure of it, or ""."""
        if value is None or (value >= self.least and (self.most is None or value <= self.most)):
            return ""
        if self.most is None:
            return f"It cannot be less than {plain(self.least)}. Check the figure"
        return f"It must be from {plain(self.least)} to {plain(self.most)}. Check the figure"

    def shown(self, value: Decimal | None) -> str:
        """A figure of it, as anybody may see it: with its unit, and small numbers of people by rule 7."""
        if value is None:
            return ""
        words = count_of_people(int(value)) if self.counts_people else plain(value)
        return f"{words}{self.unit}" if self.unit in ("", "%") else f"{words} {self.unit}"

    @property
    def baseline_shown(self) -> str:
        return self.shown(self.baseline)

    @property
    def target_shown(self) -> str:
        return self.shown(self.target)

    @property
    def latest(self) -> "Reading | None":
        """The newest reading. Readings come newest first, prefetched or not."""
        return next(iter(self.readings.all()), None)


class Reading(models.Model):
    """One figure of an indicator, with the date that it is about."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="readings")
    on = models.DateField("date")
    value = models.DecimalField("figure", **DIGITS)
    note = models.CharField("what one has to know", max_length=300, blank=True)

    class Meta:
        ordering = ["-on"]
        constraints = [models.UniqueConstraint("indicator", "on", name="one_reading_per_date")]

    def __str__(self) -> str:
        return f"{self.value:f} on {self.on}"

    def clean(self) -> None:
        if self.on and self.on > timezone.localdate():
            raise ValidationError({"on": "This day has not come yet. Give the day that the figure is about"})
        if self.value is not None and (sentence := self.indicator.out_of_range(self.value)):
            raise ValidationError({"value": sentence})

    @property
    def shown(self) -> str:
        return self.indicator.shown(self.value)


def plain(value: Decimal) -> str:
    """Without the noughts that say nothing: 12.50 is 12.5, and 12.00 is 12."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
