"""Films, sounds and files: each with what somebody needs who cannot see, hear or open it (WCAG 1.2.1 to 1.2.5)."""

from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from home.blocks.words import PLAIN_FEATURES
from home.toolkit.models import languages


class Seen(TextChoices):
    """What somebody misses who cannot see the film."""

    SAID = "said", "Nothing: all that is shown is also said"
    DESCRIBED = "described", "Something: there is a version that describes it"


class OurFileBlock(DocumentChooserBlock):
    """A file of one kind, told by the end of its name."""

    def __init__(self, *args, ending: str = "", **kwargs):
        self.ending = ending
        super().__init__(*args, **kwargs)

    def clean(self, value):
        value = super().clean(value)
        if value and self.ending and PurePath(value.filename).suffix.lower() != self.ending:
            raise ValidationError(f"Choose a file that ends with {self.ending}.")
        return value


def _same_in_words(**options) -> blocks.RichTextBlock:
    return blocks.RichTextBlock(features=PLAIN_FEATURES, label="the same in words", **options)


class FilmBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120)
    film = OurFileBlock(ending=".mp4", label="the film (MP4)", help_text="At most 32 MB: about three minutes.")
    subtitles = OurFileBlock(ending=".vtt", label="subtitles (VTT)", help_text="For people who cannot hear it.")
    language = blocks.ChoiceBlock(choices=languages, default="en-gb", label="language of the subtitles")
    still = ImageChooserBlock(required=False, label="picture before it starts")
    seen = blocks.ChoiceBlock(choices=Seen.choices, label="what does somebody miss who cannot see it?")
    described = OurFileBlock(ending=".mp4", required=False, label="version that describes what is shown")
    signed = OurFileBlock(ending=".mp4", required=False, label="version in British Sign Language")
    in_words = _same_in_words(help_text="Every word, and what is shown.")

    class Meta:
        icon = "media"
        label = "Film"
        description = "A film of ours. It never starts by itself, and everything in it is there in words too."
        template = "home/blocks/film.html"

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned["seen"] == Seen.DESCRIBED and not cleaned["described"] and not self.is_deferred_validation:
            wrong = ValidationError("Choose the version that describes what is shown.")
            raise StructBlockValidationError(block_errors={"described": wrong})
        return cleaned

    def get_preview_value(self):
        return self.to_python({}) | {
            "title": "An example of a film", "film": _example("film.mp4"), "subtitles": _example("film.vtt"),
            "language": "en-gb", "in_words": blocks.RichTextBlock().to_python("<p>Every word stands here.</p>"),
        }  # fmt: skip


class SoundBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120)
    sound = OurFileBlock(ending=".mp3", label="the sound (MP3)")
    in_words = _same_in_words(help_text="Every word.")

    class Meta:
        icon = "volume-up"
        label = "Listen"
        description = "A page or a story read aloud. It never starts by itself, and its words stand below."
        template = "home/blocks/sound.html"

    def get_preview_value(self):
        words = blocks.RichTextBlock().to_python("<p>Every word stands here.</p>")
        return self.to_python({}) | {"title": "Listen", "sound": _example("listen.mp3"), "in_words": words}


class DownloadBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=120)
    file = DocumentChooserBlock()
    language = blocks.ChoiceBlock(choices=languages, default="en-gb")
    page = blocks.PageChooserBlock(required=False, label="a page that says the same")
    in_words = _same_in_words(required=False, help_text="Or say it here, for people who cannot open the file.")

    class Meta:
        icon = "download"
        label = "File to take along"
        description = "A file with its kind, size and language, and the same as a page or in words: one of the two."
        template = "home/blocks/download.html"

    def clean(self, value):
        cleaned = super().clean(value)
        if not (cleaned["page"] or cleaned["in_words"].source.strip()) and not self.is_deferred_validation:
            wrong = ValidationError("Choose a page that says the same, or write it here.")
            raise StructBlockValidationError(block_errors={"page": wrong})
        return cleaned

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["language"] = dict(languages()).get(value["language"], "")
        context["url"] = value["page"].get_url((parent_context or {}).get("request")) if value.get("page") else ""
        return context

    def get_preview_value(self):
        words = blocks.RichTextBlock().to_python("<p>The same in words.</p>")
        return self.to_python({}) | {
            "title": "An example of a leaflet", "file": _example("leaflet.pdf"), "language": "en-gb", "in_words": words,
        }  # fmt: skip


def _example(name: str):
    """A file that is not there, to show how the block looks."""
    return get_document_model()(pk=0, title=name, file=name, file_size=240_000)
