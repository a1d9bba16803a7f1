"""Publish tables as a dated snapshot that obeys rule 7 together with every snapshot before it."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from common import audit
from common.disclosure import NotPublishable, Table, check_release, protect
from common.disclosure.formats import as_json
from common.models import Release


@transaction.atomic
def publish(*, series: str, tables: Sequence[Table], on: date, by=None, conversations: int | None = None) -> Release:
    """Store what may be shown of `tables`. Raises NotPublishable with a sentence that says what to do."""
    before = list(Release.objects.select_for_update().order_by("on"))
    own = [release for release in before if release.series == series]
    if own and on <= own[-1].on:
        raise NotPublishable("A release of this day or a later one is out already. Its numbers stay as they are.")
    came = None
    if conversations is not None and own and own[-1].conversations is not None:
        # Withdrawn ones count as well: with one fewer, the difference would be about that one.
        came = abs(conversations - own[-1].conversations)
    shown = [protect(table) for table in tables]
    check_release(shown, earlier=[table for release in before for table in release.shown], new_conversations=came)
    release = Release.objects.create(
        series=series, on=on, by=by, conversations=conversations, tables=[as_json(table) for table in shown]
    )
    audit.record("figures published", actor=by, thing=release)
    return release
