"""Campaigns: a page for each, which comes and goes by its dates."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import PageManager, PageQuerySet

from common import short_links
from common.models import KeyMessage, ShortLink
from home.blocks import BodyBlock
from home.languages.translated import for_readers
from home.pages.closing import ON_CARDS, ClosingPage
from home.pages.messages import KeyMessagePage


class CampaignQuerySet(PageQuerySet):
    def current(self) -> "CampaignQuerySet":
        """Started and not over, the one that started last first."""
        now = timezone.now()
        return self.filter(Q(starts__lte=now), Q(expires__gt=now)).order_by("-starts")

    def for_cards(self) -> "CampaignQuerySet":
        """With what a card shows and nothing else."""
        return self.only(*ON_CARDS, "audience", "starts", "expires")


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

    poster_words = models.CharField(
        "large words", max_length=60, blank=True, help_text="On posters and pictures. Empty: the title."
    )
    poster_line = models.CharField(
        "under them", max_length=140, blank=True, help_text="One short sentence. Empty: the summary."
    )

    objective = models.TextField("objective", blank=True, help_text="What should change, for whom, by when.")
    insight = models.TextField("audience insight", blank=True, help_text="What we know about the people it is for.")
    strategy = models.TextField("strategy", blank=True, help_text="How it will reach them, and why that way.")
    implementation = models.TextField("implementation", blank=True, help_text="Who does what, when, and what it costs.")
    scoring = models.TextField(
        "scoring", blank=True, help_text="How we will know. Never how often a help page is read."
    )

    objects = PageManager.from_queryset(CampaignQuerySet)()
    inputs = models.TextField("what went in", blank=True, help_text="Money, hours, partners.")
    outtakes = models.TextField(
        "what people took from it",
        blank=True,
        help_text="What the Youth Panel and people in workshops said.",
    )
    outcomes = models.TextField("what changed", blank=True, help_text="With the source and date of each figure.")
    learning = models.TextField("what we learnt", blank=True, help_text="What surprised us, and what we stop doing.")

    plan_fields = ("objective", "insight", "strategy", "implementation", "scoring")
    report_fields = ("inputs", "outtakes", "outcomes", "learning")
    only_for_staff = (*ClosingPage.only_for_staff, *plan_fields, *report_fields)

    content_panels = [
        *ClosingPage.content_panels,
        FieldRowPanel([FieldPanel("starts"), FieldPanel("expires")], "When"),
        MultiFieldPanel(
            [FieldPanel("messages", widget=forms.CheckboxSelectMultiple), FieldPanel("audience")], "About whom and what"
        ),
        FieldPanel("body"),
        *ClosingPage.closing_panels,
    ]
    plan_panels = [FieldPanel(name) for name in plan_fields]
    toolkit_panels = [
        MultiFieldPanel([FieldPanel("poster_words"), FieldPanel("poster_line")], "On posters and pictures"),
        InlinePanel("assets", heading="Files of our own", label="file"),
    ]
    report_panels = [FieldPanel(name) for name in report_fields]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading="What people see"),
            ObjectList(toolkit_panels, heading="Toolkit"),
            ObjectList(plan_panels, heading="Plan (for staff only)"),
            ObjectList(report_panels, heading="How it went (for staff only)"),
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
        context["short_link"] = self.own_link
        context["message_pages"] = self.message_pages()
        return context

    @cached_property
    def own_link(self) -> ShortLink | None:
        """The code that was made when it first went live."""
        return self.short_links.order_by("created").first() if self.pk else None

    def share_picture(self, context: dict) -> str:
        return reverse("toolkit_file", args=[self.own_link.code, "wide.png"]) if self.own_link else ""

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict]:
        return super().get_sitemap_urls(request) if self.is_current else []

    def message_pages(self) -> models.QuerySet:
        """The live pages of the key messages that this campaign carries."""
        pages = KeyMessagePage.objects.live().for_cards().filter(message__in=self.messages.all())
        return for_readers(pages, self)
