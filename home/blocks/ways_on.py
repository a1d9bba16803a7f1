"""Blocks that lead to help, or on to another page of ours."""

from django import forms
from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from common.models import Need


def inside_address(value: str) -> None:
    """Accept an address of this site only: a button of ours never leads somewhere that we do not keep."""
    if not value.startswith("/") or value.startswith("//"):
        raise ValidationError("Start with a slash, like /find-support/. It must be a page of this site.")


class DangerBlock(blocks.StructBlock):
    title = blocks.CharBlock(default="If you are in danger now", max_length=80)

    class Meta:
        icon = "warning"
        label = "In danger now"
        description = "Whom to ring at once: 999, the silent call, and help for deaf people."
        template = "home/blocks/danger.html"
        preview_value = {"title": "If you are in danger now"}


class CallToJoinBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80)
    text = blocks.CharBlock(max_length=240)
    button = blocks.CharBlock(max_length=40, label="words on the button")
    page = blocks.PageChooserBlock(required=False)
    address = blocks.CharBlock(
        required=False, max_length=120, validators=[inside_address], help_text="Or an address like /workshops/."
    )

    class Meta:
        icon = "group"
        label = "Call to join"
        description = "One invitation and one button."
        template = "home/blocks/call_to_join.html"
        preview_value = {
            "heading": "Become a champion",
            "text": "Four hours, free, near you.",
            "button": "See the workshops",
            "address": "/workshops/",
        }

    def clean(self, value):
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["address"]) and not self.is_deferred_validation:
            raise StructBlockValidationError(
                block_errors={"address": ValidationError("Choose a page or write an address: one of the two.")}
            )
        return cleaned

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        request = (parent_context or {}).get("request")
        context["url"] = value["page"].get_url(request) if value.get("page") else value.get("address")
        return context


def _situations() -> list[tuple[str, str]]:
    return [("", "Choose a situation"), *Need.objects.values_list("code", "name")]


class SituationBlock(blocks.FieldBlock):
    """A situation, kept by its code alone. Unlike a ChoiceBlock, it asks the database only when it is edited."""

    def __init__(self, required=True, help_text=None, **kwargs):
        self.field = forms.ChoiceField(choices=_situations, required=required, help_text=help_text)
        super().__init__(**kwargs)

    class Meta:
        icon = "help"


class RelatedServicesBlock(blocks.StructBlock):
    heading = blocks.CharBlock(default="Who can help", max_length=80)
    text = blocks.CharBlock(required=False, max_length=240)
    need = SituationBlock(label="situation")
    link = blocks.CharBlock(max_length=60, default="See who can help", label="words of the link")

    class Meta:
        icon = "help"
        label = "Who can help"
        description = "A way into Find support, already narrowed to one situation."
        template = "home/blocks/related_services.html"
        preview_value = {"heading": "Who can help", "need": "talk-today", "link": "See who can help"}


class CardBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=80)
    text = blocks.CharBlock(max_length=240)
    link = blocks.CharBlock(max_length=60, label="words of the link")
    address = blocks.CharBlock(max_length=120, validators=[inside_address])

    class Meta:
        icon = "doc-empty"


class CardsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80)
    cards = blocks.ListBlock(CardBlock(), min_num=2)

    class Meta:
        icon = "copy"
        label = "Cards"
        description = "Two or more short cards, each with one link."
        template = "home/blocks/cards.html"
        preview_value = {
            "heading": "What we are doing",
            "cards": [
                {"title": "Listening", "text": "We ask and write down.", "link": "Read more", "address": "/"},
                {"title": "Acting", "text": "We do what was asked.", "link": "Read more", "address": "/"},
            ],
        }
