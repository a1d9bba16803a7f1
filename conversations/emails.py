"""Mail about conversations. It holds a reference and a link, never a word of what was said."""

from accounts.models import User
from accounts.roles import Role
from common import outbox
from conversations.models import Conversation, SafetyPointer


def tell_sent_back(conversation: Conversation) -> None:
    outbox.queue(
        "conversations/emails/sent_back",
        key=f"{conversation.reference}-{conversation.saved_at:%Y%m%d%H%M%S}",
        to=conversation.facilitator.email,
        context={"conversation": conversation},
    )


def tell_safeguarding(pointer: SafetyPointer) -> None:
    """Tell the safeguarding lead and deputy that a facilitator rang somebody."""
    for user in User.objects.filter(is_active=True, groups__name__in=[Role.SAFEGUARDING, Role.DEPUTY]).distinct():
        outbox.queue(
            "conversations/emails/somebody_was_rung",
            key=f"{pointer.pk}-{user.pk}",
            to=user.email,
            context={"pointer": pointer, "conversation": pointer.conversation},
        )
