"""The demonstration's codebook, pages, priorities, actions and links."""

from datetime import date, timedelta

from django.utils import timezone

from accounts.models import User
from champions.models import Initiative
from common.models import EcologicalLevel
from conversations.demo.codebook import ACTIONS, AIMS, NOT_TAKEN_FORWARD, PRIORITIES, REASONS, THEMES
from conversations.demo.meanings import MEANINGS
from conversations.models import (
    Action,
    Aim,
    ConversationsPage,
    NotTakenForward,
    PriorityPage,
    StrategyIndexPage,
    Theme,
    ThreadLink,
)

NOTICE = "Demonstration content. The conversations, figures, owners and dates here are invented."


def codebook() -> dict[str, Theme]:
    levels = {level.code: level for level in EcologicalLevel.objects.all()}
    for order, (code, name, kind, level, description) in enumerate(THEMES):
        when_to_use, when_not, example_words = MEANINGS.get(code, ("", "", ""))
        Theme.objects.get_or_create(
            code=code,
            defaults={
                "name": name,
                "kind": kind,
                "level": levels.get(level),
                "description": description,
                "when_to_use": when_to_use,
                "when_not": when_not,
                "example_words": example_words,
                "order": order,
            },
        )
    for order, (code, name) in enumerate(AIMS):
        Aim.objects.get_or_create(code=code, defaults={"name": name, "order": order})
    return {theme.code: theme for theme in Theme.objects.all()}


def pages(root) -> list[PriorityPage]:
    """The landing pages and the five priorities, under the home page. Pages that are there stay as they are."""
    _page(root, ConversationsPage, "conversations", title="Conversations", notice=NOTICE, intro=(
        "Violence is preventable, and people who live here hold half of the answer. "
        "In a community conversation, neighbours say what already works, what causes harm and what would help."
    ), summary="What people across the borough say about safety, and how to join in.")  # fmt: skip
    strategy = _page(root, StrategyIndexPage, "strategy", title="Our strategy", notice=NOTICE, intro=(
        "What people said, what we understood, what we will do in 3, 5 and 10 years, and what changed. "
        "Follow any part of it back to the conversations."
    ), summary="A community strategy for 3, 5 and 10 years, made from what people said.")  # fmt: skip
    aims = {aim.code: aim for aim in Aim.objects.all()}
    return [_priority(strategy, aims, **fields) for fields in PRIORITIES]


def _page(parent, model, slug: str, **fields):
    there = model.objects.child_of(parent).filter(slug=slug).first()
    return there or parent.add_child(instance=model(slug=slug, **fields))


def _priority(strategy, aims: dict, *, slug: str, aim: str, themes: dict, **fields) -> PriorityPage:
    return _page(strategy, PriorityPage, slug, aim=aims[aim], notice=NOTICE, **fields)


def actions(priorities: list[PriorityPage]) -> None:
    for order, (code, place, title, partners, status, reason, months) in enumerate(ACTIONS):
        Action.objects.get_or_create(code=code, defaults={
            "priority": priorities[place], "title": title, "partners": partners, "status": status,
            "status_reason": reason, "owner": priorities[place].owner_role, "order": order,
            "due": _months_from_now(months), "horizon": "3" if months <= 18 else "5",
            "owner_email": "owner@demo.example", "looked_at": timezone.localdate(),
        })  # fmt: skip


def begun() -> None:
    """Two of what people have begun belong to the first action of the first priority."""
    action = Action.objects.filter(priority__isnull=False).order_by("priority__path", "order").first()
    if action and not action.initiatives.exists():
        action.initiatives.set(Initiative.objects.shown().filter(title__startswith="Demo ")[:2])


def links(themes: dict[str, Theme], priorities: list[PriorityPage], by: User) -> None:
    for page, fields in zip(priorities, PRIORITIES, strict=True):
        for code, kind in fields["themes"].items():
            ThreadLink.objects.get_or_create(
                theme=themes[code], priority=page, kind=kind, defaults={"reason": REASONS[kind], "by": by}
            )
    for code, reason in NOT_TAKEN_FORWARD.items():
        NotTakenForward.objects.get_or_create(theme=themes[code], defaults={"reason": reason, "by": by})


def _months_from_now(months: int) -> date:
    return timezone.localdate() + timedelta(days=30 * months)
