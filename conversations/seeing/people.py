"""Whom all conversations together reached, in numbers. True counts, for `protect` alone.

A room is only counted by gender and ethnic group where ten people or more came (conversations.people), and people who
were not counted are left out. So no table is whole, and none adds up to another.
"""

from collections import Counter

from common.disclosure import Table
from conversations.models import Conversation
from conversations.people import DIMENSIONS

_BY = {"age": "Age", "gender": "Gender", "ethnicity": "Ethnic group"}


def people_by_each() -> list[Table]:
    """One table for each thing that people are counted by. One query."""
    counted = list(Conversation.objects.counted().order_by().values_list("people", flat=True))
    return [_people_by(dimension, counted) for dimension in DIMENSIONS]


def _people_by(dimension: str, counted: list[dict]) -> Table:
    people: Counter[str] = Counter()
    behind: Counter[str] = Counter()
    for counts in (each.get(dimension, {}) for each in counted):
        people.update(counts)
        behind.update(category for category, number in counts.items() if number)
    choices = DIMENSIONS[dimension]
    return Table.by_one(
        f"People by {_BY[dimension].lower()}", f"people counted by {dimension}", _BY[dimension],
        {label: people[value] for value, label in choices.choices}, whole=False,
        conversations=[behind[value] for value in choices.values],
    )  # fmt: skip
