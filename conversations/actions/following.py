"""People who took part hear when something has come of it: facilitators, and whoever has the card and asked."""

import hashlib
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from conversations import emails, thread
from conversations.models import Conversation, Follower, Told

# However much happens, nobody gets more than one mail a week about a conversation.
AT_MOST_EVERY = timedelta(days=7)


@transaction.atomic
def follow(*, conversation: Conversation, email: str) -> Follower:
    """Keep the address until its owner stops it, and write to it once now, so that whoever did not ask can stop it."""
    follower, created = Follower.objects.get_or_create(conversation=conversation, email=email.strip().lower())
    if created:
        emails.tell_you_follow(follower)
    return follower


@transaction.atomic
def stop_following(*, follower: Follower) -> None:
    follower.delete()


def tell_what_came_of_it() -> int:
    """Write to those whose conversation has news since they were told last. Gives how many conversations had some.

    What is compared is what came of it, and not what was done to get there: themes that were merged, or a priority
    that another one follows, are news only where the answer is a different one.
    """
    now = timezone.now()
    last = {told.conversation_id: told for told in Told.objects.all()}
    number = 0
    for conversation_id, answer in thread.outcomes().items():
        fingerprint = hashlib.sha256(answer.encode()).hexdigest()
        told = last.get(conversation_id)
        if told is not None and (told.fingerprint == fingerprint or now - told.at < AT_MOST_EVERY):
            continue
        number += _tell(conversation_id, fingerprint, is_first=told is None and not answer)
    return number


@transaction.atomic
def _tell(conversation_id: int, fingerprint: str, *, is_first: bool) -> bool:
    """Note it, and tell those whom it is about. Before there is any answer, nobody is told that there is none."""
    conversation = Conversation.objects.select_for_update().get(pk=conversation_id)
    Told.objects.update_or_create(
        conversation=conversation, defaults={"fingerprint": fingerprint, "at": timezone.now()}
    )
    if is_first or not conversation.is_counted:
        return False
    emails.tell_news(conversation, fingerprint[:12])
    return True
