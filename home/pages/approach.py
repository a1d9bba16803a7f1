"""How the partnership works: one page type for all of it, told apart by its kind."""

from itertools import chain

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager, PageQuerySet

from common.models import BigQuestion, Domain, EcologicalLevel
from home.blocks import ApproachBodyBlock
from home.pages.closing import ON_CARDS, ClosingPage

QUESTIONS_AND_ABUSE = (
    "The six restorative questions can do harm between people where there is abuse. "
    "Take that block out, or untick the box."
)


class ApproachQuerySet(PageQuerySet):
    def questions(self) -> "ApproachQuerySet":
        """The three big questions, in their order."""
        return self.filter(kind=ApproachPage.Kind.QUESTION).order_by("question__order")

    def for_cards(self) -> "ApproachQuerySet":
        """With what a card shows and nothing else."""
        return self.only(*ON_CARDS)


class ApproachIndexPage(ClosingPage):
    """A page that leads to the pages under it."""

    stays = True
    template = "home/approach_index_page.html"

    body = StreamField(ApproachBodyBlock(), blank=True)

    content_panels = [*ClosingPage.content_panels, FieldPanel("body"), *ClosingPage.closing_panels]
    parent_page_types = ["home.HomePage", "home.ApproachIndexPage"]
    subpage_types = ["home.ApproachIndexPage", "home.ApproachPage"]

    class Meta:
        verbose_name = "part of our approach"
        verbose_name_plural = "parts of our approach"

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        # One query for each of the two page types that may be here; the list is in the editors' order.
        under = [model.objects.child_of(self).live() for model in (ApproachIndexPage, ApproachPage)]
        context["pages"] = sorted(chain(*under), key=lambda page: page.path)
        return context


class ApproachPage(ClosingPage):
    """One idea of the approach, in plain words."""

    class Kind(models.TextChoices):
        APPROACH = "approach", "The approach as a whole"
        LEVEL = "level", "One of the four levels"
        STEP = "step", "One of the four steps"
        MODEL = "model", "One of the nine models"
        STRAND = "strand", "One of the eight strands of work"
        PRINCIPLE = "principle", "Principles"
        DOMAIN = "domain", "One of the six domains"
        QUESTION = "question", "One of the three big questions"
        GUIDE = "guide", "A guide"

    template = "home/approach_page.html"

    kind = models.CharField(max_length=12, choices=Kind, default=Kind.GUIDE)
    question = models.ForeignKey(BigQuestion, on_delete=models.PROTECT, null=True, blank=True, related_name="pages")
    domain = models.ForeignKey(Domain, on_delete=models.PROTECT, null=True, blank=True, related_name="pages")
    level = models.ForeignKey(EcologicalLevel, on_delete=models.PROTECT, null=True, blank=True, related_name="pages")
    for_practitioners = models.BooleanField(
        "written for practitioners", default=False, help_text="The page then says so at the top."
    )
    about_abuse = models.BooleanField(
        "about abuse at home, sexual violence or a death",
        default=False,
        help_text="Such a page never holds the restorative questions.",
    )
    body = StreamField(ApproachBodyBlock())

    objects = PageManager.from_queryset(ApproachQuerySet)()

    content_panels = [
        *ClosingPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                # A list to pick from: there are never more than a handful.
                *(FieldPanel(name, widget=forms.Select) for name in ("question", "domain", "level")),
                FieldPanel("for_practitioners"),
                FieldPanel("about_abuse"),
            ],
            "What this page is",
        ),
        FieldPanel("body"),
        *ClosingPage.closing_panels,
    ]
    parent_page_types = ["home.ApproachIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "page about our approach"
        verbose_name_plural = "pages about our approach"

    @property
    def is_sensitive(self) -> bool:
        return self.sensitive or self.about_abuse

    def clean(self) -> None:
        super().clean()
        if self.about_abuse and any(block.block_type == "restorative_questions" for block in self.body):
            raise ValidationError({"body": QUESTIONS_AND_ABUSE})

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["beside"] = self.get_siblings().live()
        return context
