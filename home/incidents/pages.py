"""What is said the morning after: calm, short, with whom to talk to. It leaves the site by itself after three days."""

from datetime import timedelta

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Revision

from common.models import EmergencyContact
from common.publishing import SCHEDULED
from home.blocks import BodyBlock
from home.incidents import actions
from home.pages.closing import ClosingPage

STAYS_FOR = timedelta(hours=72)
# Says nothing that could be wrong, names nobody, and leads to help.
HOLDING_TEXT = [
    (
        "text",
        "<p>We know that something very sad has happened. We are thinking of everybody who is hurt by it.</p>"
        "<p>We will say more here when we can be sure that it is true. Please do not pass on names, pictures or "
        "videos. They hurt the people who are closest, and they can make it harder to find out what happened.</p>",
    ),
    (
        "steps",
        {
            "heading": "What can help today",
            "steps": [
                "Talk to somebody you trust. You do not have to be strong.",
                "Ask a young person near you how they are, and listen.",
                "If you know something, you can tell Crimestoppers without giving your name.",
            ],
        },
    ),
]


class IncidentIndexPage(ClosingPage):
    """The list of what is said just now. Mostly empty."""

    stays = True
    max_count = 1
    template = "home/incident_index_page.html"

    content_panels = [*ClosingPage.content_panels, *ClosingPage.closing_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.IncidentPage"]

    class Meta:
        verbose_name = "list of updates"
        verbose_name_plural = "lists of updates"

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["updates"] = IncidentPage.objects.child_of(self).live().order_by("-first_published_at")
        return context


class IncidentPage(ClosingPage):
    """One update, by the emergency lane alone: two different people, three days, and a look back within one."""

    in_a_hurry = True
    template = "home/incident_page.html"

    police_said_yes = models.BooleanField(
        "the police liaison has seen it",
        default=False,
        help_text="Needed while somebody may still be charged: wrong words can harm a trial.",
    )
    body = StreamField(BodyBlock(), default=HOLDING_TEXT)

    content_panels = [
        *ClosingPage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("police_said_yes")], "Before it goes out"),
        *ClosingPage.closing_panels,
    ]
    parent_page_types = ["home.IncidentIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "update after something has happened"
        verbose_name_plural = "updates after something has happened"

    def what_stops_it(self, *, approving: bool = False, revision: Revision | None = None) -> list[str]:
        sentences = super().what_stops_it(approving=approving, revision=revision)
        if not self.police_said_yes:
            sentences.append("Ring the police liaison first, and tick the box when they have seen it.")
        return sentences

    def publish(self, revision: Revision, *args, **kwargs) -> None:
        """Publish for three days from now, and ask somebody to look again within one."""
        if kwargs.get("log_action") != SCHEDULED:
            revision.content["expire_at"] = (timezone.now() + STAYS_FOR).isoformat()
            revision.save(update_fields=["content"])
        super().publish(revision, *args, **kwargs)
        if IncidentPage.objects.filter(pk=self.pk, live=True).exists():
            actions.ask_to_look_back(page=self)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict]:
        return []

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        # It is for three days, and search engines keep things for years.
        context["noindex"] = True
        context["contacts"] = EmergencyContact.objects.live().filter(out_of_hours=True)
        return context
