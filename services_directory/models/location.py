"""Where a service is (HSDS `location` and `service_at_location`)."""

import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from common.models import Ward
from services_directory.choices import AccessKind, LocationType
from services_directory.models.known import KnownPart


class Location(ClusterableModel):
    """A place that services use. Several services may share it, so it stands by itself."""

    uuid = models.UUIDField("id for other systems", default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("name of the place", max_length=120)
    alternate_name = models.CharField("also called", max_length=120, blank=True)
    description = models.TextField("more about it", blank=True)
    location_type = models.CharField("kind", max_length=8, choices=LocationType, default=LocationType.PHYSICAL)
    url = models.URLField("website", blank=True)
    address_1 = models.CharField("street and number", max_length=200, blank=True)
    address_2 = models.CharField("more of the address", max_length=200, blank=True)
    city = models.CharField("town", max_length=60, default="London", blank=True)
    postal_code = models.CharField("postcode", max_length=10, blank=True)
    state_province = models.CharField("county", max_length=60, default="Greater London", blank=True)
    country = models.CharField("country", max_length=2, default="GB", blank=True)
    latitude = models.DecimalField(
        "latitude", max_digits=9, decimal_places=6, null=True, blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )  # fmt: skip
    longitude = models.DecimalField(
        "longitude", max_digits=9, decimal_places=6, null=True, blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )  # fmt: skip
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    accessibility = models.TextField("getting in", blank=True, help_text="Step-free? A lift? A hearing loop?")
    transportation = models.CharField("nearest bus or train", max_length=200, blank=True)
    last_modified = models.DateTimeField(auto_now=True, db_index=True)

    panels = [
        MultiFieldPanel(
            [
                *(FieldPanel(name) for name in ("name", "alternate_name", "description")),
                *(FieldPanel(name) for name in ("address_1", "address_2", "city", "postal_code", "ward")),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                FieldPanel("url"),
            ],
            "Where it is",
            help_text="Never write the address of a refuge here, or of any place that must stay secret.",
        ),
        MultiFieldPanel(
            [
                FieldPanel("transportation"),
                FieldPanel("accessibility"),
                InlinePanel("access_details", heading="What makes it easy to use", label="One thing"),
            ],
            "Getting there and in",
        ),
        MultiFieldPanel(
            [
                InlinePanel("schedules", heading="Opening hours", label="Opening hours"),
                InlinePanel("exceptions", heading="Days that are different", label="Day"),
            ],
            "When it is open",
        ),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = "place"

    def __str__(self) -> str:
        return self.name

    @property
    def is_virtual(self) -> bool:
        """Online: there is no door to go to."""
        return self.location_type == LocationType.VIRTUAL

    @property
    def address(self) -> str:
        """The address on one line, without its empty parts."""
        return ", ".join(part for part in (self.address_1, self.address_2, self.city, self.postal_code) if part)


class Accessibility(KnownPart):
    """One thing that makes a place easy to use (HSDS `accessibility`)."""

    location = ParentalKey(Location, on_delete=models.CASCADE, related_name="access_details")
    kind = models.CharField("what", max_length=12, choices=AccessKind, blank=True)
    description = models.CharField("in words", max_length=240, blank=True)
    details = models.CharField("more about it", max_length=240, blank=True)
    url = models.URLField("website", blank=True)

    panels = [FieldRowPanel([FieldPanel("kind"), FieldPanel("description")]), FieldPanel("details")]

    class Meta(KnownPart.Meta):
        verbose_name = "thing that makes it easy to use"

    def __str__(self) -> str:
        return self.description or self.get_kind_display()


class ServiceAtLocation(KnownPart):
    """That a service is given at a place. Part of the service's revision, so it is approved with it."""

    service = ParentalKey("services_directory.ServicePage", on_delete=models.CASCADE, related_name="places")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="services", verbose_name="place")
    description = models.CharField("what happens there", max_length=160, blank=True)

    panels = [FieldPanel("location"), FieldPanel("description")]

    class Meta(KnownPart.Meta):
        verbose_name = "place"

    def __str__(self) -> str:
        return str(self.location)
