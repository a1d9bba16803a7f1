"""Invented numbers of people: most of a room by age, part of it by gender and ethnic group, some of them not told."""

import random

from conversations.choices import CountedHow
from conversations.people import DIMENSIONS, UNDER_18, dimensions_for

WEIGHTS = {"age": [0, 6, 8, 14, 16, 22, 20, 14], "gender": [58, 40, 2], "ethnicity": [9, 36, 12, 38, 5]}


def people_of(total: int, *, under_18s: bool, seed: int) -> dict:
    """The fields of a conversation of `total` people. The same `seed` gives the same numbers."""
    chance = random.Random(seed)  # noqa: S311 - the same every time is the point
    if chance.random() < 0.2:
        return {}
    counted = CountedHow.TOLD if chance.random() < 0.7 else CountedHow.SEEN
    people = {}
    for dimension in dimensions_for(total, counted):
        known = [category for category in DIMENSIONS[dimension] if under_18s or category not in UNDER_18]
        weights = dict(zip(DIMENSIONS[dimension], WEIGHTS[dimension], strict=True))
        told = chance.choices(known, [weights[category] for category in known], k=total - chance.randrange(3))
        people[dimension] = {category.value: told.count(category) for category in known if category in told}
    return {"people": people, "people_counted": counted}
