"""What a person can do next: one table, from who they are to where they go. First rows come first on the page."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse_lazy
from django.utils.functional import Promise

from accounts.models import User
from accounts.roles import ADMIN_ROLES, Role
from champions.permissions import is_active_champion, is_active_facilitator, is_active_trainer


@dataclass(frozen=True)
class NextStep:
    """A card on the "my" page, shown to those for whom `who` is true."""

    who: Callable[[User], bool]
    title: str
    text: str
    url: Promise


def holds(*roles: Role) -> Callable[[User], bool]:
    return lambda user: user.has_role(*roles)


NEXT_STEPS = [
    NextStep(
        is_active_facilitator,
        "Write up a conversation",
        "Record what people said, one idea at a time. Every screen is saved, so you can stop and come back.",
        reverse_lazy("conversations:mine"),
    ),
    NextStep(
        is_active_trainer,
        "Run a workshop",
        "See who has booked, and mark who came on the day.",
        reverse_lazy("champions:my_workshops"),
    ),
    NextStep(
        holds(Role.SAFEGUARDING, Role.DEPUTY),
        "Check the safety queue",
        "See where a facilitator rang for help after a conversation. It holds no names and no stories.",
        reverse_lazy("conversations:safeguarding"),
    ),
    NextStep(
        holds(Role.COORDINATOR, Role.ANALYST, Role.REDACTOR),
        "Read what came in",
        "Conversations that facilitators have sent, and what people said in them.",
        reverse_lazy("workspace"),
    ),
    NextStep(
        holds(Role.REDACTOR),
        "Check notes for names",
        "Notes in which somebody kept words that may name a person. Nobody else sees them before you.",
        reverse_lazy("conversations:redaction"),
    ),
    NextStep(
        holds(Role.COORDINATOR),
        "Look after workshops",
        "Plan a workshop, open it for booking, and see how full it is.",
        reverse_lazy("champions:workspace_workshops"),
    ),
    NextStep(
        holds(Role.COORDINATOR),
        "Look after the network",
        "Who has joined and where, what champions ask, and who has something to do.",
        reverse_lazy("champions:network_now"),
    ),
    NextStep(
        holds(Role.BOARD, Role.OWNER),
        "See how the strategy is going",
        "What people said, what was decided, and how each action is doing, in five minutes.",
        reverse_lazy("board"),
    ),
    NextStep(
        holds(Role.OWNER),
        "Say how your actions are going",
        "What has changed, what is held up and why. Many at once in Excel, if you like.",
        reverse_lazy("conversations:strategy_actions"),
    ),
    NextStep(
        holds(Role.COORDINATOR, Role.ANALYST, Role.OWNER),
        "Make the strategy",
        "Turn what people said into priorities, see what is missing, and take them to the board.",
        reverse_lazy("conversations:workspace_priorities"),
    ),
    NextStep(
        holds(Role.SAFEGUARDING, Role.DEPUTY),
        "Sign learning off",
        "Learning from deaths and serious harm, before everybody may read it. Nobody may be recognised in it.",
        reverse_lazy("conversations:records"),
    ),
    NextStep(
        holds(Role.COMMS, Role.PUBLISHER, Role.SENSITIVE),
        "Write or check pages",
        "Campaigns and pages that you write, or that wait for your yes.",
        reverse_lazy("wagtailadmin_home"),
    ),
    NextStep(
        holds(Role.COMMS, Role.PUBLISHER, Role.COORDINATOR, Role.BOARD),
        "See how campaigns went",
        "What went out, what people took from it, and what we learnt. Numbers only, never who.",
        reverse_lazy("campaign_reports"),
    ),
    NextStep(
        holds(Role.TRANSLATOR),
        "Translate pages",
        "Pages in your languages.",
        reverse_lazy("wagtailadmin_home"),
    ),
    NextStep(
        holds(Role.DIRECTORY),
        "Keep the directory true",
        "Check services, write down when you checked, and publish them.",
        reverse_lazy("wagtailadmin_home"),
    ),
    NextStep(
        holds(Role.PROVIDER),
        "Keep your entries true",
        "Read what people see of your services, say that it is right, or write what has changed.",
        reverse_lazy("services_directory:my_services"),
    ),
    NextStep(
        holds(Role.ADMIN),
        "Look after accounts and mail",
        "Who can sign in, and mail that has not gone out.",
        reverse_lazy("wagtailadmin_home"),
    ),
    NextStep(
        holds(Role.ADMIN),
        "Work in the background",
        "What waits, what failed, and trying it again.",
        reverse_lazy("background_work"),
    ),
    NextStep(
        holds(Role.DPO, Role.ADMIN),
        "Read the log",
        "Who opened what, and when. It never holds what was said.",
        reverse_lazy("audit_log"),
    ),
    NextStep(
        holds(Role.DPO),
        "Answer somebody who asks",
        "What we hold about a person, the file for them, and forgetting them.",
        reverse_lazy("rights"),
    ),
    NextStep(
        holds(Role.DPO),
        "Answer complaints",
        "Complaints about personal data. Say within 30 days that we have them.",
        reverse_lazy("complaints"),
    ),
    NextStep(
        holds(Role.DPO, Role.ADMIN),
        "Look at who may open what",
        "Every quarter: is everybody still with us, and do they still need their roles?",
        reverse_lazy("access_review"),
    ),
    NextStep(
        holds(Role.DPO, Role.ADMIN),
        "Before the launch",
        "What is still open, found by looking, and what somebody has to sign for.",
        reverse_lazy("launch"),
    ),
    NextStep(
        holds(Role.DPO, Role.ADMIN),
        "What we do with people's data",
        "The record that the law asks for: what, why, who sees it and for how long.",
        reverse_lazy("processing"),
    ),
    NextStep(
        holds(Role.DPO, Role.ADMIN),
        "See how long things are kept",
        "What is older than it should be, what you decided, and whether the clock did it.",
        reverse_lazy("retention"),
    ),
    NextStep(
        is_active_champion,
        "Find help for someone",
        "Look up a service with the person beside you. Nothing you search for is kept.",
        reverse_lazy("champions:in_the_moment"),
    ),
    NextStep(
        lambda user: user.dated_roles.active().exists(),
        "Your training",
        "What each of your roles needs, and what is still missing.",
        reverse_lazy("champions:my_training"),
    ),
    NextStep(
        is_active_champion,
        "Your place in the network",
        "What you joined as, news by email, and how to leave.",
        reverse_lazy("champions:my_network"),
    ),
    NextStep(
        lambda user: not user.has_role(*ADMIN_ROLES),
        "See your bookings",
        "Workshops that you have booked, and those you have been to.",
        reverse_lazy("champions:my_bookings"),
    ),
    NextStep(
        lambda user: True,
        "Make your sign-in safer",
        "Add a passkey or a second step, and see where you are signed in.",
        reverse_lazy("mfa_index"),
    ),
]


def next_steps_for(user: User) -> list[NextStep]:
    """The cards for this person, most useful first."""
    return [step for step in NEXT_STEPS if step.who(user)]
