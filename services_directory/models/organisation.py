"""Who runs a service (HSDS `organization`)."""

import uuid

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import RevisionMixin

from services_directory.choices import OrganisationKind


class Organisation(RevisionMixin, models.Model):
    """A body that runs services. Its kind answers "Who runs it?" on every one of them."""

    uuid = models.UUIDField("id for other systems", default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("name", max_length=120, unique=True)
    alternate_name = models.CharField("also called", max_length=120, blank=True)
    description = models.TextField("what it does", blank=True)
    kind = models.CharField(
        "what kind of body it is",
        max_length=12,
        choices=OrganisationKind,
        blank=True,
        help_text='Shown as the answer to "Who runs it?" on each of its services. Leave empty if not known.',
    )
    website = models.URLField("website", blank=True)
    email = models.EmailField("email", blank=True, help_text="A team's address, never a person's own.")
    last_modified = models.DateTimeField(auto_now=True)

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("alternate_name"), FieldPanel("kind")], "Who it is"),
        MultiFieldPanel([FieldPanel("description"), FieldPanel("website"), FieldPanel("email")], "More about it"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = "organisation"

    def __str__(self) -> str:
        return self.name
