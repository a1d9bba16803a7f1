"""What this app holds about a person. Notes name nobody, so there is little."""

from common.rights import Facts, Source
from common.rights.sources import account_of
from conversations.models import Conversation, ConversationRequest, Follower


def _requests(contact: str) -> list[Facts]:
    return [
        {"Wish": request.get_wish_display(), "Email": request.email, "Group": request.group,
         "Asked": f"{request.asked_at:%-d %B %Y}"}
        for request in ConversationRequest.objects.filter(email__iexact=contact)
    ]  # fmt: skip


def _followed(contact: str) -> list[Facts]:
    """That they follow, and since when. Which conversation it was says where they were, and is left out."""
    return [
        {"Email": one.email, "Since": f"{one.since:%-d %B %Y}"}
        for one in Follower.objects.filter(email__iexact=contact)
    ]


def _led(contact: str) -> list[Facts]:
    user = account_of(contact)
    mine = Conversation.objects.filter(facilitator=user) if user else Conversation.objects.none()
    return [{"Conversation": one.reference, "On": f"{one.held_on:%-d %B %Y}"} for one in mine]


SOURCES = [
    Source(
        "requests", "Asking for a conversation", _requests,
        lambda contact: ConversationRequest.objects.filter(email__iexact=contact).delete()[0],
        contacts=lambda: ConversationRequest.objects.values_list("email", flat=True),
    ),
    Source(
        "followers", "Hearing what came of a conversation", _followed,
        lambda contact: Follower.objects.filter(email__iexact=contact).delete()[0],
        contacts=lambda: Follower.objects.values_list("email", flat=True),
    ),
    Source(
        "led", "Conversations that they led", _led, lambda contact: 0,
        stays="The notes, which name nobody: they are what the borough said (public task).",
    ),
]  # fmt: skip
