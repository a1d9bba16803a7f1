"""What every Wagtail page of ours shares."""

from collections.abc import Sequence

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction, Revision

from common import page_checks
from common.page_checks import Remark
from common.page_form import PageForm
from common.publishing import SCHEDULED, NotPublishedError
from common.whole_pages import mark


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

    base_form_class = PageForm
    # Fields that the public never reads, and that the checks of words leave alone.
    only_for_staff: tuple[str, ...] = ()
    # Set by the home page, which passes them on the way here.
    pages_above: Sequence[Page] | None = None

    class Meta:
        abstract = True

    def remarks(self) -> list[Remark]:
        """What the editor is told about this page, the worst first."""
        return page_checks.of_every_page(self)

    def what_stops_it(self, *, approving: bool = False, revision: Revision | None = None) -> list[str]:
        """Why this page may not go out now. `approving`: it is only being sent to somebody who decides."""
        return [remark.sentence for remark in page_checks.language(self) if remark.level == page_checks.STOP]

    def publish(self, revision: Revision, *args, **kwargs) -> None:
        """Publish as Wagtail does, through whatever door. What is due by the clock was looked at when it was planned.

        Raises NotPublishedError.
        """
        if kwargs.get("log_action") != SCHEDULED:
            page = revision.as_object()
            sentences = page.what_stops_it(revision=revision)
            if sentences:
                raise NotPublishedError(self, sentences)
        super().publish(revision, *args, **kwargs)

    def serve(self, request, *args, **kwargs):
        """The page, which shows nothing of who reads it and may be handed out again for a moment."""
        return mark(request, super().serve(request, *args, **kwargs))

    def get_view_restrictions(self) -> models.QuerySet:
        """Who may read this page, as Wagtail says it, without asking again for the pages above that we know."""
        if self.pages_above is None or any(page.alias_of_id for page in (self, *self.pages_above)):
            return super().get_view_restrictions()
        # The root of the tree is above the home page, too.
        ends = range(self.steplen, len(self.path) + 1, self.steplen)
        return PageViewRestriction.objects.filter(page__path__in=[self.path[:end] for end in ends])

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["meta_description"] = self.search_description or self.summary
        return context
