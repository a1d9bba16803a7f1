"""A plain page: the promise, languages, how to reach us."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from home.blocks import BodyBlock
from home.pages.closing import ClosingPage


class ContentPage(ClosingPage):
    """A page with nothing special about it."""

    template = "home/content_page.html"

    body = StreamField(BodyBlock())

    content_panels = [*ClosingPage.content_panels, FieldPanel("body"), *ClosingPage.closing_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "plain page"
