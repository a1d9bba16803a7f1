"""Blocks of the models that the partnership works with."""

from wagtail import blocks

# Seed 003, appendix, word for word. Never on a page about abuse: between those two people they can do harm.
RESTORATIVE_QUESTIONS = [
    "What happened?",
    "What were you thinking and feeling at the time?",
    "What do you think and how do you feel now?",
    "Who has been affected by this?",
    "What’s needed to put things right?",
    "How can we make sure this doesn’t happen again?",
]

# Seed 003: the five activities, in the order of the programme.
FIVE_TO_THRIVE = ["Respond", "Cuddle", "Relax", "Play", "Talk"]


class RestorativeQuestionsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(default="Six questions to put things right", max_length=80)
    questions = blocks.ListBlock(blocks.CharBlock(max_length=120), default=RESTORATIVE_QUESTIONS, min_num=1)

    class Meta:
        icon = "comment"
        label = "Restorative questions"
        description = "The six questions. They are never used on a page about abuse at home or sexual violence."
        template = "home/blocks/restorative_questions.html"
        preview_value = {"heading": "Six questions to put things right", "questions": RESTORATIVE_QUESTIONS}


class ThriveCardBlock(blocks.StructBlock):
    activity = blocks.CharBlock(max_length=30)
    text = blocks.CharBlock(max_length=200)


class FiveToThriveBlock(blocks.StructBlock):
    heading = blocks.CharBlock(default="Five things that help a small child’s brain to grow", max_length=80)
    cards = blocks.ListBlock(ThriveCardBlock(), min_num=5, max_num=5)

    class Meta:
        icon = "grip"
        label = "Five to Thrive"
        description = "Respond, Cuddle, Relax, Play, Talk: one card for each."
        template = "home/blocks/five_to_thrive.html"
        preview_value = {
            "heading": "Five to Thrive",
            "cards": [{"activity": name, "text": "A sentence about it."} for name in FIVE_TO_THRIVE],
        }
