"""How a page of ours ends: with hope, and with one thing to do next."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Revision, Workflow

from accounts.models import User
from common import counting
from common.page_checks import Remark
from common.pages import BasePage
from common.publishing import SCHEDULED
from common.whole_pages import mark
from home import page_checks
from home.approving import lanes
from home.blocks.ways_on import inside_address
from home.incidents.models import Pause
from home.languages import translated
from home.languages.permissions import LanguagePermissionTester
from home.sharing.card import card_of

# What a card shows and its link is made of. To read all of a page, some sixty columns, takes half as long again.
ON_CARDS = ("title", "summary", "url_path", "locale")


class ClosingPage(BasePage):
    """A page that leads somewhere. It knows the way back up, too."""

    # An address of ours stands on one of these; it can be edited, but not taken away, moved or hidden.
    stays = False

    closing = models.TextField(
        "last words",
        max_length=300,
        default="You do not have to sort this out alone. People here can help, and you choose what happens.",
        help_text="A hopeful sentence or two. Every page ends with it.",
    )
    next_words = models.CharField("words on the button", max_length=40, default="Find support")
    next_address = models.CharField(
        "where the button leads",
        max_length=120,
        default="/find-support/",
        validators=[inside_address],
        help_text="A page of this site, such as /find-support/.",
    )

    sensitive = models.BooleanField(
        "sensitive",
        default=False,
        help_text="Abuse, a death, sexual violence, exploitation, or a case that people may know. Somebody for "
        "safeguarding or with lived experience then reads it before it goes out.",
    )
    quoted_because = models.CharField(
        "why words are quoted",
        max_length=240,
        blank=True,
        help_text="If the page quotes words that we do not use ourselves: who said them, and why they are needed here.",
    )

    # For a translation: when the English page that it is a translation of went out.
    english_as_of = models.DateTimeField(null=True, blank=True, editable=False)

    closing_panels = [
        MultiFieldPanel(
            [FieldPanel("closing"), FieldPanel("next_words"), FieldPanel("next_address")], "How the page ends"
        ),
        MultiFieldPanel([FieldPanel("sensitive"), FieldPanel("quoted_because")], "Before it goes out"),
    ]
    only_for_staff: tuple[str, ...] = ("quoted_because", "next_address")
    # Page types that are translated before all others say True, and lead to their other languages.
    translated_first = False
    # A page type of the emergency lane says True.
    in_a_hurry = False

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        before = type(self).objects.filter(pk=self.pk).values_list("slug", flat=True).first() if self.stays else None
        if before not in (None, self.slug):
            raise ValidationError({"slug": f"This address has to stay “{before}”: other pages and posters lead to it."})

    @property
    def is_sensitive(self) -> bool:
        return self.sensitive

    def remarks(self) -> list[Remark]:
        return [*super().remarks(), *page_checks.of_our_blocks(self)]

    def what_stops_it(self, *, approving: bool = False, revision: Revision | None = None) -> list[str]:
        missing = [] if approving else lanes.what_is_missing(self, revision)
        return [*super().what_stops_it(approving=approving, revision=revision), *missing]

    def get_workflow(self) -> Workflow | None:
        return lanes.workflow_for(self) or super().get_workflow()

    def publish(self, revision: Revision, *args, **kwargs) -> None:
        """Publish, unless the clock would and planned pages are paused: the plan then waits."""
        if kwargs.get("log_action") == SCHEDULED and not self.in_a_hurry and Pause.objects.running().exists():
            return
        # Whoever takes the last step of a lane publishes with it, though they may publish nothing by themselves.
        if lanes.is_approved(revision):
            kwargs["skip_permission_checks"] = True
        super().publish(revision, *args, **kwargs)
        english = None if self.locale.is_default else translated.english_of(self)
        if english is not None:
            type(self).objects.filter(pk=self.pk).update(english_as_of=english.last_published_at)

    def permissions_for_user(self, user: User) -> LanguagePermissionTester:
        return LanguagePermissionTester(user, self)

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The page, counted as one more today, and nothing about who it was."""
        what = f"page:{self.pk}"
        if request.method == "GET" and not getattr(request, "is_preview", False):
            counting.count(what)
        return mark(request, super().serve(request, *args, **kwargs), counts=what)

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["trail"] = self.trail(request)
        in_english = get_language() == translated.ENGLISH
        if self.pk and (self.translated_first or not in_english):
            context["other_languages"] = self.get_translations().live().select_related("locale")
        if not in_english:
            context["translated"] = translated.about(self)
        context["card"] = card_of(self, request, picture=self.share_picture(context))
        return context

    def share_picture(self, context: dict) -> str:
        """The address of the picture that a shared link shows, if there is one."""
        return ""

    def trail(self, request: HttpRequest | None = None) -> list[dict]:
        """The way from the home page to here, for the breadcrumbs."""
        above = self.pages_above if self.pages_above is not None else self.get_ancestors().filter(depth__gt=1)
        way = [{"url": page.get_url(request), "title": page.title if page.depth > 2 else "Home"} for page in above]
        return [*way, {"title": self.title}]
