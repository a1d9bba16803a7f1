"""A talk after a hard session: asked for, and had."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from conversations import emails
from conversations.models import Conversation, Debrief
from conversations.permissions import can_lead_cohorts, is_own


@transaction.atomic
def ask_for_debrief(*, conversation: Conversation, by: User, how: str) -> Debrief:
    """Ask for a talk. Asking again while it waits changes how. Training that lapsed takes no talk away."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if not is_own(by, conversation):
        raise PermissionDenied
    debrief, is_new = Debrief.objects.update_or_create(
        conversation=conversation, held_at=None, defaults={"how": how, "asked_by": by}
    )
    if is_new:
        emails.tell_debrief_asked(debrief)
    return debrief


@transaction.atomic
def debrief_held(*, debrief: Debrief, by: User) -> Debrief:
    """Note that the talk was had. Noting it twice is noting it once."""
    if not can_lead_cohorts(by):
        raise PermissionDenied
    debrief = Debrief.objects.select_for_update().get(pk=debrief.pk)
    if debrief.held_at is None:
        debrief.held_at, debrief.held_by = timezone.now(), by
        debrief.save(update_fields=["held_at", "held_by"])
        audit.record("debrief held", actor=by, thing=debrief)
    return debrief
