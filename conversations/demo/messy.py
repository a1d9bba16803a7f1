"""Two hundred invented conversations, messier than the demonstration's own, for tests and for trying things out.

Uneven (a third are in two wards, most have five points, one has 120), contradictory, in several languages, off the
topic, partly not understood, some taken out, and one loud group that came back eight times and spoke of one thing.
"""

import random
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common.models import Ward
from conversations import actions
from conversations.choices import Audience, Language, PointKind, Setting
from conversations.demo import sentences
from conversations.models import Coding, Conversation, Point, Theme
from conversations.states import State

CONVERSATIONS = 200
# The loud group: how often it came, how much it said the first time, and about what.
LOUD_TIMES, LOUD_POINTS, LOUD_THEME = 8, 120, "cameras"
STATES = [State.FED_BACK] * 5 + [State.CODED] * 8 + [State.ACCEPTED] * 3 + [
    State.SUBMITTED, State.RETURNED, State.QUARANTINE, State.WITHDRAWN, State.DRAFT,
]  # fmt: skip
LANGUAGES = [Language.SPANISH, Language.SOMALI, Language.PORTUGUESE, Language.TAMIL, Language.MIXED]
# A few words as they may stand in a note that was not put into English.
OTHER_WORDS = [
    ("strength", "belonging", "La iglesia abre sus puertas a todos, y los chicos hacen la tarea ahí."),
    ("cause", "getting-home", "Os miúdos têm medo na paragem do autocarro depois das seis."),
    ("idea", "trusted-adults", "Waxaan u baahanahay dad waaweyn oo la aamini karo.", "charities", "3"),
    ("cause", "cannot-tell", "பேருந்து நிறுத்தம் … (not put into English)"),
    ("cause", "cannot-tell", "???"),
]
LINES = [
    line
    for lines in (
        sentences.STRENGTHS, sentences.CAUSES, sentences.IDEAS, sentences.OFFERS, sentences.DIFFERENCES,
        sentences.OFF_TOPIC, OTHER_WORDS,
    )
    for line in lines
]  # fmt: skip
SHOUTED = ["More cameras!", "cameras cameras cameras", "No more cameras.", "We want cameras on every corner, now."]


@transaction.atomic
def load(*, facilitator: User, coder: User, themes: dict[str, Theme]) -> list[Conversation]:
    """Store them, the same every time. `themes` by code: what is said of a theme that is not there is uncoded."""
    chance = random.Random(200)  # noqa: S311 - the same every time is the point
    wards = list(Ward.objects.order_by("code"))
    conversations = Conversation.objects.bulk_create(
        _conversation(chance, number, facilitator, wards) for number in range(CONVERSATIONS)
    )
    said = [
        (Point(conversation=conversation, number=place, kind=line[0], words=_typed(chance, line[2])), line[1].split())
        for number, conversation in enumerate(conversations)
        for place, line in enumerate(_said(chance, number), start=1)
    ]
    Point.objects.bulk_create((point for point, _ in said), batch_size=1000)
    Coding.objects.bulk_create(
        (
            Coding(point=point, theme=themes[code], coder=coder)
            for point, codes in said
            for code in codes
            if code in themes and point.conversation.state in (State.CODED, State.FED_BACK)
        ),
        batch_size=1000,
    )
    actions.count_everything_again()
    return conversations


def _conversation(chance: random.Random, number: int, facilitator: User, wards: list[Ward]) -> Conversation:
    loud = number < LOUD_TIMES
    often = wards[:2] if chance.random() < 0.35 else wards[:-3]
    return Conversation(
        reference=f"X-{number:04d}", facilitator=facilitator, state=State.CODED if loud else chance.choice(STATES),
        held_on=timezone.localdate() - timedelta(days=chance.randint(20, 900)),
        setting=Setting.WORK if loud else chance.choice(Setting.values),
        audience=Audience.BUSINESS if loud else chance.choice(Audience.values),
        ward=wards[0] if loud else chance.choice([*often, None]), total_attended=max(2, round(chance.gauss(11, 6))),
        language=Language.ENGLISH if chance.random() < 0.75 else chance.choice(LANGUAGES),
        submitted_at=timezone.now(),
    )  # fmt: skip


def _said(chance: random.Random, number: int) -> list[tuple]:
    """The loud group says its one thing; a few conversations are nearly empty; all others wander."""
    if number < LOUD_TIMES:
        times = LOUD_POINTS if number == 0 else 20
        return [(PointKind.IDEA, LOUD_THEME, chance.choice(SHOUTED)) for _ in range(times)]
    return chance.sample(LINES, chance.choice([1, 2, 4, 5, 5, 6, 8, 12]))


def _typed(chance: random.Random, words: str) -> str:
    for slot, fillings in sentences.SLOTS.items():
        words = words.replace(f"{{{slot}}}", chance.choice(fillings))
    return words.lower() if chance.random() < 0.2 else words
