"""How long things are kept: one table of rules. Each app adds its own, and the clock carries them out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Rule:
    """What is kept, why, and for how long. Source: the data protection officer's table of what is kept.

    A promised period stands on our own pages, so it holds from the first day and only a new release changes it. Any
    other is a proposal: the officer sees how much is older, sets the number of days, and says yes before anything goes.
    """

    slug: str
    what: str
    why: str
    # From the moment that `what` names. None: it has no end here, and `why` says who decides.
    days: int | None
    promised: bool = False
    # How many records are older than a moment; and take them away, giving how many.
    due: Callable[[datetime], int] = lambda until: 0
    forget: Callable[[datetime], int] = lambda until: 0


_RULES: dict[str, Rule] = {}


def register(*rules: Rule) -> None:
    """Called once by each app when it is ready."""
    _RULES.update({rule.slug: rule for rule in rules})


def all_rules() -> list[Rule]:
    return list(_RULES.values())


def rule_of(slug: str) -> Rule:
    """Raises KeyError for a slug that no app knows."""
    return _RULES[slug]
