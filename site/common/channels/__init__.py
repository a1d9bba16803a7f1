"""The ways to a person: mail, and text messages where they are configured. Each module has the same two functions.

`can_send()` says whether this installation has it. `send(message, words)` hands one message of the outbox on, or
raises: `Undeliverable` when no later try can help, anything else when one may.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """What a message says, opened. `files` are (name, text, MIME type)."""

    text: str
    html: str = ""
    files: Sequence[tuple[str, str, str]] = ()


class Undeliverable(Exception):
    """It will never arrive: the number does not exist, say. Trying again would only cost."""
