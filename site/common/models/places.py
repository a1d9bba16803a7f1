"""Where: the wards of the borough and the postcodes around it. Nothing here points at a door."""

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


class Postcode(models.Model):
    """Where a postcode is, from the open lists of the Office for National Statistics or of Ordnance Survey.

    Kept here so that no search ever leaves this server. `code` is written without a space: SE64RU.
    """

    code = models.CharField(max_length=7, primary_key=True)
    district = models.CharField(max_length=4, db_index=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    ward = models.ForeignKey(Ward, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code[:-3]} {self.code[-3:]}"
