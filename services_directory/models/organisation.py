"""Who runs a service (HSDS `organization`)."""

import uuid

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import RevisionMixin

from services_directory.choices import OrganisationKind
from services_directory.models.known import KnownPart


class Organisation(RevisionMixin, ClusterableModel):
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
    legal_status = models.CharField("legal status", max_length=80, blank=True, help_text="Such as registered charity.")
    year_incorporated = models.PositiveSmallIntegerField("year it began", null=True, blank=True)
    uri = models.URLField("address of its definition", blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="parts", verbose_name="part of"
    )
    last_modified = models.DateTimeField(auto_now=True)

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("alternate_name"), FieldPanel("kind")], "Who it is"),
        MultiFieldPanel([FieldPanel("description"), FieldPanel("website"), FieldPanel("email")], "More about it"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("legal_status"), FieldPanel("year_incorporated")]),
                FieldPanel("parent"),
                InlinePanel("identifiers", heading="Register numbers", label="Number"),
            ],
            "As a legal body",
        ),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = "organisation"

    def __str__(self) -> str:
        return self.name


class OrganisationIdentifier(KnownPart):
    """A number of an organisation in a register (HSDS `organization_identifier`), such as the Charity Commission's."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="identifiers")
    identifier_scheme = models.CharField("scheme", max_length=40, blank=True, help_text="Such as GB-CHC.")
    identifier_type = models.CharField("register", max_length=80)
    identifier = models.CharField("number", max_length=80)

    panels = [FieldRowPanel([FieldPanel("identifier_type"), FieldPanel("identifier"), FieldPanel("identifier_scheme")])]

    class Meta(KnownPart.Meta):
        verbose_name = "register number"

    def __str__(self) -> str:
        return f"{self.identifier_type} {self.identifier}"
