"""Where: the wards of the borough. Broad areas only; nothing here points at a door."""

from django.db import models


class Ward(models.Model):
    """An electoral ward, by its nine-character ONS code where known."""

    code = models.SlugField("code", unique=True)
    name = models.CharField("name", max_length=80)
    ons_code = models.CharField("ONS code", max_length=9, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
