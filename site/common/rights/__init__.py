"""What we hold about one person, across all apps: each adds its own sources, and the officer asks them together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Facts = dict[str, str]


@dataclass(frozen=True)
class Source:
    """One kind of record that may be about somebody who is known by `contact`.

    A contact is an email address in small letters, or a mobile number like +447700900123.
    """

    slug: str
    what: str
    # What each record says about them, and never about anybody else.
    find: Callable[[str], list[Facts]]
    # Take the person out of the records; how many were changed.
    erase: Callable[[str], int]
    # Every contact that the records of this kind hold.
    contacts: Callable[[], Iterable[str]] = tuple
    # What stays afterwards, and by what right.
    stays: str = ""
    # Not in their own file, because it would tell about somebody else; `stays` gives the law.
    is_withheld: bool = False


_LATE = ("account", "mail")
_SOURCES: dict[str, Source] = {}


def register(*sources: Source) -> None:
    """Called once by each app when it is ready."""
    _SOURCES.update({source.slug: source for source in sources})


def all_sources() -> list[Source]:
    """The account comes late, because others are found by its address; mail last: the others may write some more."""
    return sorted(_SOURCES.values(), key=lambda source: _LATE.index(source.slug) if source.slug in _LATE else -1)
