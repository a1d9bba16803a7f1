"""When a service or a place is open (HSDS `schedule`): weekly or monthly hours, and single days that differ.

The fields say what an iCalendar rule says: FREQ, INTERVAL, BYDAY, DTSTART (`valid_from`) and UNTIL (`valid_to`).
`services_directory.hours` alone works out what they mean at a moment.
"""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from services_directory.choices import Frequency, Weekday
from services_directory.models.known import KnownPart

WRONG_WAY_ROUND = "The dates are the wrong way round. Write the first day first."


class HoursPart(KnownPart):
    """Hours that come back on one day of the week.

    Times are of the clock in London. Closing at or before the opening time means after midnight, on the next day;
    00:00 to 00:00 is the whole day.
    """

    freq = models.CharField("how often", max_length=7, choices=Frequency, default=Frequency.WEEKLY)
    interval = models.PositiveSmallIntegerField(
        "every … weeks or months", default=1, validators=[MinValueValidator(1), MaxValueValidator(12)],
        help_text="1 for each one, 2 for every second one. Count from the first day below.",
    )  # fmt: skip
    weekday = models.CharField("day", max_length=2, choices=Weekday)
    week = models.SmallIntegerField(
        "which one of the month", null=True, blank=True,
        choices=[(1, "First"), (2, "Second"), (3, "Third"), (4, "Fourth"), (5, "Fifth"), (-1, "Last")],
        help_text="For monthly hours only, such as the first Tuesday.",
    )  # fmt: skip
    opens_at = models.TimeField("opens at")
    closes_at = models.TimeField("closes at", help_text="00:00 to 00:00 is day and night.")
    valid_from = models.DateField("from (first day)", null=True, blank=True)
    valid_to = models.DateField("to (last day)", null=True, blank=True)
    description = models.CharField("what happens then", max_length=160, blank=True)

    class Meta(KnownPart.Meta):
        abstract = True
        verbose_name = "opening hours"
        verbose_name_plural = "opening hours"

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens_at:%H:%M} to {self.closes_at:%H:%M}"

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_to and self.valid_from > self.valid_to:
            raise ValidationError({"valid_to": WRONG_WAY_ROUND})
        if self.freq == Frequency.MONTHLY and not self.week:
            raise ValidationError({"week": "Choose which one of the month, such as the first Tuesday."})
        if self.interval and self.interval > 1 and not self.valid_from:
            raise ValidationError({"valid_from": "Write the first day, so that we know which weeks are meant."})


class ExceptionPart(KnownPart):
    """One day that is not as usual. Without times the day is closed; with times these replace the usual ones."""

    date = models.DateField("day")
    opens_at = models.TimeField("opens at", null=True, blank=True, help_text="Leave both empty if it is closed.")
    closes_at = models.TimeField("closes at", null=True, blank=True)
    description = models.CharField("why", max_length=160, blank=True)

    class Meta(KnownPart.Meta):
        abstract = True
        verbose_name = "day that is different"
        verbose_name_plural = "days that are different"

    def __str__(self) -> str:
        return f"{self.date:%d %B %Y}"

    def clean(self) -> None:
        super().clean()
        if (self.opens_at is None) != (self.closes_at is None):
            raise ValidationError({"closes_at": "Write both times, or leave both empty if it is closed that day."})

    @property
    def closed(self) -> bool:
        return self.opens_at is None


_HOURS_ROWS = [
    FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens_at"), FieldPanel("closes_at")]),
    FieldRowPanel([FieldPanel("freq"), FieldPanel("interval"), FieldPanel("week")]),
    FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    FieldPanel("description"),
]
_EXCEPTION_ROWS = [
    FieldRowPanel([FieldPanel("date"), FieldPanel("opens_at"), FieldPanel("closes_at")]),
    FieldPanel("description"),
]


class Schedule(HoursPart):
    """Hours of a service: at all of its places, or at the one place that is named."""

    service = ParentalKey("services_directory.ServicePage", on_delete=models.CASCADE, related_name="schedules")
    location = models.ForeignKey(
        "services_directory.Location", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="only at this place", help_text="Leave empty if these hours hold wherever the service is.",
    )  # fmt: skip

    panels = [*_HOURS_ROWS, FieldPanel("location")]


class ScheduleException(ExceptionPart):
    """A day on which a service is closed, or open at other times."""

    service = ParentalKey("services_directory.ServicePage", on_delete=models.CASCADE, related_name="exceptions")
    location = models.ForeignKey(
        "services_directory.Location", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="only at this place",
    )  # fmt: skip

    panels = [*_EXCEPTION_ROWS, FieldPanel("location")]


class LocationSchedule(HoursPart):
    """Hours of a place itself. A service without hours of its own there keeps these."""

    location = ParentalKey("services_directory.Location", on_delete=models.CASCADE, related_name="schedules")

    panels = _HOURS_ROWS


class LocationException(ExceptionPart):
    """A day on which a place is closed, or open at other times."""

    location = ParentalKey("services_directory.Location", on_delete=models.CASCADE, related_name="exceptions")

    panels = _EXCEPTION_ROWS
