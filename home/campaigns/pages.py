"""Campaigns: a page for each, which comes and goes by its dates."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import PageManager, PageQuerySet

from common import short_links
from common.models import KeyMessage
from home.blocks import BodyBlock
from home.pages.closing import ClosingPage
from home.pages.messages import KeyMessagePage


class CampaignQuerySet(PageQuerySet):
    def current(self) -> "CampaignQuerySet":
        """Started and not over, the one that started last first."""
        now = timezone.now()
        return self.filter(Q(starts__lte=now), Q(expires__gt=now)).order_by("-starts")


class CampaignIndexPage(ClosingPage):
    """Stop the Violence: the campaigns that run now."""

    stays = True
    max_count = 1
    template = "home/campaign_index_page.html"

    body = StreamField(BodyBlock(), blank=True)

    content_panels = [*ClosingPage.content_panels, FieldPanel("body"), *ClosingPage.closing_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.CampaignPage"]

    class Meta:
        verbose_name = "list of campaigns"
        verbose_name_plural = "lists of campaigns"

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["campaigns"] = CampaignPage.objects.child_of(self).live().current()
        return context


class CampaignPage(ClosingPage):
    """One campaign. It is on the site from its start to its expiry, whoever forgets to take it down."""

    template = "home/campaign_page.html"

    messages = ParentalManyToManyField(KeyMessage, related_name="campaigns", blank=True, verbose_name="key messages")
    audience = models.CharField("whom it is for", max_length=160, blank=True)
    # Empty is allowed in a draft alone; publishing asks for both.
    starts = models.DateTimeField("starts", null=True, help_text="London time.")
    expires = models.DateTimeField(
        "expires", null=True, help_text="London time. The page leaves the site by itself at this moment."
    )
    body = StreamField(BodyBlock())

    objective = models.TextField("objective", blank=True, help_text="What should change, for whom, by when.")
    insight = models.TextField("audience insight", blank=True, help_text="What we know about the people it is for.")
    strategy = models.TextField("strategy", blank=True, help_text="How it will reach them, and why that way.")
    implementation = models.TextField("implementation", blank=True, help_text="Who does what, when, and what it costs.")
    scoring = models.TextField(
        "scoring", blank=True, help_text="How we will know. Never how often a help page is read."
    )

    objects = PageManager.from_queryset(CampaignQuerySet)()

    content_panels = [
        *ClosingPage.content_panels,
        FieldRowPanel([FieldPanel("starts"), FieldPanel("expires")], "When"),
        MultiFieldPanel(
            [FieldPanel("messages", widget=forms.CheckboxSelectMultiple), FieldPanel("audience")], "About whom and what"
        ),
        FieldPanel("body"),
        *ClosingPage.closing_panels,
    ]
    plan_panels = [FieldPanel(name) for name in ("objective", "insight", "strategy", "implementation", "scoring")]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="What people see"),
            ObjectList(plan_panels, heading="Plan (for staff only)"),
            ObjectList(ClosingPage.promote_panels, heading="Address"),
        ]
    )
    parent_page_types = ["home.CampaignIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "campaign"

    @property
    def is_current(self) -> bool:
        """Whether it is on the site at this moment: the same rule as `.live().current()`."""
        now = timezone.now()
        return bool(self.live and self.starts and self.expires and self.starts <= now < self.expires)

    def clean(self) -> None:
        super().clean()
        if self.starts and self.expires and self.expires <= self.starts:
            raise ValidationError({"expires": "A campaign has to end after it starts. Choose a later date and time."})
        # Wagtail's clock publishes and unpublishes by these two, so there is one pair of dates to fill in.
        self.go_live_at, self.expire_at = self.starts, self.expires

    def publish(self, revision, *args, **kwargs) -> None:
        """Publish as Wagtail does, from the editor, a workflow or the clock; the first time, make its short link."""
        super().publish(revision, *args, **kwargs)
        live = CampaignPage.objects.filter(pk=self.pk, live=True).first()
        if live and not live.short_links.exists():
            short_links.create(page=live, note="The campaign's own link")

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The page while it runs; afterwards, and before, a page that says so and leads on."""
        if self.is_current or getattr(request, "is_preview", False):
            return super().serve(request, *args, **kwargs)
        return TemplateResponse(request, "home/campaign_over.html", {"page": self, "noindex": True}, status=410)

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["short_link"] = self.short_links.order_by("created").first() if self.pk else None
        context["message_pages"] = self.message_pages()
        return context

    def message_pages(self) -> models.QuerySet:
        """The live pages of the key messages that this campaign carries."""
        return KeyMessagePage.objects.live().in_order().filter(message__in=self.messages.all())
