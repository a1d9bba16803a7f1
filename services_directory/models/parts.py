"""What a service has several of (HSDS `cost_option`, `language`, `service_area`, `contact`). Approved with the page."""

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from services_directory.models.known import KnownPart

SERVICE = "services_directory.ServicePage"


class CostOption(KnownPart):
    """One price of a service, such as for a child or for a family."""

    service = ParentalKey(SERVICE, on_delete=models.CASCADE, related_name="cost_options")
    option = models.CharField("for whom or what", max_length=120, blank=True)
    amount = models.DecimalField("price", max_digits=8, decimal_places=2, null=True, blank=True)
    currency = models.CharField("currency", max_length=3, default="GBP", blank=True)
    amount_description = models.CharField("more about the price", max_length=240, blank=True)
    valid_from = models.DateField("from", null=True, blank=True)
    valid_to = models.DateField("until", null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("option"), FieldPanel("amount"), FieldPanel("currency")]),
        FieldPanel("amount_description"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    ]

    class Meta(KnownPart.Meta):
        verbose_name = "price"

    def __str__(self) -> str:
        return self.option or str(self.amount or "")

    def clean(self) -> None:
        super().clean()
        if self.amount is not None and self.amount < 0:
            raise ValidationError({"amount": "A price cannot be less than nothing. Write 0 if it is free."})


class Language(KnownPart):
    """A language in which a service is given, by its tag (BCP 47), such as `so` for Somali or `bfi` for BSL."""

    service = ParentalKey(SERVICE, on_delete=models.CASCADE, related_name="spoken_languages")
    code = models.CharField("code", max_length=12, blank=True, help_text="Such as en, so, ta, vi or bfi (BSL).")
    name = models.CharField("name", max_length=60)
    note = models.CharField("more about it", max_length=160, blank=True, help_text="Such as: on Tuesdays only.")

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("code"), FieldPanel("note")])]

    class Meta(KnownPart.Meta):
        verbose_name = "language"

    def __str__(self) -> str:
        return self.name


class ServiceArea(KnownPart):
    """An area that a service covers, beyond what `coverage` and `wards` say: as another system wrote it."""

    service = ParentalKey(SERVICE, on_delete=models.CASCADE, related_name="service_areas")
    name = models.CharField("name", max_length=120, blank=True)
    description = models.TextField("more about it", blank=True)
    extent = models.TextField("extent", blank=True)
    extent_type = models.CharField("kind of extent", max_length=20, blank=True)
    uri = models.URLField("address of its definition", blank=True)

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("uri")]), FieldPanel("description")]

    class Meta(KnownPart.Meta):
        verbose_name = "other area"

    def __str__(self) -> str:
        return self.name


class Contact(KnownPart):
    """Someone who answers for a service. Private unless marked: our reminders go here, readers do not see it."""

    service = ParentalKey(SERVICE, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField("name", max_length=120, blank=True)
    title = models.CharField("role", max_length=120, blank=True)
    department = models.CharField("team", max_length=120, blank=True)
    email = models.EmailField("email", blank=True)
    phone = models.CharField("phone", max_length=30, blank=True)
    public = models.BooleanField(
        "may be shown", default=False, help_text="Only for a team, or when the person agreed. Otherwise only we see it."
    )
    gets_reminders = models.BooleanField("gets our reminders to check the entry", default=False)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("title"), FieldPanel("department")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
        FieldRowPanel([FieldPanel("public"), FieldPanel("gets_reminders")]),
    ]

    class Meta(KnownPart.Meta):
        verbose_name = "contact"

    def __str__(self) -> str:
        return self.name or self.title or self.department or self.email

    def clean(self) -> None:
        super().clean()
        if self.gets_reminders and not self.email:
            raise ValidationError({"email": "Write an email address, so that reminders can reach them."})
