"""Blocks of words: what a page says, and how to say it to somebody."""

from wagtail import blocks

# Two levels of heading, lists and links: nothing that a page pasted from elsewhere could bring with it.
PLAIN_FEATURES = ["bold", "ul", "ol", "link"]
FEATURES = ["h2", "h3", *PLAIN_FEATURES]


class TextBlock(blocks.RichTextBlock):
    """Plain words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"features": FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = "Text"
        description = "Paragraphs, headings, lists and links."
        preview_value = "<h2>Talk early</h2><p>A short talk today is better than a long one too late.</p>"


class WhatHappensNextBlock(blocks.StructBlock):
    heading = blocks.CharBlock(default="What happens next", max_length=80)
    steps = blocks.ListBlock(blocks.CharBlock(max_length=240), min_num=2, label="Steps, in order")

    class Meta:
        icon = "list-ol"
        label = "What happens next"
        description = "Numbered steps, so that nobody meets a surprise."
        template = "home/blocks/what_happens_next.html"
        preview_value = {
            "heading": "What happens next",
            "steps": ["You ring. You do not have to give your name.", "Someone listens.", "You choose what to do."],
        }


class SignsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(default="Signs to look for", max_length=80)
    intro = blocks.CharBlock(required=False, max_length=240)
    signs = blocks.ListBlock(blocks.CharBlock(max_length=160), min_num=2)
    closing = blocks.CharBlock(
        max_length=240,
        default="One sign on its own may mean nothing. A change that stays is worth a gentle talk.",
        help_text="What the signs do not prove, and what to do about them.",
    )

    class Meta:
        icon = "view"
        label = "Signs to look for"
        description = "A list of changes that people may notice, and what to make of them."
        template = "home/blocks/signs.html"
        preview_value = {
            "heading": "Signs to look for",
            "signs": ["Not wanting to go out", "Things going missing", "Sleeping badly"],
            "closing": "One sign on its own may mean nothing. A change that stays is worth a gentle talk.",
        }


class PhraseBlock(blocks.StructBlock):
    words = blocks.CharBlock(max_length=200, help_text="What somebody could say, without quotation marks.")
    when = blocks.CharBlock(required=False, max_length=120, help_text="To whom, or when. For example: to a friend.")

    class Meta:
        icon = "openquote"


class SayItBlock(blocks.StructBlock):
    heading = blocks.CharBlock(default="How to say it", max_length=80)
    phrases = blocks.ListBlock(PhraseBlock(), min_num=1)

    class Meta:
        icon = "openquote"
        label = "How to say it"
        description = "Words to start a talk with: questions rather than warnings."
        template = "home/blocks/say_it.html"
        preview_value = {
            "heading": "How to say it",
            "phrases": [{"words": "You seem a bit quiet. Is anything on your mind?", "when": "To your child"}],
        }


class StrengthsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(default="What helps already", max_length=80)
    text = blocks.RichTextBlock(features=PLAIN_FEATURES)

    class Meta:
        icon = "pick"
        label = "Strengths"
        description = "What people and places already do well. It comes before the problem."
        template = "home/blocks/strengths.html"
        preview_value = {"heading": "What helps already", "text": "<p>One adult who listens can change a lot.</p>"}


class ContentNoteBlock(blocks.StructBlock):
    text = blocks.CharBlock(max_length=240, help_text="What comes next, in calm words.")

    class Meta:
        icon = "info-circle"
        label = "Content note"
        description = "Says what is coming, with a link that skips it and goes to the help at the end."
        template = "home/blocks/content_note.html"
        preview_value = {"text": "This part talks about abuse at home. You can skip it."}
