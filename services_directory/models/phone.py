"""A number of a service (HSDS `phone`)."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from services_directory.choices import PhoneType
from services_directory.models.known import KnownPart


class Phone(KnownPart):
    """A number as people read it, with a link that rings it or starts a text message."""

    service = ParentalKey("services_directory.ServicePage", on_delete=models.CASCADE, related_name="phones")
    number = models.CharField("number", max_length=30, help_text="As people read it: 0800 1111.")
    description = models.CharField(
        "what it is for", max_length=80, blank=True, help_text='Such as "Day and night" or "Under 16s". May be empty.'
    )
    extension = models.CharField("extension", max_length=10, blank=True)
    location = models.ForeignKey(
        "services_directory.Location", on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="only at this place",
    )  # fmt: skip
    type = models.CharField("call or text", max_length=5, choices=PhoneType, default=PhoneType.VOICE)

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("type"), FieldPanel("description")]),
        FieldPanel("location"),
    ]

    class Meta(KnownPart.Meta):
        verbose_name = "phone number"

    def __str__(self) -> str:
        return self.number

    @property
    def digits(self) -> str:
        """The number as a link carries it: digits and a leading plus only."""
        return "".join(character for character in self.number if character.isdecimal() or character == "+")

    @property
    def link(self) -> str:
        return f"{'sms' if self.type == PhoneType.TEXT else 'tel'}:{self.digits}"
