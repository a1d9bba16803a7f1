"""Where a service is (HSDS `location` and `service_at_location`)."""

import uuid

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Orderable

from common.models import Ward


class Location(models.Model):
    """A place that services use. Several services may share it, so it stands by itself."""

    uuid = models.UUIDField("id for other systems", default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("name of the place", max_length=120)
    address_1 = models.CharField("street and number", max_length=200, blank=True)
    city = models.CharField("town", max_length=60, default="London", blank=True)
    postal_code = models.CharField("postcode", max_length=10, blank=True)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    accessibility = models.TextField("getting in", blank=True, help_text="Step-free? A lift? A hearing loop?")
    transportation = models.CharField("nearest bus or train", max_length=200, blank=True)

    panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in ("name", "address_1", "city", "postal_code", "ward")],
            "Where it is",
            help_text="Never write the address of a refuge here, or of any place that must stay secret.",
        ),
        MultiFieldPanel([FieldPanel("transportation"), FieldPanel("accessibility")], "Getting there and in"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = "place"

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """The address on one line, without its empty parts."""
        return ", ".join(part for part in (self.address_1, self.city, self.postal_code) if part)


class ServiceAtLocation(Orderable):
    """That a service is given at a place. Part of the service's revision, so it is approved with it."""

    service = ParentalKey("services_directory.ServicePage", on_delete=models.CASCADE, related_name="places")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="services", verbose_name="place")
    description = models.CharField("what happens there", max_length=160, blank=True)

    panels = [FieldPanel("location"), FieldPanel("description")]

    class Meta(Orderable.Meta):
        verbose_name = "place"

    def __str__(self) -> str:
        return str(self.location)
