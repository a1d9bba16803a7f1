"""Small numbers never show (rule 7). Everything that leaves the analyst's desk goes through here.

One number: `count_of_people`, `count_of_conversations`. A whole table: `protect(Table(...))`, which gives a `Shown`
that holds no true number, and which `formats` turns into rows, bars, CSV, JSON and words. Several tables, and those
of earlier days: `check_release`. How it works, and what was tried against it: docs/small-numbers.md.
"""

from common.disclosure.counts import (
    LEAST_CONVERSATIONS,
    LEAST_FOR_A_SHARE,
    SMALL,
    count_of_conversations,
    count_of_people,
    share_of,
)
from common.disclosure.releases import NotPublishable, check_release
from common.disclosure.tables import WITHHELD, Shown, Table, protect

__all__ = [
    "LEAST_CONVERSATIONS",
    "LEAST_FOR_A_SHARE",
    "SMALL",
    "WITHHELD",
    "NotPublishable",
    "Shown",
    "Table",
    "check_release",
    "count_of_conversations",
    "count_of_people",
    "protect",
    "share_of",
]
