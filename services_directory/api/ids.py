"""Ids of things that have no id of their own in our tables. The same thing has the same id everywhere, for ever."""

import uuid

_OURS = uuid.UUID("6f0b6d5c-3c0e-5d0a-9a55-6a1f7c5f3d21")


def of_word(kind: str, code: str = "") -> uuid.UUID:
    """The id of one of our vocabularies (`kind` alone) or of a word in it."""
    return uuid.uuid5(_OURS, f"{kind}/{code}" if code else kind)


def of_part(owner: uuid.UUID, name: str) -> uuid.UUID:
    """The id of a part that its owner has once, such as the address of a place."""
    return uuid.uuid5(owner, name)


# Stands in for a provider that nobody knows yet, because the standard wants each service to have one.
UNKNOWN_ORGANISATION = of_word("organisation-not-known")
