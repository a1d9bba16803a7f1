"""What happens to conversations by themselves, once a day. Reading never depends on it."""

from django.db import transaction
from django.utils import timezone

from conversations import emails
from conversations.models import Conversation
from conversations.models.conversations import DAYS_UNTIL_OVERDUE
from conversations.states import State, move


def look_at_conversations() -> tuple[int, int]:
    """Say of plans whose day is over that notes are due, and remind facilitators. Gives the numbers of both.

    Running it often, or twice at once, reminds nobody twice.
    """
    over = Conversation.objects.filter(state=State.PLANNED, held_on__lt=timezone.localdate())
    held = sum(_is_held(key) for key in over.values_list("pk", flat=True))
    reminded = sum(
        emails.remind_to_tell(one) for one in Conversation.objects.to_be_told().select_related("facilitator")
    )
    for days in DAYS_UNTIL_OVERDUE:
        late = Conversation.objects.overdue(days).select_related("facilitator")
        reminded += sum(emails.remind_of_note(one, days) for one in late)
    return held, reminded


@transaction.atomic
def _is_held(key: int) -> bool:
    # Read again, because its facilitator may have begun to write, or called it off, since the list was made.
    conversation = Conversation.objects.select_for_update().get(pk=key)
    if conversation.state != State.PLANNED:
        return False
    move(conversation, State.HELD)
    conversation.save(update_fields=["state"])
    return True
