"""The five key messages: what each is about, signs, how to say it, who helps."""

from django import forms
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager, PageQuerySet

from common.models import KeyMessage, Need
from home.blocks import BodyBlock, MessageBodyBlock
from home.blocks.words import PLAIN_FEATURES
from home.languages.translated import for_readers
from home.pages.closing import ON_CARDS, ClosingPage

DRAFT_WORDING = "Draft wording: the official words are not agreed yet"

# The code of a message → the name of its tint and icon.
TINTS = {
    "bullying": "bullying",
    "healthy-relationships": "relationships",
    "knife-crime": "knives",
    "drugs-and-alcohol": "drugs",
    "online-dangers": "online",
}


class KeyMessageQuerySet(PageQuerySet):
    def in_order(self) -> "KeyMessageQuerySet":
        """In the order of the seed, with their message."""
        return self.select_related("message").order_by("message__order")

    def for_cards(self) -> "KeyMessageQuerySet":
        """In order, with what a card or a link in a list shows and nothing else."""
        return self.in_order().only(*ON_CARDS, "message__code")


class KeyMessageIndexPage(ClosingPage):
    """Why these five, and the way to each."""

    stays = True
    max_count = 1
    template = "home/key_message_index_page.html"

    body = StreamField(BodyBlock(), blank=True)

    content_panels = [*ClosingPage.content_panels, FieldPanel("body"), *ClosingPage.closing_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.KeyMessagePage"]

    class Meta:
        verbose_name = "list of the key messages"
        verbose_name_plural = "lists of the key messages"

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["key_messages"] = for_readers(KeyMessagePage.objects.live().for_cards(), self)
        return context


class KeyMessagePage(ClosingPage):
    """One of the five messages. Its official words are on the message itself, so that they are the same everywhere."""

    stays = True
    template = "home/key_message_page.html"

    message = models.ForeignKey(KeyMessage, on_delete=models.PROTECT, related_name="pages")
    # By its code, which is all that the link needs.
    need = models.ForeignKey(
        Need,
        to_field="code",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="situation",
        help_text="Who can help: Find support opens with this situation.",
    )
    what_it_is = RichTextField("what it is", features=PLAIN_FEATURES)
    body = StreamField(MessageBodyBlock())
    panel_reviewed_on = models.DateField("looked at by the Youth Panel on", null=True, blank=True)

    objects = PageManager.from_queryset(KeyMessageQuerySet)()

    content_panels = [
        *ClosingPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("message", widget=forms.Select),
                FieldPanel("need", widget=forms.Select),
                FieldPanel("panel_reviewed_on"),
            ],
            "What this page is",
        ),
        FieldPanel("what_it_is"),
        FieldPanel("body"),
        *ClosingPage.closing_panels,
    ]
    parent_page_types = ["home.KeyMessageIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "page of a key message"
        verbose_name_plural = "pages of the key messages"

    @property
    def tint(self) -> str:
        """The name of the colour and the icon that belong to this message and to nothing else."""
        return TINTS.get(self.message.code, "")

    def get_context(self, request, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["beside"] = for_readers(KeyMessagePage.objects.live().for_cards(), self)
        context["draft_wording"] = "" if self.message.wording else DRAFT_WORDING
        return context
