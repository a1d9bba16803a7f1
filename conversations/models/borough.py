"""What is known of the borough from elsewhere: how many people live here, and what happened to how many of them."""

from django.db import models

from conversations.choices import FigureBy

POPULATION = "population"


class BoroughFigureQuerySet(models.QuerySet):
    def population(self, by: str) -> "BoroughFigureQuerySet":
        return self.filter(measure=POPULATION, by=by)


class BoroughFigure(models.Model):
    """One figure of one group, with its source and date. "population" is what all others are held against."""

    measure = models.CharField("what it counts", max_length=80)
    by = models.CharField("by", max_length=9, choices=FigureBy.choices)
    group = models.CharField("group", max_length=40)
    number = models.PositiveIntegerField("number")
    source = models.CharField("source", max_length=200)
    as_of = models.DateField("date that it is about")
    is_invented = models.BooleanField("invented, for the demonstration", default=False)

    objects = BoroughFigureQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["by", "measure", "group"]
        constraints = [models.UniqueConstraint("measure", "by", "group", name="one_borough_figure_per_group")]

    def __str__(self) -> str:
        return f"{self.measure} of {self.group}: {self.number}"

    @property
    def source_in_words(self) -> str:
        """The source with its date, and whether it is made up."""
        words = f"{self.source}, {self.as_of:%-d %B %Y}"
        return f"Demo: invented figures, not for use. {words}" if self.is_invented else words
