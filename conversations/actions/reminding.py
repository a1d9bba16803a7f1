"""Owners of actions are asked four times a year how it goes."""

from django.utils import timezone

from conversations import emails
from conversations.models import Action


def remind_owners() -> int:
    """Write to the owner of each open action at which nobody has looked for three months. Gives how many were asked.

    Whoever does not answer is asked again after a month.
    """
    today = timezone.localdate()
    asked = list(Action.objects.to_ask_about(today))
    for action in asked:
        emails.remind_owner(action, today.replace(day=1))
    return len(asked)
