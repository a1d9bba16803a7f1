"""Somebody's own story: shown only while they agree to it."""

from django.db import models
from django.utils import timezone
from wagtail import blocks
from wagtail.models import RevisionMixin
from wagtail.snippets.blocks import SnippetChooserBlock

from home.blocks.words import PLAIN_FEATURES


class StoryConsent(RevisionMixin, models.Model):
    """That somebody said yes to their story, and until when. It names nobody: the paper with the name is kept apart."""

    paper = models.CharField(
        "number on the paper form", max_length=40, unique=True, help_text="Never a name: the paper has it, locked away."
    )
    what_for = models.CharField("what they agreed to", max_length=240, help_text="Where it may be shown, and for what.")
    agreed_on = models.DateField("said yes on")
    until = models.DateField("until", help_text="Ask again before this day.")
    withdrawn_on = models.DateField("took it back on", null=True, blank=True)

    class Meta:
        ordering = ["until"]
        verbose_name = "consent to a story"
        verbose_name_plural = "consents to stories"

    def __str__(self) -> str:
        return f"{self.paper}, until {self.until:%-d %B %Y}"

    @property
    def holds(self) -> bool:
        """Whether the story may be shown today."""
        return self.withdrawn_on is None and self.agreed_on <= timezone.localdate() <= self.until


class StoryBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80)
    text = blocks.RichTextBlock(features=PLAIN_FEATURES)
    told_by = blocks.CharBlock(
        max_length=80, label="who tells it", help_text="As they want to be called, or “a mother”."
    )
    consent = SnippetChooserBlock("home.StoryConsent", label="their consent")

    class Meta:
        icon = "user"
        label = "Story"
        description = "Somebody’s own words. It shows only while the person agrees, and is gone on the day they do not."
        template = "home/blocks/story.html"
        preview_value = {
            "heading": "An example of a story",
            "text": "<p>Somebody asked me how I was, and waited for the answer.</p>",
            "told_by": "an invented person",
        }

    def get_preview_value(self):
        today = timezone.localdate()
        value = super().get_preview_value()
        value["consent"] = StoryConsent(paper="an example", agreed_on=today, until=today)
        return value
