""" "My list": services that somebody wants to come back to. Nothing is stored, here or on the phone.

The list is a link of neutral codes that the pages carry along. Who has the link has the list, and nobody else does.
"""

import re
from dataclasses import dataclass

from django.urls import reverse

PARAMETER = "mine"
# As many as fit on one sheet of paper.
MOST = 10
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_CODE = re.compile(r"^[0-9a-z]{1,8}$")


@dataclass(frozen=True)
class MyList:
    """The services of a list, by key, in the order in which they were put on it."""

    keys: tuple[int, ...] = ()

    @classmethod
    def read(cls, codes: str) -> "MyList":
        """The list that a link carries. What is no code is left out, and what is too much is cut."""
        keys = [int(code, 36) for code in codes[:200].lower().split("-") if _CODE.match(code)]
        return cls(tuple(dict.fromkeys(keys))[:MOST])

    @property
    def codes(self) -> str:
        return "-".join(_in_letters(key) for key in self.keys)

    @property
    def query(self) -> str:
        """What a link to another page adds, so that the list is still there; nothing for an empty list."""
        return f"?{PARAMETER}={self.codes}" if self.keys else ""

    @property
    def address(self) -> str:
        return reverse("services_directory:my_list", args=[self.codes] if self.keys else [])

    @property
    def is_full(self) -> bool:
        return len(self.keys) >= MOST

    def with_service(self, key: int) -> "MyList":
        return MyList(tuple(dict.fromkeys((*self.keys, key))))

    def without_service(self, key: int) -> "MyList":
        return MyList(tuple(kept for kept in self.keys if kept != key))


def _in_letters(key: int) -> str:
    letters = ""
    while key:
        key, digit = divmod(key, 36)
        letters = _DIGITS[digit] + letters
    return letters or "0"
