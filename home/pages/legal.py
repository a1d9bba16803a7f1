"""Pages that the law, or somebody's safety, needs. They can be edited; they cannot be deleted, hidden or moved."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField

from home.blocks import BodyBlock, PrivacyBodyBlock
from home.blocks.words import FEATURES
from home.pages.closing import ClosingPage


class _LegalPage(ClosingPage):
    """What they share: a date of the last review, and that they stay."""

    stays = True
    reviewed_on = models.DateField("last looked at on")

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        abstract = True


class SafetyPage(_LegalPage):
    """Staying safe, and leaving as few traces as may be. No form, and nothing that has to load."""

    template = "home/safety_page.html"
    translated_first = True

    body = StreamField(BodyBlock())

    content_panels = [
        *ClosingPage.content_panels,
        FieldPanel("reviewed_on"),
        FieldPanel("body"),
        *ClosingPage.closing_panels,
    ]

    class Meta:
        verbose_name = "safety page"


class PrivacyPage(_LegalPage):
    """What is kept about people, why, and for how long."""

    max_count = 1
    template = "home/privacy_page.html"

    body = StreamField(PrivacyBodyBlock())
    agreed = models.BooleanField(
        "agreed by the data protection officer",
        default=False,
        help_text="Until this is ticked, the page says that it is a draft.",
    )

    content_panels = [
        *ClosingPage.content_panels,
        FieldPanel("reviewed_on"),
        FieldPanel("agreed"),
        FieldPanel("body"),
        *ClosingPage.closing_panels,
    ]

    class Meta:
        verbose_name = "privacy page"


class ComplaintPage(_LegalPage):
    """How to complain about the way personal information was used (Data (Use and Access) Act 2025)."""

    max_count = 1
    template = "home/complaint_page.html"

    body = StreamField(BodyBlock())
    contact = models.TextField(
        "where a complaint goes",
        blank=True,
        help_text="An email address, a telephone number and a postal address. Until it is filled, the page says so.",
    )

    content_panels = [
        *ClosingPage.content_panels,
        FieldPanel("reviewed_on"),
        FieldPanel("contact"),
        FieldPanel("body"),
        *ClosingPage.closing_panels,
    ]

    class Meta:
        verbose_name = "data protection complaint page"


class AccessibilityStatementPage(_LegalPage):
    """The statement that the 2018 regulations ask for. Its fixed sentences are in the template and cannot be edited."""

    class Compliance(models.TextChoices):
        FULL = "full", "fully compliant"
        PARTIAL = "partial", "partially compliant"
        NOT = "not", "not compliant"

    max_count = 1
    template = "home/accessibility_statement_page.html"

    compliance = models.CharField("how far it complies", max_length=8, choices=Compliance, default=Compliance.PARTIAL)
    using = RichTextField("how people can use this website", features=FEATURES)
    not_accessible = RichTextField("what is not accessible, why, and until when", features=FEATURES)
    burden = RichTextField("disproportionate burden", features=FEATURES, blank=True)
    out_of_scope = RichTextField("content outside the regulations", features=FEATURES, blank=True)
    preparation = RichTextField("how it was tested", features=FEATURES)
    improving = RichTextField("what is being done", features=FEATURES)
    contact = models.TextField(
        "whom to tell",
        blank=True,
        help_text="An email address and a telephone number. Until it is filled, the page says so.",
    )
    prepared_on = models.DateField("prepared on")

    content_panels = [
        *ClosingPage.content_panels,
        MultiFieldPanel([FieldPanel("prepared_on"), FieldPanel("reviewed_on"), FieldPanel("compliance")], "Dates"),
        FieldPanel("using"),
        FieldPanel("contact"),
        FieldPanel("not_accessible"),
        FieldPanel("burden"),
        FieldPanel("out_of_scope"),
        FieldPanel("preparation"),
        FieldPanel("improving"),
        *ClosingPage.closing_panels,
    ]

    class Meta:
        verbose_name = "accessibility statement"
