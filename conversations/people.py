"""Whom a conversation reached, in numbers: what may be counted, and what the numbers must agree with. Never names.

A small room points at people: with fewer than ten of them, only ages are counted. What somebody cannot see of another
person (gender, ethnic group) is counted only where people said it themselves.
"""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db.models import TextChoices

from conversations.choices import AgeBand, CountedHow, EthnicGroup, Gender

DIMENSIONS: dict[str, type[TextChoices]] = {"age": AgeBand, "gender": Gender, "ethnicity": EthnicGroup}
QUESTIONS = {"age": "How old were they?", "gender": "Gender", "ethnicity": "Ethnic groups"}
LEAST_FOR_MORE_THAN_AGES = 10
UNDER_18 = (AgeBand.UNDER_11, AgeBand.FROM_11, AgeBand.FROM_16)
# {"age": {"11-15": 4, "65+": 2}}: what is missing was not counted.
People = Mapping[str, Mapping[str, int]]


def counts_of_people(value) -> None:
    """The field holds codes of these vocabularies with whole numbers, and nothing else. Raises ValidationError."""
    for dimension, counts in value.items() if isinstance(value, dict) else [("", None)]:
        known = DIMENSIONS[dimension].values if dimension in DIMENSIONS else []
        right = isinstance(counts, dict) and all(
            category in known and type(count) is int and count >= 0 for category, count in counts.items()
        )
        if not right:
            raise ValidationError("Count people by the categories of the list")


def dimensions_for(total: int | None, how: str = CountedHow.TOLD) -> list[str]:
    """By what a room of `total` people may be counted."""
    small = (total or 0) < LEAST_FOR_MORE_THAN_AGES
    return ["age"] if small or how != CountedHow.TOLD else list(DIMENSIONS)


def as_allowed(people: People, total: int | None) -> dict:
    """Without what a room of `total` people may not be counted by."""
    return {dimension: dict(people[dimension]) for dimension in dimensions_for(total) if people.get(dimension)}


def problems(people: People, *, total: int | None, under_18s: bool | None, how: str) -> list[tuple[str, str]]:
    """What does not agree: (dimension, or "how", sentence)."""
    found = []
    if people and not how:
        found.append(("how", "Tell us how you counted"))
    for dimension, counts in people.items():
        together = sum(counts.values())
        if dimension not in dimensions_for(total, how or CountedHow.TOLD):
            found.append((dimension, _may_not(total)))
        elif total is not None and together > total:
            found.append((dimension, f"These are {together} people together, and {total} took part. Count again"))
    young = sum(people.get("age", {}).get(band, 0) for band in UNDER_18)
    if young and under_18s is False:
        found.append(("age", "You told us that nobody under 18 took part. Change it there, or here"))
    return found


def _may_not(total: int | None) -> str:
    if (total or 0) < LEAST_FOR_MORE_THAN_AGES:
        return f"Count only ages where fewer than {LEAST_FOR_MORE_THAN_AGES} people came: a small room points at people"
    return "Leave this empty, unless people told you themselves. Nobody can see it in another person"


def not_stated(people: People, dimension: str, total: int) -> int:
    """How many of `total` are in none of the categories."""
    return total - sum(people.get(dimension, {}).values())
