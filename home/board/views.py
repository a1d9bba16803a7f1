"""Aggregates only: whoever opens this sees no note and no name (B1), and no small number (rule 7)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.doors import for_roles
from accounts.roles import Role
from champions.choices import RoleKind
from champions.models import DatedRole, Workshop
from common.disclosure import count_of_conversations, count_of_people
from conversations import thread
from conversations.choices import ActionStatus
from conversations.models import Action, Conversation, PriorityPage


@for_roles(Role.BOARD, Role.OWNER, Role.COORDINATOR, Role.ANALYST)
def board(request: HttpRequest) -> HttpResponse:
    actions = list(Action.objects.select_related("priority"))
    return render(
        request,
        "home/board.html",
        {
            "stats": activity(),
            "priorities": PriorityPage.objects.live().for_lists(),
            "statuses": by_status(actions),
            "held_up": [action for action in actions if action.status == ActionStatus.DELAYED],
            "answered": thread.share_answered(),
        },
    )


def activity() -> list[dict]:
    """What has been done, as numbers that may be shown."""
    return [
        {"number": count_of_conversations(Conversation.objects.counted().count()), "text": "conversations understood"},
        {"number": str(Workshop.objects.held().count()), "text": "workshops held"},
        {
            "number": count_of_people(DatedRole.objects.of_kind(RoleKind.CHAMPION).active().count()),
            "text": "champions active",
        },
    ]


def by_status(actions: list[Action]) -> list[tuple[str, int]]:
    """How many actions are in each status. Actions are not people, so the numbers are exact."""
    return [(status.label, sum(action.status == status for action in actions)) for status in ActionStatus]
