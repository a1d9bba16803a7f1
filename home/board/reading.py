"""What the board's page and its printed pack say: aggregates only, by rule 7. Neither ranks people or places."""

from dataclasses import dataclass

from django.utils import timezone

from champions.choices import RoleKind
from champions.models import DatedRole, Workshop
from common.disclosure import count_of_conversations, count_of_people
from conversations import thread
from conversations.choices import ActionStatus, Horizon
from conversations.models import Action, Conversation, Decision, Indicator, PriorityPage, Risk, StrategyVersion, Theme
from conversations.seeing.coverage import coverage

THEMES_SHOWN = 12


@dataclass(frozen=True)
class Reach:
    """Of one way to part the borough: how many groups were heard, and those that nobody has heard yet, by name."""

    label: str
    heard: int
    groups: int
    not_yet: list[str]


def everything() -> dict:
    """The whole page."""
    actions = list(Action.objects.for_lists())
    return {
        "today": timezone.localdate(),
        "stats": activity(),
        "answered": thread.share_answered(),
        "reach": reach(),
        "themes": most_heard(),
        "priorities": PriorityPage.objects.live().standing().for_lists(),
        "statuses": ActionStatus.labels,
        "horizons": by_horizon_and_status(actions),
        "held_up": [action for action in actions if action.status == ActionStatus.DELAYED or action.is_late],
        "indicators": Indicator.objects.for_lists(),
        "risks": Risk.objects.open().select_related("priority"),
        "decisions": Decision.objects.due(),
        "proposed": StrategyVersion.objects.waiting_for_the_board().defer("content"),
    }


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


def reach() -> list[Reach]:
    """Whom we have heard and whom not yet, in the order of names: it says where to go next, and blames nowhere."""
    return [
        Reach(label, sum(bool(group.number) for group in groups), len(groups), sorted(
            group.name for group in groups if not group.number))
        for label, groups in coverage()
    ]  # fmt: skip


def most_heard() -> list[Theme]:
    """What most conversations spoke about, and where it leads."""
    themes = Theme.objects.said().in_use().with_conversations_counted().with_answers()
    return list(themes.filter(conversation_count__gt=0).order_by("-conversation_count", "order")[:THEMES_SHOWN])


def by_horizon_and_status(actions: list[Action]) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """(code, horizon, (status, number) …), where there are any. Actions are not people, so the numbers are exact."""
    return [
        (horizon.value, horizon.label, [
            (status.value, sum(one.horizon == horizon and one.status == status for one in actions))
            for status in ActionStatus
        ])
        for horizon in Horizon
        if any(one.horizon == horizon for one in actions)
    ]  # fmt: skip
