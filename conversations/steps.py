"""The screens of a note, in order, and what must be there before it is handed in. Strengths come before harm."""

from dataclasses import dataclass

from conversations.choices import PointKind, SafetyAnswer
from conversations.models import Conversation
from conversations.people import problems


@dataclass(frozen=True)
class Step:
    """One screen. `kinds` are the kinds of point that it collects; none on a screen without points."""

    slug: str
    task: str
    question: str
    lead: str = ""
    kinds: tuple[PointKind, ...] = ()
    one: str = "point"


STEPS = [
    Step("facts", "When, where and how many", "When and where was it?"),
    Step(
        "people", "Who was there, in numbers", "Who was there, in numbers?",
        "You may leave this out. Count people, and never name them. It shows us whom we have not heard yet.",
    ),
    Step(
        "working", "What is already working", "What is already working here?",
        "Start with what is good: people, places and groups that keep others safe. Write ideas, not names.",
        (PointKind.STRENGTH,), "strength",
    ),
    Step(
        "harm", "What is causing harm", "What did people say is causing harm?",
        "Write what was said, not who said it and not who did it. One point per box.",
        (PointKind.CAUSE, PointKind.ROOT_CAUSE), "cause",
    ),
    Step(
        "ideas", "What would help", "What did people say would help?",
        "Write ideas, not names. One idea per box.",
        (PointKind.IDEA,), "idea",
    ),
    Step(
        "offers", "What people offered to do", "What did people offer to do themselves?",
        "Time, a room, a skill, an introduction. Write the role, not the name.",
        (PointKind.OFFER,), "offer",
    ),
    Step(
        "differences", "Where people differed", "Where did people see things differently?",
        "Who was quiet? What did a few people say that most did not? Questions that nobody could answer go here too.",
        (PointKind.DIFFERENCE, PointKind.QUESTION), "point",
    ),
    Step("close", "What the partnership should hear", "What should the partnership hear first?"),
    Step("safety", "Is everyone safe?", "Did anything make you worried that someone is not safe?"),
]  # fmt: skip

POINT_STEPS = {step.slug: step for step in STEPS if step.kinds}
_BY_SLUG = {step.slug: step for step in STEPS}


def step_of(slug: str) -> Step:
    return _BY_SLUG[slug]


def step_of_kind(kind: str) -> Step:
    """The screen on which a point of this kind is written."""
    return next(step for step in STEPS if kind in step.kinds)


def number_of(step: Step) -> int:
    return STEPS.index(step) + 1


def after(step: Step) -> Step | None:
    """The next screen, or None after the last."""
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None


def begun(conversation: Conversation) -> list[Step]:
    """The screens on which somebody wrote something and pressed no button yet, on this device or another."""
    left = {unfinished.screen for unfinished in conversation.unfinished.all() if unfinished.has_words}
    numbers = {screen.removeprefix("point-") for screen in left if screen.startswith("point-")}
    kinds = conversation.points.filter(number__in=numbers).values_list("kind", flat=True) if numbers else []
    changed = {step_of_kind(kind).slug for kind in kinds}
    return [step for step in STEPS if step.slug in left | changed]


def people_problems(conversation: Conversation) -> list[str]:
    """What does not agree between the numbers of people and the other facts."""
    found = problems(
        conversation.people, total=conversation.total_attended, under_18s=conversation.under_18s_present,
        how=conversation.people_counted,
    )  # fmt: skip
    return [f"Who was there: {sentence}" for _, sentence in found]


def missing(conversation: Conversation) -> list[tuple[Step, str]]:
    """What must still be told before the note can be handed in: (screen, sentence)."""
    gaps = []
    if not conversation.total_attended or "facts" not in conversation.steps_done:
        gaps.append((step_of("facts"), "Tell us when and where it was, and how many people came"))
    elif not conversation.opening_words_read:
        gaps.append((step_of("facts"), "Tell us that the opening words were read out, or ring the coordinator"))
    gaps += [(step_of("people"), sentence) for sentence in people_problems(conversation)]
    if not conversation.points.exists():
        gaps.append((step_of("working"), "Write down at least one thing that people said"))
    gaps += [(step, f"Save what you began under “{step.task}”, or empty the box") for step in begun(conversation)]
    if not conversation.safety_answer:
        gaps.append((step_of("safety"), "Answer the question about safety"))
    elif conversation.safety_answer == SafetyAnswer.YES and not hasattr(conversation, "safety_pointer"):
        gaps.append((step_of("safety"), "Ring somebody first, then tell us that you did"))
    return gaps
