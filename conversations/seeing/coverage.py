"""Whom we have not heard from: conversations that count, by one thing at a time. Their number is not personal."""

from dataclasses import dataclass

from django.db.models import Count

from common.disclosure import LEAST_CONVERSATIONS, count_of_conversations
from common.models import Ward
from conversations.choices import Audience, FigureBy, Language, Setting
from conversations.models import BoroughFigure, Conversation

# John Burnham's Social GRACES: what may decide who speaks, who is heard, and what we notice.
GRACES = (
    "Gender", "Geography", "Race", "Religion", "Age", "Ability", "Appearance", "Culture", "Class", "Caste",
    "Education", "Employment", "Ethnicity", "Spirituality", "Sexuality", "Sexual orientation",
)  # fmt: skip


@dataclass(frozen=True)
class Heard:
    """A group and in how many conversations it was heard, as it may be shown."""

    name: str
    number: int
    # How many people live there, where that is known.
    people: int | None = None

    @property
    def shown(self) -> str:
        return count_of_conversations(self.number)

    @property
    def per_ten_thousand(self) -> str:
        """Conversations for every 10,000 people; nothing of so few that they are not told."""
        if not self.people or self.number < LEAST_CONVERSATIONS:
            return ""
        return f"{10_000 * self.number / self.people:.1f}"


def coverage() -> list[tuple[str, list[Heard]]]:
    """For each way to part the conversations: every group, those heard least first. Six queries."""
    parts = (
        ("Ward", "ward", list(Ward.objects.values_list("pk", "name"))),
        ("Kind of place", "setting", Setting.choices),
        ("Who came", "audience", Audience.choices),
        ("Language", "language", Language.choices),
    )
    people = _people_by_ward()
    return [(label, _heard(field, groups, people if field == "ward" else {})) for label, field, groups in parts]


def _people_by_ward() -> dict[int, int]:
    by_code = dict(BoroughFigure.objects.population(FigureBy.WARD).values_list("group", "number"))
    return {number: by_code[code] for number, code in Ward.objects.values_list("pk", "code") if code in by_code}


def ward_sources() -> list[str]:
    return sorted({figure.source_in_words for figure in BoroughFigure.objects.population(FigureBy.WARD)})


def _heard(field: str, groups, people: dict) -> list[Heard]:
    counts = dict(Conversation.objects.counted().order_by().values_list(field).annotate(Count("pk")))
    return sorted(
        (Heard(name, counts.get(value, 0), people.get(value)) for value, name in groups), key=lambda heard: heard.number
    )
