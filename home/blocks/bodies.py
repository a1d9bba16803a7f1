"""Which blocks each kind of page may hold."""

from wagtail.blocks import StreamBlock

from home.blocks.answers import DetailsBlock, UsefulBlock
from home.blocks.figures import KeptRecordsBlock, PictureBlock, StatisticBlock, TableBlock
from home.blocks.media import DownloadBlock, FilmBlock, SoundBlock
from home.blocks.stories import StoryBlock
from home.blocks.teaching import FiveToThriveBlock, RestorativeQuestionsBlock
from home.blocks.ways_on import CallToJoinBlock, CardsBlock, DangerBlock, RelatedServicesBlock
from home.blocks.words import (
    ContentNoteBlock,
    SayItBlock,
    SignsBlock,
    StrengthsBlock,
    TextBlock,
    WhatHappensNextBlock,
)


class BodyBlock(StreamBlock):
    """What any page of ours may hold."""

    text = TextBlock(group="Words")
    content_note = ContentNoteBlock(group="Words")
    say_it = SayItBlock(group="Words")
    strengths = StrengthsBlock(group="Words")
    signs = SignsBlock(group="Words")
    steps = WhatHappensNextBlock(group="Words")
    details = DetailsBlock(group="Words")
    danger = DangerBlock(group="Help")
    services = RelatedServicesBlock(group="Help")
    call_to_join = CallToJoinBlock(group="Help")
    cards = CardsBlock(group="Help")
    picture = PictureBlock(group="Pictures and figures")
    statistic = StatisticBlock(group="Pictures and figures")
    table = TableBlock(group="Pictures and figures")
    story = StoryBlock(group="Pictures and figures")
    film = FilmBlock(group="Films, sounds and files")
    sound = SoundBlock(group="Films, sounds and files")
    download = DownloadBlock(group="Films, sounds and files")
    useful = UsefulBlock(group="Help")


class ApproachBodyBlock(BodyBlock):
    """A page about how we work may also hold the cards of the models."""

    restorative_questions = RestorativeQuestionsBlock(group="Models")
    five_to_thrive = FiveToThriveBlock(group="Models")


class MessageBodyBlock(BodyBlock):
    """A page of a key message: always signs, and always words to start with. Never the restorative questions."""

    class Meta:
        block_counts = {"signs": {"min_num": 1}, "say_it": {"min_num": 1}}


class PrivacyBodyBlock(BodyBlock):
    kept = KeptRecordsBlock(group="Privacy")
