"""A fresh mail in place of one that did not arrive.

The words of a secret mail are erased once it was sent or given up, and no member of staff ever sees them. So nobody
sends an old mail again: a fresh one is written, with a fresh link, and those that still wait are dropped.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from common.models import OutboxMessage

# Two presses of one button are one wish.
AT_MOST_EVERY = timedelta(minutes=1)

# The beginning of a mail's kind → where staff send such a mail again. Each app says it for its own mails.
_WHERE = {"library": "The person asks for a new code or link on the sign-in page."}


def key_for(thing: str, *, instead_of: Iterable[str]) -> str | None:
    """The key of a fresh mail about `thing`, or None within a minute of the last one.

    Mails of the kinds `instead_of` about it that still wait, or were given up, are dropped: the fresh one says more.

    Call it inside the transaction that holds the lock on the thing, so that two presses are told apart.
    """
    now = timezone.now()
    known = OutboxMessage.objects.about(thing)
    if known.about(f"{thing}:again:").filter(created__gt=now - AT_MOST_EVERY).exists():
        return None
    drop_unsent(thing, kinds=instead_of)
    return f"{thing}:again:{int(now.timestamp())}"


def drop_unsent(thing: str, *, kinds: Iterable[str]) -> None:
    """Give up the mails of these kinds about `thing` that did not go out, and erase what they say."""
    unsent = OutboxMessage.objects.about(thing).waiting_or_failed().filter(kind__in=kinds)
    unsent.update(state=OutboxMessage.State.DROPPED, text="", html="", attachments=[])


def say_where(kind: str, sentence: str) -> None:
    """Tell the list of mail where staff send mails whose kind begins with `kind` again."""
    _WHERE[kind] = sentence


def where(message: OutboxMessage) -> str:
    """What staff do if this mail did not arrive; "" for mail that goes out by itself again."""
    found = [beginning for beginning in _WHERE if message.kind.startswith(beginning)]
    return _WHERE[max(found, key=len)] if found else ""
