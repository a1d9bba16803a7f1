"""Counting off the records of a page. A large directory is counted once for the many pages that a partner reads.

To count 20,000 services takes longer than to write fifty of them. So the keys of everything are kept for a few
seconds in the memory of each process, like the search's index; what somebody searched for is never kept. Whoever
reads the records looks them up again under the rule of what may be seen.
"""

import time
from array import array
from collections.abc import Sequence

from django.db.models import QuerySet

from services_directory.api.parameters import Asked
from services_directory.search.current import LOOK_AGAIN_SECONDS, MANY

_kept: dict[str, tuple[float, Sequence[int]]] = {}


class Counted:
    """How many records of a kind there are, and the keys of those from one place in the order to another."""

    def __init__(self, kind: str, found: QuerySet, asked: Asked):
        self._found = found
        self._keys = _everything(kind, found) if asked.narrows_nothing else None
        self.total = len(self._keys) if self._keys is not None else found.count()

    def keys(self, start: int, end: int) -> list[int]:
        rows = self._found.values_list("pk", flat=True) if self._keys is None else self._keys
        return list(rows[start:end])


def _everything(kind: str, found: QuerySet) -> Sequence[int]:
    """All keys in their order; in a large directory at most a few seconds old."""
    at, keys = _kept.get(kind, (0.0, ()))
    if keys and time.monotonic() - at < LOOK_AGAIN_SECONDS:
        return keys
    keys = array("q", found.values_list("pk", flat=True)[: MANY + 1])
    if len(keys) <= MANY:
        _kept.pop(kind, None)
        return keys
    keys = array("q", found.values_list("pk", flat=True).iterator())
    _kept[kind] = time.monotonic(), keys
    return keys
