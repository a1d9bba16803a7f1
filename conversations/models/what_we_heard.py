"""What we heard, told to everybody: assembled by an analyst from what the codings show, published by a publisher."""

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from common.disclosure import LEAST_CONVERSATIONS, Shown
from common.disclosure.formats import headings, rows
from common.models import Release
from common.pages import BasePage
from conversations.models.points import Point, Quote
from conversations.models.themes import Theme

QUOTES_SHOWN = 2


class WhatWeHeardPage(BasePage):
    """Themes, numbers of one release, agreed quotes and who saw it differently. The numbers are that release's."""

    notice = models.CharField("notice at the top", max_length=240, blank=True)
    intro = models.TextField("introduction", blank=True)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="+")
    # Its place in the release: which of the tables is shown.
    table = models.PositiveSmallIntegerField("table", default=0)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("notice"),
        FieldPanel("intro"),
        MultiFieldPanel([InlinePanel("heard_themes", label="theme", min_num=1)], "Themes"),
    ]
    template = "conversations/what_we_heard_page.html"
    parent_page_types = ["conversations.ConversationsPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "“What we heard” page"

    @classmethod
    def can_create_at(cls, parent) -> bool:
        """Not in the admin: its numbers and themes come from the workspace."""
        return False

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        shown = self.shown
        context["shown"] = shown
        context["headings"], context["rows"] = headings(shown, shown.dimensions[0]), rows(shown)
        context["themes"] = self.themes_told()
        return context

    @property
    def shown(self) -> Shown:
        return self.release.shown[self.table]

    def themes_told(self) -> list[tuple["HeardTheme", Theme, list[Quote]]]:
        """Each theme with its number of conversations, and quotes that were agreed for a public page.

        A theme that was merged since is told as the one that it went into. A quote that was taken back is gone.
        """
        told = list(self.heard_themes.select_related("theme"))
        wanted = [one.theme.merged_into_id or one.theme_id for one in told]
        counted = Theme.objects.filter(pk__in=wanted).with_conversations_counted().with_answers().in_bulk()
        themes = [(one, counted[number]) for one, number in zip(told, wanted, strict=True)]
        return [(one, theme, agreed_quotes(theme)) for one, theme in themes]


def agreed_quotes(theme: Theme) -> list[Quote]:
    """Needs `.with_conversations_counted()`: of fewer than three conversations nobody is quoted."""
    if theme.conversation_count < LEAST_CONVERSATIONS:
        return []
    agreed = Quote.objects.publishable().exclude(agreed_for=None).filter(point__in=Point.objects.with_theme(theme))
    return list(agreed.order_by("pk")[:QUOTES_SHOWN])


class HeardTheme(Orderable):
    """One theme of such a page, in the analyst's words."""

    page = ParentalKey(WhatWeHeardPage, on_delete=models.CASCADE, related_name="heard_themes")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="+")
    understood = models.TextField("what we understood, in plain words", blank=True)
    differently = models.CharField("who saw it differently", max_length=500, blank=True)

    wagtail_reference_index_ignore = True

    panels = [FieldPanel("theme", read_only=True), FieldPanel("understood"), FieldPanel("differently")]

    def clean(self) -> None:
        super().clean()
        if not self.theme_id:
            raise ValidationError("Themes are added in the workspace, where their numbers are. Take this row away.")
