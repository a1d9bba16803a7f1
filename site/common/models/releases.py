"""Tables that were published, each as it was shown on its day."""

from django.conf import settings
from django.db import models

from common.disclosure import Shown
from common.disclosure.formats import from_json


class Release(models.Model):
    """A dated snapshot of tables. It holds what was shown and no true number, so that it can be kept and compared."""

    series = models.SlugField("series", help_text="Which tables, such as “what-we-heard”.")
    on = models.DateField("date")
    tables = models.JSONField("the tables, as they were shown", default=list)
    # Not personal. It tells how many came since the last release.
    conversations = models.PositiveIntegerField("conversations behind it", null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-on", "series"]
        get_latest_by = "on"
        constraints = [models.UniqueConstraint("series", "on", name="one_release_of_a_series_per_day")]

    def __str__(self) -> str:
        return f"{self.series}, {self.on:%d %B %Y}"

    @property
    def shown(self) -> list[Shown]:
        return [from_json(kept) for kept in self.tables]
