"""Who is trained together to hold conversations, and the guide they hold them by."""

from django.conf import settings
from django.db import models


class Cohort(models.Model):
    """The residents trained together. The partnership trains 30 (seed 003)."""

    name = models.CharField("name", max_length=80, unique=True)
    size = models.PositiveSmallIntegerField("places", default=30)
    members = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="conversation_cohorts", blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class GuideVersion(models.Model):
    """The questions that a conversation was held by, so that what people said is read against what they were asked."""

    name = models.CharField("name", max_length=80, unique=True)
    opening_words = models.TextField("words to read out at the start")
    consent_words = models.TextField("how to ask for somebody's own words", blank=True)
    closing_words = models.TextField("words to read out at the end", blank=True)
    in_use_from = models.DateField("in use from")

    class Meta:
        ordering = ["-in_use_from"]
        get_latest_by = "in_use_from"

    def __str__(self) -> str:
        return self.name
