"""The menus of the workspace: to each reader what they may open, and no link that would be refused."""

from collections.abc import Callable

from django import template
from django.urls import reverse

from accounts.models import User
from conversations.permissions import (
    can_answer_requests,
    can_decide_strategy,
    can_export_reasons,
    can_lead_cohorts,
    can_type_in,
    can_write_strategy,
    is_coder,
    may_see_strategy,
    may_see_workspace,
)

register = template.Library()
Room = tuple[str, str, str, Callable[[User], bool]]


def _steers(user: User) -> bool:
    return can_write_strategy(user) or can_decide_strategy(user)


WORKSPACE: list[Room] = [
    ("conversations", "Conversations", "conversations:workspace_conversations", may_see_workspace),
    ("coding", "Coding", "conversations:coding", is_coder),
    ("themes", "Themes", "conversations:workspace_themes", may_see_workspace),
    ("seeing", "What we hear", "conversations:what_we_hear", may_see_workspace),
    ("codebook", "Codebook", "conversations:codebook", may_see_workspace),
    ("priorities", "Priorities", "conversations:workspace_priorities", may_see_strategy),
]
STRATEGY: list[Room] = [
    ("priorities", "Priorities", "conversations:workspace_priorities", may_see_strategy),
    ("actions", "Actions", "conversations:strategy_actions", may_see_strategy),
    ("measures", "Measures", "conversations:indicators", may_see_strategy),
    ("learning", "What we learned", "conversations:learning", may_see_strategy),
    ("evidence", "Evidence", "conversations:records", may_see_strategy),
    ("editions", "Editions", "conversations:editions", may_see_strategy),
    ("board", "The board’s page", "board", _steers),
]
DESK: list[Room] = [
    ("type_in", "Type in a note for somebody", "conversations:type_in", can_type_in),
    ("cohorts", "Facilitators", "conversations:cohorts", can_lead_cohorts),
    ("requests", "Requests for a conversation", "conversations:requests", can_answer_requests),
    ("corrections", "Changes asked for", "conversations:waiting_corrections", may_see_workspace),
    ("reasons", "Reasons (CSV)", "conversations:reasons", can_export_reasons),
]


def _open_to(user: User, rooms: list[Room], here: str = "") -> list[tuple[bool, str, str]]:
    return [(name == here, text, reverse(view)) for name, text, view, may in rooms if may(user)]


@register.inclusion_tag("conversations/_menu.html", takes_context=True)
def workspace_menu(context: dict, here: str) -> dict:
    """The rooms of the workspace, with `here` marked."""
    return {"label": "Workspace", "rooms": _open_to(context["request"].user, WORKSPACE, here)}


@register.inclusion_tag("conversations/_menu.html", takes_context=True)
def strategy_menu(context: dict, here: str) -> dict:
    """The rooms of the strategy, with `here` marked."""
    return {"label": "Strategy", "rooms": _open_to(context["request"].user, STRATEGY, here)}


@register.simple_tag(takes_context=True)
def desk_links(context: dict) -> list[tuple[bool, str, str]]:
    """What lies on the desk beside the conversations."""
    return _open_to(context["request"].user, DESK)
