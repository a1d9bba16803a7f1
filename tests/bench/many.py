"""Conversations by the thousand, for measuring alone: invented, stored in bulk, the same every time."""

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from django.utils import timezone

from accounts.models import User
from common.models import EcologicalLevel, Ward
from conversations.choices import Audience, Consent, ConsentHow, Horizon, Language, PlaceScope, PointKind, Setting
from conversations.demo import sentences
from conversations.models import Coding, Conversation, Point, Quote, SecondCoding, Suggested, Theme
from conversations.states import State

POINTS_EACH = 25
THEMES = 40
BATCH = 5000
FIRST_DAY = date(2023, 1, 1)
# Most are understood, some wait for a coder, a few count nowhere.
STATES = [State.FED_BACK] * 12 + [State.CODED] * 5 + [State.ACCEPTED, State.SUBMITTED, State.WITHDRAWN]
LINES = [line[2] for lines in (sentences.STRENGTHS, sentences.CAUSES, sentences.IDEAS) for line in lines]


def grow_to(conversations: int) -> None:
    """Add invented conversations of 25 points each until there are so many that the generator made."""
    made = Conversation.objects.filter(reference__startswith="M").count()
    themes, coders = _themes(), list(User.objects.filter(email__startswith="analyst").order_by("pk"))
    wards, levels = [*Ward.objects.all(), None], [*EcologicalLevel.objects.all(), None]
    lead = User.objects.get(email="facilitator2@demo.example").pk
    for start in range(made, conversations, 500):
        chance = random.Random(start)
        numbers = range(start, min(start + 500, conversations))
        batch = Conversation.objects.bulk_create(_conversation(chance, number, wards, lead) for number in numbers)
        points = [
            _point(chance, conversation, number, levels) for conversation in batch for number in range(POINTS_EACH)
        ]
        Point.objects.bulk_create(points, batch_size=BATCH)
        _understand(chance, points, themes, coders)


def _themes() -> list[Theme]:
    kinds = ("protective", "risk", "both")
    Theme.objects.bulk_create(
        (
            Theme(code=f"many-{number}", name=f"Theme {number}", kind=kinds[number % 3], order=number)
            for number in range(THEMES)
        ),
        ignore_conflicts=True,
    )
    return list(Theme.objects.said().in_use())


def _conversation(chance: random.Random, number: int, wards: list, lead: int) -> Conversation:
    held_on = FIRST_DAY + timedelta(days=number % 1400)
    at = timezone.make_aware(datetime(held_on.year, held_on.month, held_on.day, 20))
    return Conversation(
        reference=f"M{number:06d}", facilitator_id=lead, state=chance.choice(STATES), held_on=held_on,
        setting=chance.choice(Setting.values), audience=chance.choice(Audience.values), ward=chance.choice(wards),
        language=Language.ENGLISH if chance.random() < 0.85 else chance.choice(Language.values), total_attended=12,
        people={"age": {"11-15": chance.randrange(6), "25-34": chance.randrange(6)}}, submitted_at=at, saved_at=at,
    )  # fmt: skip


def _point(chance: random.Random, conversation: Conversation, number: int, levels: list) -> Point:
    return Point(
        conversation=conversation, number=number + 1, kind=chance.choice(PointKind.values),
        words=chance.choice(LINES), horizon=chance.choice(Horizon.values), level=chance.choice(levels),
        place_scope=chance.choice(PlaceScope.values),
    )  # fmt: skip


def _understand(chance: random.Random, points: list[Point], themes: list[Theme], coders: list[User]) -> None:
    """Themes on nearly every point, a tenth of them coded twice; some quotes; what had been suggested."""
    done = [point for point in points if point.conversation.state in (State.CODED, State.FED_BACK)]
    twice = [point for point in done if chance.random() < 0.1]
    seen = [(point, chance.sample(themes, chance.choice([1, 1, 2]))) for point in done]
    again = [(point, chance.sample(themes, 1)) for point in twice]
    _create(Coding, _codings(seen, coders[0], stands=True))
    _create(Coding, _codings(again, coders[1], stands=False))
    at = timezone.now()
    _create(SecondCoding, (SecondCoding(point=point, coder=coders[1], at=at) for point in twice))
    _create(Suggested, (Suggested(point=point, shown=3, accepted=chance.randrange(3)) for point in done))
    _create(
        Quote,
        (
            Quote(point=point, words="We stood together.", consent=Consent.PUBLISH, consent_how=ConsentHow.SPOKEN)
            for point in points
            if chance.random() < 0.02
        ),
    )


def _codings(seen, coder: User, *, stands: bool) -> Iterator[Coding]:
    return (Coding(point=point, theme=theme, coder=coder, stands=stands) for point, themes in seen for theme in themes)


def _create(model, rows: Iterator) -> None:
    while batch := list(islice(rows, BATCH)):
        model.objects.bulk_create(batch)
