"""When an entry was last checked, and when it leaves the site by itself (rule 8)."""

from datetime import date, timedelta

from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone

# Research, users.md 4.4: warn at the review date, hide at twice that. Crisis lines are never hidden for age.
HIDDEN_AFTER_PERIODS = 2
REVIEW_DAYS = 90


class Checked(models.Model):
    """The check of an entry. The two dates that follow from it are stored, so that a query can ask for them."""

    checked_on = models.DateField(
        "checked on",
        null=True,
        blank=True,
        help_text="The day on which somebody rang or wrote, and all was right.",
    )
    checked_by = models.CharField(
        "checked by", max_length=80, blank=True, help_text="A team or a role. It is shown; a person's name is not."
    )
    review_days = models.PositiveSmallIntegerField(
        "check again after (days)",
        default=REVIEW_DAYS,
        validators=[MinValueValidator(1)],
        help_text="90 for most entries; 30 for crisis and domestic abuse lines. After twice as long, an entry that "
        "nobody has checked leaves the site by itself; a crisis line stays.",
    )
    check_due_on = models.DateField(null=True, editable=False)
    hidden_from = models.DateField(null=True, editable=False, db_index=True)
    demo = models.BooleanField(
        "demo entry", default=False, help_text="Shown on demo sites only, and always with a flag that says so."
    )

    class Meta:
        abstract = True

    def set_check_dates(self) -> None:
        """Work out both dates from the check. Without a check there are none."""
        period = timedelta(days=self.review_days)
        self.check_due_on = self.checked_on + period if self.checked_on else None
        self.hidden_from = self.checked_on + period * HIDDEN_AFTER_PERIODS if self.checked_on else None

    def is_overdue(self, on: date | None = None) -> bool:
        """Whether the entry should have been checked again by now."""
        return bool(self.check_due_on and self.check_due_on < (on or timezone.localdate()))

    @property
    def check_text(self) -> str:
        """One honest line about the last check."""
        if not self.checked_on:
            return "Demo entry: not checked yet" if self.demo else "Not checked yet"
        day = f"{self.checked_on.day} {self.checked_on:%B %Y}"
        if self.is_overdue():
            return f"We have not been able to check this since {day}"
        return f"Checked on {day}" + (f" by {self.checked_by}" if self.checked_by else "")
