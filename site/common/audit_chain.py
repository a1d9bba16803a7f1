"""The log as a chain: each line's digest covers the line before it, and a signed checkpoint says where it ends.

Lines are sealed a little after they are written, by the clock, and not with them: a chain that was made in the
transaction of every deed would make all deeds wait for each other.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from django.core.signing import BadSignature, Signer
from django.db import transaction

from common.models import AuditCheckpoint, AuditEntry

_SIGNER_SALT = "common.audit_chain"
# Where the chain starts, and what a log says that was never cut.
BEGINNING = (0, "")
_LINES = AuditEntry._base_manager  # the one door past "append only"


class ChainBroken(Exception):
    """The log is not what was written. The message is a sentence that says where."""


@dataclass(frozen=True)
class Whole:
    """The log is as it was written: how many lines were checked, how many wait to be sealed, and where it ends."""

    checked: int
    waiting: int
    number: int
    digest: str


def seal() -> int:
    """Number and digest the lines that have none, oldest first. Gives how many. Twice at once seals each line once."""
    with transaction.atomic():
        head = _head_for_update()
        number, digest = head.number, head.digest
        entries = list(_LINES.filter(number=None).order_by("pk"))
        for entry in entries:
            number += 1
            digest = _digest(digest, number, entry)
            _LINES.filter(pk=entry.pk).update(number=number, digest=digest)
        if entries:
            head.number, head.digest, head.signature = number, digest, _signature(number, digest)
            head.save()
    return len(entries)


def check() -> Whole:
    """Read the whole log and follow the chain. Raises ChainBroken."""
    number, digest = _start()
    checked = 0
    for entry in _LINES.exclude(number=None).order_by("number").iterator(chunk_size=2000):
        number += 1
        if entry.number != number:
            raise ChainBroken(f"Line {number} of the log is missing.")
        if entry.digest != (digest := _digest(digest, number, entry)):
            raise ChainBroken(f"Line {number} of the log was changed after it was written.")
        checked += 1
    if _end() != (number, digest):
        raise ChainBroken(f"The log ends at line {number}, and that is not where it was sealed.")
    return Whole(checked, _LINES.filter(number=None).count(), number, digest)


def cut(*, until: datetime) -> int:
    """Take away the sealed lines from before `until`, behind a signed checkpoint. Gives how many.

    Only a whole log is cut: raises ChainBroken where lines were changed, because cutting would hide it.
    """
    with transaction.atomic():
        _head_for_update()
        check()
        kept = _LINES.exclude(number=None).filter(at__gte=until).order_by("number").first()
        old = _LINES.exclude(number=None)
        if kept is not None:
            old = old.filter(number__lt=kept.number)
        last = old.order_by("number").last()
        if last is None or last.number is None:
            return 0
        signature = _signature(last.number, last.digest, "cut")
        AuditCheckpoint.objects.create(number=last.number, digest=last.digest, signature=signature, cut=True)
        return old.delete()[0]


def _head_for_update() -> AuditCheckpoint:
    """The row that says where the log ends, locked: sealing and cutting wait for each other."""
    number, digest = BEGINNING
    AuditCheckpoint.objects.get_or_create(
        cut=False, defaults={"number": number, "digest": digest, "signature": _signature(number, digest)}
    )
    return AuditCheckpoint.objects.select_for_update().get(cut=False)


def _start() -> tuple[int, str]:
    begins = AuditCheckpoint.objects.filter(cut=True).last()
    return _signed(begins) if begins else BEGINNING


def _end() -> tuple[int, str]:
    ends = AuditCheckpoint.objects.filter(cut=False).first()
    return _signed(ends) if ends else BEGINNING


def _digest(before: str, number: int, entry: AuditEntry) -> str:
    """SHA-256 over the digest before and everything that the line says."""
    at = entry.at.astimezone(UTC).isoformat()
    line = [before, number, at, entry.actor_id, entry.action, entry.thing, entry.thing_id, entry.reason]
    return hashlib.sha256(json.dumps(line, ensure_ascii=False).encode()).hexdigest()


def _signature(number: int, digest: str, kind: str = "end") -> str:
    return Signer(salt=_SIGNER_SALT).signature(f"{kind}:{number}:{digest}")


def _signed(checkpoint: AuditCheckpoint) -> tuple[int, str]:
    """The line that it names. Raises ChainBroken where somebody without our secret wrote it."""
    signer = Signer(salt=_SIGNER_SALT)
    try:
        kind = "cut" if checkpoint.cut else "end"
        signer.unsign(f"{kind}:{checkpoint.number}:{checkpoint.digest}{signer.sep}{checkpoint.signature}")
    except BadSignature as forged:
        raise ChainBroken(f"The checkpoint at line {checkpoint.number} is not signed by us.") from forged
    return checkpoint.number, checkpoint.digest
