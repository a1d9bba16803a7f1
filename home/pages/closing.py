"""How a page of ours ends: with hope, and with one thing to do next."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from common.pages import BasePage
from home.blocks.ways_on import inside_address


class ClosingPage(BasePage):
    """A page that leads somewhere. It knows the way back up, too."""

    # An address of ours stands on one of these; it can be edited, but not taken away, moved or hidden.
    stays = False
    # Set by the home page, which passes them on the way here.
    pages_above: list | None = None

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

    closing_panels = [
        MultiFieldPanel(
            [FieldPanel("closing"), FieldPanel("next_words"), FieldPanel("next_address")], "How the page ends"
        )
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        before = type(self).objects.filter(pk=self.pk).values_list("slug", flat=True).first() if self.stays else None
        if before not in (None, self.slug):
            raise ValidationError({"slug": f"This address has to stay “{before}”: other pages and posters lead to it."})

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["trail"] = self.trail(request)
        return context

    def trail(self, request: HttpRequest | None = None) -> list[dict]:
        """The way from the home page to here, for the breadcrumbs."""
        above = self.pages_above if self.pages_above is not None else self.get_ancestors().filter(depth__gt=1)
        way = [{"url": page.get_url(request), "title": page.title if page.depth > 2 else "Home"} for page in above]
        return [*way, {"title": self.title}]
