"""Staff quietly keep two people apart. The log says that it was done, and neither who nor why."""

from django.db import transaction

from champions.models import KeptApart
from common import audit


@transaction.atomic
def keep_apart(*, one: str, other: str, by) -> KeptApart:
    """From now on these two addresses are never given places at the same workshop. A second time is harmless.

    Places that both have already stay theirs: staff see it on "Who has booked", and speak to them.
    """
    first, second = sorted([one.lower(), other.lower()])
    pair, created = KeptApart.objects.get_or_create(one=first, other=second, defaults={"noted_by": by})
    if created:
        audit.record("two people kept apart", actor=by, thing=pair)
    return pair


@transaction.atomic
def let_meet(*, pair: KeptApart, by) -> None:
    """They may come to the same workshop again. Those who wait are asked at the next look at the lists."""
    audit.record("two people not kept apart any more", actor=by, thing=pair)
    pair.delete()
