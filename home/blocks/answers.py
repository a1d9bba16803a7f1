"""Blocks that readers unfold or answer."""

from wagtail import blocks

from home.blocks.words import PLAIN_FEATURES


class DetailsBlock(blocks.StructBlock):
    summary = blocks.CharBlock(max_length=120, label="what is inside")
    text = blocks.RichTextBlock(features=PLAIN_FEATURES)

    class Meta:
        icon = "collapse-down"
        label = "More about it"
        description = "Words that only some people need, folded away. Never what everybody must read."
        template = "home/blocks/details.html"
        preview_value = {"summary": "What if I change my mind?", "text": "<p>You can stop at any time.</p>"}


class UsefulBlock(blocks.StructBlock):
    question = blocks.CharBlock(default="Was this page useful?", max_length=80)

    class Meta:
        icon = "tick-inverse"
        label = "Was it useful?"
        description = "Yes or no, by one press. We count the answers and never who gave them."
        template = "home/blocks/useful.html"
        preview_value = {"question": "Was this page useful?"}
