"""Whom we have not heard from: conversations that count, by one thing at a time. Their number is not personal."""

from dataclasses import dataclass

from django.db.models import Count

from common.disclosure import count_of_conversations
from common.models import Ward
from conversations.choices import Audience, Language, Setting
from conversations.models import Conversation

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

    @property
    def shown(self) -> str:
        return count_of_conversations(self.number)


def coverage() -> list[tuple[str, list[Heard]]]:
    """For each way to part the conversations: every group, those heard least first. Five queries."""
    parts = (
        ("Ward", "ward", list(Ward.objects.values_list("pk", "name"))),
        ("Kind of place", "setting", Setting.choices),
        ("Who came", "audience", Audience.choices),
        ("Language", "language", Language.choices),
    )
    return [(label, _heard(field, groups)) for label, field, groups in parts]


def _heard(field: str, groups) -> list[Heard]:
    counts = dict(Conversation.objects.counted().order_by().values_list(field).annotate(Count("pk")))
    return sorted((Heard(name, counts.get(value, 0)) for value, name in groups), key=lambda heard: heard.number)
