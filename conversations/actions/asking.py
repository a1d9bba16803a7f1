"""Asking for a conversation, and answering."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from common import audit
from common.models import Ward
from conversations.models import ConversationRequest
from conversations.permissions import can_answer_requests


@transaction.atomic
def ask_for_conversation(*, key: str, wish: str, email: str, group: str, ward: Ward | None) -> ConversationRequest:
    """Store the wish of an adult. The same form sent twice is one request."""
    request, _ = ConversationRequest.objects.get_or_create(
        key=key, defaults={"wish": wish, "email": email, "group": group, "ward": ward}
    )
    return request


@transaction.atomic
def answer_request(*, request: ConversationRequest, by: User) -> None:
    """Somebody has answered: the address is not needed any more, and goes."""
    if not can_answer_requests(by):
        raise PermissionDenied
    request = ConversationRequest.objects.select_for_update().get(pk=request.pk)
    if request.answered_at is None:
        request.answered_at, request.answered_by, request.email = timezone.now(), by, ""
        request.save(update_fields=["answered_at", "answered_by", "email"])
        audit.record("request for a conversation answered", actor=by, thing=request)
