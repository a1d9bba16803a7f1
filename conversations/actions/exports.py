"""Raw words leave only when two people say so, and every step is in the log (L4)."""

from typing import IO

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from conversations.codebook.project import write_qdpx
from conversations.models import Conversation, RawExport
from conversations.permissions import can_approve_export, can_ask_for_export, can_take_export


class ExportRefused(Exception):
    """Why it cannot be done now, in a sentence."""


@transaction.atomic
def ask_for_export(*, by: User, purpose: str) -> RawExport:
    if not can_ask_for_export(by):
        raise PermissionDenied
    export = RawExport.objects.create(asked_by=by, purpose=purpose)
    audit.record("raw export asked for", actor=by, thing=export)
    return export


@transaction.atomic
def approve_export(*, export: RawExport, by: User) -> RawExport:
    """Raises ExportRefused when it was decided or lapsed in the meantime."""
    export = RawExport.objects.select_for_update(of=("self",)).select_related("asked_by").get(pk=export.pk)
    if not can_approve_export(by, export):
        raise PermissionDenied
    if not export.is_waiting:
        raise ExportRefused("Nothing waits here any more. Somebody allowed it already, or it is more than a week old.")
    export.approved_by, export.approved_at = by, timezone.now()
    export.save()
    audit.record("raw export allowed", actor=by, thing=export)
    return export


@transaction.atomic
def take_export(*, export: RawExport, by: User, file: IO[bytes]) -> None:
    """Write the project into `file`: the conversations that count at this moment, and that are not kept from `by`.

    Raises ExportRefused.
    """
    if not can_take_export(by, export):
        raise PermissionDenied
    if not export.is_open:
        raise ExportRefused("This export is closed. Ask for a new one.")
    conversations = Conversation.objects.counted().open_to(by).order_by("pk")
    if not conversations.exists():
        raise ExportRefused("No conversation counts yet, so there is nothing to export.")
    write_qdpx(file, conversations=conversations, watermark=export.watermark)
    RawExport.objects.filter(pk=export.pk).update(taken_at=timezone.now())
    audit.record("raw export taken", actor=by, thing=export)
