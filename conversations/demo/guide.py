"""A first guide, so that the pack can be seen whole. Draft wording: the lead organisation agrees it or replaces it."""

from django.utils import timezone

from common.models import BigQuestion
from conversations.choices import PartKind
from conversations.models import GuidePart, GuideVersion

_DRAFT = "Draft wording, to be agreed by the lead organisation.\n\n"
WORDS = {
    "opening_words": _DRAFT
    + "We write down ideas, not names. If someone may be in danger, we may have to tell somebody who can help. "
    "You can leave at any time, and nobody has to speak. If you want something taken out that you said, "
    "use the code on your card.",
    "consent_words": _DRAFT
    + "That was well said. May I write it down in your own words, without saying that it was you? "
    "Would you be happy to see it on a wall? You can say no, and you can change your mind: use the code on the card.",
    "closing_words": _DRAFT
    + "Thank you. We will tell you what came of this, and how. If today was hard, there are numbers on the card.",
}
# (kind, title, minutes, lines). Strengths first (seed 004).
_BEFORE = [
    (PartKind.STRENGTHS, "Start with what is good", 15, [
        "Who or what makes this a good place to be?",
        "When did somebody calm things down? What did they do?",
        "What works already, and should stay?",
    ]),
]  # fmt: skip
_QUESTIONS = {
    "less-violent-society": [
        "What do people around you treat as normal that should not be?",
        "What would help children to grow up without fear?",
        "What can people who live here do? What must others do?",
    ],
    "safer-place-and-space": [
        "In what kind of place do you feel most at home? What makes it so?",
        "Who looks after that place? What could they do?",
        "Where could a child walk in and ask for help?",
    ],
    "negative-bias": [
        "When were you judged before anybody knew you? By what?",
        "When did you judge too fast? What helped you to notice?",
        "What would make it fairer, at school, in a shop, on the street?",
    ],
}
_AFTER = [
    (PartKind.MAPPING, "Safety mapping", 20, [
        "On a large sheet, write kinds of place: home, school, street, bus, park, online. Nobody writes a street, a "
        "building or an address.",
        "First: where do people feel safe, and what makes it so?",
        "Then: where do people feel less safe? At what time of day, and why?",
        "Last: what would make one of these kinds of place safer? Who could do it?",
        "Keep to broad areas. A map of “bad places” hurts those who live there.",
        "If somebody begins to tell about one person, thank them, stop, and talk with them afterwards.",
    ]),
    # Seed 003, word for word; the warning is ours.
    (PartKind.RESTORATIVE, "If people talk about something that happened", 10, [
        "Ask only where it is safe: never about violence at home, sexual violence or being used by others.",
        "What happened?",
        "What were you thinking and feeling at the time?",
        "What do you think and how do you feel now?",
        "Who has been affected by this?",
        "What’s needed to put things right?",
        "How can we make sure this doesn’t happen again?",
    ]),
    (PartKind.BIAS, "Before you write, look at yourself", 5, [
        "What was said, and what do I think? Write them apart.",
        "Who was quiet? Who was missing?",
        "Would a colleague have heard the same?",
    ]),
]  # fmt: skip


def first_guide() -> GuideVersion:
    guide, made = GuideVersion.objects.get_or_create(
        name="First guide", defaults=WORDS | {"in_use_from": timezone.localdate()}
    )
    if made:
        for order, (kind, title, minutes, lines, question) in enumerate(_parts()):
            GuidePart.objects.create(
                guide=guide, sort_order=order, kind=kind, title=title, minutes=minutes, words="\n".join(lines),
                big_question=question,
            )  # fmt: skip
    return guide


def _parts() -> list[tuple]:
    known = {question.code: question for question in BigQuestion.objects.all()}
    asked = [(PartKind.QUESTION, "", 15, _QUESTIONS[code], known[code]) for code in _QUESTIONS if code in known]
    return [*((*part, None) for part in _BEFORE), *asked, *((*part, None) for part in _AFTER)]
