"""Trusted adult hubs (seed 000): a place, its drop-in times, who is there, and the workshops near it.

A champion is reached through a hub, never by a number or an address of their own (C13).
"""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from champions.models import Venue, Workshop
from home.blocks import BodyBlock
from home.pages.closing import ClosingPage
from services_directory.choices import Weekday
from services_directory.hours_in_words import clock
from services_directory.models import Organisation


class HubIndexPage(ClosingPage):
    """Talk to a person here: every hub."""

    stays = True
    max_count = 1
    template = "home/hub_index_page.html"

    body = StreamField(BodyBlock(), blank=True)

    content_panels = [*ClosingPage.content_panels, FieldPanel("body"), *ClosingPage.closing_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.HubPage"]

    class Meta:
        verbose_name = "list of hubs"
        verbose_name_plural = "lists of hubs"

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        hubs = HubPage.objects.child_of(self).live().order_by("area", "title").select_related("venue")
        context["hubs"] = hubs.prefetch_related("sessions")
        return context


class HubPage(ClosingPage):
    """One hub. Its address is public, because people are meant to walk in; a refuge is never a hub."""

    template = "home/hub_page.html"

    area = models.CharField("area", max_length=80, help_text="Such as “Catford, SE6”.")
    address = models.TextField("address", help_text="Everybody sees it. Never a place that has to stay secret.")
    step_free = models.BooleanField("step-free from the street", default=False)
    ask_for = models.CharField(
        "whom to ask for", max_length=120, default="Ask for a community champion.",
        help_text="A role, never a person’s name.",
    )  # fmt: skip
    partners = ParentalManyToManyField(Organisation, blank=True, related_name="hubs", verbose_name="who is there")
    venue = models.ForeignKey(
        Venue, on_delete=models.SET_NULL, null=True, blank=True, related_name="hubs",
        verbose_name="as a venue for workshops", help_text="Choose it if workshops can be held here.",
    )  # fmt: skip
    body = StreamField(BodyBlock(), blank=True)

    content_panels = [
        *ClosingPage.content_panels,
        MultiFieldPanel([FieldPanel(name) for name in ("area", "address", "step_free", "ask_for")], "Where"),
        InlinePanel("sessions", heading="Drop-in times", label="time", min_num=1),
        FieldPanel("partners", widget=forms.CheckboxSelectMultiple),
        FieldPanel("venue"),
        FieldPanel("body"),
        *ClosingPage.closing_panels,
    ]
    parent_page_types = ["home.HubIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "hub"

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        # By area and not by venue: where exactly a workshop is held is told to those who booked alone (C5).
        near = Workshop.objects.upcoming().with_venue().filter(venue__area=self.area)
        context |= {"workshops": near, "partners_here": self.partners.order_by("name")}
        return context


class HubSession(Orderable):
    """When somebody is there to talk to, every week."""

    hub = ParentalKey(HubPage, on_delete=models.CASCADE, related_name="sessions")
    weekday = models.CharField("day", max_length=2, choices=Weekday)
    opens_at = models.TimeField("from")
    closes_at = models.TimeField("to")
    what = models.CharField("for whom", max_length=80, blank=True, help_text="Such as “Women only”. Empty: everybody.")

    panels = [
        FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens_at"), FieldPanel("closes_at")]),
        FieldPanel("what"),
    ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()}, {clock(self.opens_at)} to {clock(self.closes_at)}"

    def clean(self) -> None:
        super().clean()
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": "Choose a time after the first one."})
