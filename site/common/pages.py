"""What every Wagtail page of ours shares."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page


class BasePage(Page):
    """A public page: a summary that cards and search engines show, and no trace of the visitor."""

    summary = models.CharField(
        "summary",
        max_length=240,
        blank=True,
        help_text="One or two short sentences. They appear on cards, in search engines and when the page is shared.",
    )

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("show_in_menus")], "Address")
    ]

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["meta_description"] = self.search_description or self.summary
        return context
