"""The home page."""

from itertools import accumulate

from django import forms
from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, Revision, Workflow
from wagtail.url_routing import RouteResult

from accounts.models import User
from common.models import Need
from common.pages import BasePage
from home.approving import lanes
from home.blocks import BodyBlock
from home.campaigns.pages import CampaignPage
from home.languages.permissions import LanguagePermissionTester
from home.languages.translated import for_readers
from home.pages.approach import ApproachPage
from home.pages.messages import KeyMessagePage
from services_directory import addresses


class HomePage(BasePage):
    """The front door: find help first, then the five messages, the three questions, and what is being done."""

    stays = True
    max_count = 1
    template = "home/home_page.html"
    pages_above = ()

    hero_title = models.CharField("first words", max_length=80, default="Violence is preventable. Support is close by.")
    hero_lead = models.CharField("under them", max_length=240)
    messages_title = models.CharField(max_length=80, default="Five things young people asked us to talk about")
    messages_lead = models.CharField(max_length=240, blank=True)
    questions_title = models.CharField(max_length=80, default="Three big questions")
    questions_lead = models.CharField(max_length=240, blank=True)
    doing = StreamField(BodyBlock(), blank=True, verbose_name="what we are doing")
    campaign = models.ForeignKey(
        "home.CampaignPage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="campaign to show",
        help_text="Leave empty to show the campaign that started last.",
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("hero_title"),
                FieldPanel("hero_lead"),
                InlinePanel("needs", label="Often looked for", max_num=6),
            ],
            "The top of the page",
        ),
        MultiFieldPanel([FieldPanel("messages_title"), FieldPanel("messages_lead")], "The five messages"),
        MultiFieldPanel([FieldPanel("questions_title"), FieldPanel("questions_lead")], "The three questions"),
        FieldPanel("doing"),
        PageChooserPanel("campaign"),
    ]
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = "home page"

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the page, and the pages above it for the breadcrumbs, in two queries at any depth.

        Wagtail's own way takes two for each step down.
        """
        addresses = list(accumulate(path_components, lambda above, slug: f"{above}{slug}/", initial=self.url_path))
        way = list(Page.objects.filter(slug__in=path_components, url_path__in=addresses[1:]).order_by("depth"))
        if not path_components or len(way) < len(path_components):
            return super().route(request, path_components)
        there = way.pop().specific
        there.pages_above = [self, *way]
        return there.route(request, [])

    @property
    def is_sensitive(self) -> bool:
        return False

    def permissions_for_user(self, user: User) -> LanguagePermissionTester:
        return LanguagePermissionTester(user, self)

    def get_workflow(self) -> Workflow | None:
        return lanes.workflow_for(self) or super().get_workflow()

    def what_stops_it(self, *, approving: bool = False, revision: Revision | None = None) -> list[str]:
        missing = [] if approving else lanes.what_is_missing(self, revision)
        return [*super().what_stops_it(approving=approving, revision=revision), *missing]

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        campaign = self.campaign if self.campaign and self.campaign.is_current else None
        shown = CampaignPage.objects.live().current().for_cards()
        context |= {
            "chips": [need.as_chip() for need in self.needs.select_related("need")],
            "key_messages": for_readers(KeyMessagePage.objects.live().for_cards(), self),
            "questions": for_readers(ApproachPage.objects.live().questions().for_cards(), self),
            "current_campaign": campaign or for_readers(shown, self).first(),
        }
        return context


class HomePageNeed(Orderable):
    """A situation that is often looked for, shown under the search box."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="needs")
    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="+", verbose_name="situation")
    words = models.CharField(
        "shorter words", max_length=40, blank=True, help_text="Leave empty to use the situation's own."
    )

    panels = [FieldPanel("need", widget=forms.Select), FieldPanel("words")]

    def as_chip(self) -> dict:
        return {"url": addresses.support_for(self.need), "text": self.words or self.need.name}
