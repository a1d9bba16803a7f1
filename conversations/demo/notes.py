"""Some sixty invented conversations, uneven and messy as real ones are. The same every time."""

import random
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from django.utils import timezone

from accounts.models import User
from common.codes import LETTERS
from common.models import BigQuestion, EcologicalLevel, Ward
from conversations.actions.cards import new_code
from conversations.actions.withdrawing import empty
from conversations.choices import (
    Audience,
    Consent,
    ConsentHow,
    Feeling,
    Language,
    PlaceScope,
    SafetyAnswer,
    Setting,
    SpeakerRole,
)
from conversations.demo import sentences
from conversations.demo.people import people_of
from conversations.models import (
    Coding,
    Conversation,
    GuideVersion,
    KeptWords,
    NoteDecision,
    Point,
    Quote,
    SecondCoding,
    Theme,
)
from conversations.privacy import fingerprint
from conversations.states import CODABLE, COUNTED, HANDED_IN, State
from conversations.steps import STEPS

# Who has been heard is uneven: some wards often, three never.
OFTEN = ["bellingham", "lewisham-central", "deptford", "downham", "rushey-green"]
NEVER = ["blackheath", "lee-green", "crofton-park"]
UNDERSTOOD = (State.CODED, State.FED_BACK)
# The demo facilitator's own, newest first: (state, days ago).
OWN = [
    (State.PLANNED, -12), (State.HELD, 1), (State.DRAFT, 3), (State.RETURNED, 9), (State.SUBMITTED, 6),
    (State.CODED, 40), (State.FED_BACK, 90), (State.ACCEPTED, 20),
]  # fmt: skip
OTHERS = (
    [State.PLANNED] * 4 + [State.HELD] * 3 + [State.DRAFT] * 3 + [State.SUBMITTED] * 3 + [State.RETURNED]
    + [State.ACCEPTED] * 4 + [State.CODED] * 22 + [State.FED_BACK] * 12 + [State.WITHDRAWN, State.QUARANTINE]
)  # fmt: skip
LOUD = 30
# How much of a note is about what.
SHARES: list[tuple[list[tuple], float]] = [
    (sentences.STRENGTHS, 0.25), (sentences.CAUSES, 0.35), (sentences.IDEAS, 0.3),
    (sentences.OFFERS, 0.08), (sentences.DIFFERENCES, 0.1), (sentences.OFF_TOPIC, 0.05),
]  # fmt: skip
OTHER_LANGUAGES = [Language.SPANISH, Language.SOMALI, Language.PORTUGUESE]


@dataclass
class Told:
    """What is being made, to be stored in a few goes."""

    chance: random.Random
    themes: dict[str, Theme]
    questions: list[BigQuestion]
    levels: dict[str, EcologicalLevel]
    points: list[Point] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    # (point, codes of its themes)
    seen: list[tuple[Point, list[str]]] = field(default_factory=list)
    # What the second coder saw in a point.
    twice: dict[Point, list[str]] = field(default_factory=dict)


def load(
    *, lead: User, facilitators: list[User], coders: list[User], guide: GuideVersion, themes: dict[str, Theme]
) -> None:
    """Store the conversations, unless there are some already. The first facilitator has one in most states."""
    if Conversation.objects.exists():
        return
    chance = random.Random(2026)  # noqa: S311 - the same every time is the point
    levels = {level.code: level for level in EcologicalLevel.objects.all()}
    told = Told(chance, themes, list(BigQuestion.objects.all()), levels)
    conversations = [_conversation(chance, State.FED_BACK, 200, lead, guide, is_launch=True)]
    conversations += [_conversation(chance, state, days, facilitators[0], guide) for state, days in OWN]
    for state in OTHERS:
        facilitator = chance.choice(facilitators[1:])
        conversations.append(_conversation(chance, state, _days_ago(chance, state), facilitator, guide))
    _spread_over_wards(chance, conversations)
    _count_people(conversations)
    Conversation.objects.bulk_create(conversations)
    loud = next(conversation for conversation in conversations[20:] if conversation.state == State.CODED)
    for conversation in conversations:
        _say(told, conversation, LOUD if conversation is loud else _how_much(chance, conversation))
    Point.objects.bulk_create(told.points)
    Quote.objects.bulk_create(told.quotes)
    Coding.objects.bulk_create(_codings(told, coders))
    SecondCoding.objects.bulk_create(_second_codings(told, coders[1], decides=lead))
    _keep_a_name(next(conversation for conversation in conversations if conversation.is_quarantined))
    withdrawn = next(conversation for conversation in conversations if conversation.state == State.WITHDRAWN)
    empty(withdrawn)
    reason = "Its facilitator held it without reading out the opening words."
    NoteDecision.objects.create(conversation=withdrawn, to=State.WITHDRAWN, reason=reason, by=lead)


def _keep_a_name(conversation: Conversation) -> None:
    """Something for the redactor: an invented first name that its facilitator took for a shop's."""
    conversation.points.filter(number=1).update(words="Ask at Marlon’s, everyone goes there after school.")
    KeptWords.objects.create(
        conversation=conversation, fingerprint=fingerprint("Marlon"), by=conversation.facilitator,
        reason="I think it is what the shop is called.",
    )  # fmt: skip


def _conversation(chance, state: State, days: int, facilitator: User, guide: GuideVersion, **fields) -> Conversation:
    held_on = timezone.localdate() - timedelta(days=days)
    submitted = timezone.make_aware(datetime.combine(held_on + timedelta(days=1), time(20, chance.randrange(60))))
    written = state in HANDED_IN | {State.WITHDRAWN, State.QUARANTINE}
    came = max(3, round(chance.gauss(11, 5)))
    return Conversation(
        reference="C-" + "".join(chance.choices(LETTERS, k=4)), facilitator=facilitator, guide=guide, state=state,
        held_on=held_on, setting=chance.choice(Setting.values),
        audience=chance.choice(Audience.values), expected_size=chance.choice([8, 10, 12, 15, 20]),
        host=chance.choice(["", "", "A residents’ association", "A youth club", "A faith group", "A school"]),
        language=Language.ENGLISH if chance.random() < 0.85 else chance.choice(OTHER_LANGUAGES),
        total_attended=came if written else None, under_18s_present=chance.random() < 0.3 if written else None,
        opening_words_read=written, safety_answer=SafetyAnswer.NO if written else "",
        steps_done=[step.slug for step in STEPS] if written else [],
        first_to_hear=chance.choice(sentences.TO_HEAR) if written else "",
        second_to_hear=chance.choice(["", *sentences.TO_HEAR]) if written else "",
        promised=chance.choice(sentences.PROMISED) if written else "",
        return_reason=chance.choice(sentences.RETURN_REASONS) if state == State.RETURNED else "",
        saved_at=submitted if written else None, submitted_at=submitted if written else None, **fields,
    )  # fmt: skip


def _spread_over_wards(chance, conversations: list[Conversation]) -> None:
    """Uneven: five wards often, three never, some across the borough."""
    wards = {ward.code: ward for ward in Ward.objects.order_by("code")}
    heard = [code for code in wards if code not in NEVER]
    for conversation in conversations:
        often = [code for code in OFTEN if code in wards] if chance.random() < 0.45 else heard
        conversation.ward = wards[chance.choice(often)] if often and chance.random() > 0.08 else None


def _count_people(conversations: list[Conversation]) -> None:
    for seed, conversation in enumerate(conversations):
        if conversation.total_attended:
            young = bool(conversation.under_18s_present)
            for name, value in people_of(conversation.total_attended, under_18s=young, seed=seed).items():
                setattr(conversation, name, value)


def _days_ago(chance, state: State) -> int:
    if state == State.PLANNED:
        return -chance.randint(2, 40)
    return chance.randint(2, 14) if state not in COUNTED else chance.randint(15, 210)


def _how_much(chance, conversation: Conversation) -> int:
    if conversation.state in (State.PLANNED, State.HELD):
        return 0
    return chance.randint(1, 4) if conversation.state == State.DRAFT else max(3, round(chance.gauss(8, 3)))


def _say(told: Told, conversation: Conversation, how_much: int) -> None:
    """Strengths first, then harm, ideas, offers, differences: in the order of the note."""
    chance, said = told.chance, []
    # Each group comes back to its own two or three things.
    own = chance.sample(sorted(told.themes), 5)
    for lines, share in SHARES:
        wanted = int(how_much * share + chance.random())
        likely = [line for line in lines if set(line[1].split()) & set(own)]
        pool = likely * 3 + lines
        chance.shuffle(pool)
        said += list(dict.fromkeys(pool))[:wanted]
    for number, line in enumerate(dict.fromkeys(said), start=1):
        _point(told, conversation, number, line)


def _point(told: Told, conversation: Conversation, number: int, line: tuple) -> None:
    chance = told.chance
    kind, codes, words, *rest = line
    point = Point(conversation=conversation, number=number, kind=kind, words=_spoken(chance, words))
    if kind == "idea":
        point.who_should_act, point.horizon = rest[0].split(), "" if rest[1] == "not" else rest[1]
    elif rest:
        consent = chance.choice([Consent.ANALYSIS, Consent.PUBLISH, Consent.PUBLISH_ROLE])
        quote = Quote(point=point, words=rest[0], consent=consent, speaker=chance.choice(SpeakerRole.values))
        # Not by chance: one throw more would change every conversation after it.
        quote.consent_how, quote.withdrawal_code = ConsentHow.values[number % 2], new_code()
        told.quotes.append(quote)
    if chance.random() < 0.5:
        point.feeling = chance.choice(Feeling.values)
        # Not by chance: one throw more would change every conversation after it.
        point.place_scope = PlaceScope.values[number % len(PlaceScope.values)]
    if chance.random() < 0.3 and told.questions:
        point.big_question = chance.choice(told.questions)
    told.points.append(point)
    told.seen.append((point, codes.split()))


def _spoken(chance, words: str) -> str:
    """As it may have been typed on a bus."""
    for slot, fillings in sentences.SLOTS.items():
        words = words.replace(f"{{{slot}}}", chance.choice(fillings))
    words = words[0].upper() + words[1:]
    if chance.random() < 0.12:
        words = words.lower().rstrip(".")
    if chance.random() < 0.1:
        words += chance.choice(
            [" Several people said this.", " Everyone nodded.", " This came up twice.", " (table 2)"]
        )
    return words


def _codings(told: Told, coders: list[User]) -> list[Coding]:
    """The first coder sees what is there; the second sees a fifth of it again, not always the same."""
    codings = []
    for point, codes in told.seen:
        conversation = point.conversation
        unfinished = conversation.state == State.ACCEPTED and told.chance.random() < 0.5
        if conversation.state not in CODABLE | COUNTED or unfinished:
            continue
        codings += [Coding(point=point, theme=told.themes[code], coder=coders[0]) for code in codes]
        if conversation.state in UNDERSTOOD and told.chance.random() < 0.2:
            told.twice[point] = codes if told.chance.random() < 0.7 else _another_view(told, codes)
            codings += [
                Coding(point=point, theme=told.themes[code], coder=coders[1], stands=False)
                for code in told.twice[point]
            ]
    return codings


def _another_view(told: Told, codes: list[str]) -> list[str]:
    """One of several, or something else altogether."""
    return [told.chance.choice(codes if len(codes) > 1 else sorted(set(told.themes) - set(codes)))]


def _second_codings(told: Told, coder: User, *, decides: User) -> list[SecondCoding]:
    """What was coded twice, some of it decided, and some that still waits for somebody."""
    now, seconds = timezone.now(), []
    for point, codes in told.seen:
        if point.conversation.state not in UNDERSTOOD:
            continue
        if point in told.twice:
            second = SecondCoding(point=point, coder=coder, at=now, differs=set(told.twice[point]) != set(codes))
            if second.differs and point.conversation.facilitator != decides and told.chance.random() < 0.5:
                second.decided_by, second.decided_at, second.reason = decides, now, "It is what the words say."
            seconds.append(second)
        elif told.chance.random() < 0.03:
            seconds.append(SecondCoding(point=point))
    return seconds
