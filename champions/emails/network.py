"""What people in the network are told, one verb each, by mail. Subjects and first lines are neutral (C6).

The key of a mail to a champion begins with the number of their account, so that it can be dropped when they leave.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from champions import links
from champions.models import Champion, Initiative, Invitation, RoleCheck, TeamQuestion, TeamUpdate
from common import outbox
from common.before_and_after import Moment
from common.models import OutboxMessage

NEWS = "champions/emails/news"
STILL_ACTIVE = "champions/emails/still_active"
PASSED_ON = "champions/emails/passed_on"
QUESTION_ANSWERED = "champions/emails/question_answered"
INITIATIVE_DECIDED = "champions/emails/initiative_decided"
# What waits to be sent to a champion goes with them.
ONLY_FOR_CHAMPIONS = (NEWS, STILL_ACTIVE, PASSED_ON, QUESTION_ANSWERED, INITIATIVE_DECIDED)


def invited_to_join(invitation: Invitation, *, key: str = "") -> None:
    """Your own link into the network."""
    outbox.queue(
        "champions/emails/invited_to_join",
        key=key or str(invitation.uuid),
        to=invitation.attendance.email,
        context={
            "attendance": invitation.attendance,
            "link": links.absolute(links.joining_address(invitation)),
            "questions_link": links.absolute(links.questions_address(invitation.attendance.workshop, Moment.AFTER)),
            "certificate_link": links.absolute(links.certificate_address(invitation.attendance)),
        },
        secret=True,
        expires_at=invitation.expires_at,
    )


def news(champion: Champion, *, changes: list, month: datetime, updates: Sequence[TeamUpdate] = ()) -> None:
    """What changed in a month in the services that they send people to, and what the team tells. Once a month."""
    outbox.queue(
        NEWS,
        key=f"{champion.user_id}:{month:%Y-%m}",
        to=champion.user.email,
        context={
            "champion": champion,
            "changes": changes,
            "updates": updates,
            "month": month,
            "stop_link": links.absolute(links.stop_news_address(champion)),
        },
        secret=True,
        expires_at=timezone.now() + timedelta(days=14),
    )


def check_due(check: RoleCheck, *, days: int) -> None:
    """What a role needs has to be looked at again. Once for each of 60, 30 and 7 days before."""
    outbox.queue(
        "champions/emails/check_due",
        key=f"{check.pk}:{check.review_on}:{days}",
        to=check.user.email,
        context={"check": check, "link": links.absolute(reverse("champions:my_training"))},
        secret=True,
        expires_at=timezone.now() + timedelta(days=days),
    )


def still_active(champion: Champion) -> None:
    """Are you still active? Once for each time that we ask."""
    outbox.queue(
        STILL_ACTIVE,
        key=f"{champion.user_id}:{champion.asked_again_on}",
        to=champion.user.email,
        context={"champion": champion, "link": links.absolute(links.still_active_address(champion))},
        secret=True,
        expires_at=timezone.now() + timedelta(days=14),
    )


def has_lapsed(champion: Champion) -> None:
    """We heard nothing, so you are out of the network; and how to come back."""
    outbox.queue(
        "champions/emails/has_lapsed",
        key=f"{champion.user_id}:{champion.asked_again_on}",
        to=champion.user.email,
        context={"champion": champion, "link": links.absolute(reverse("champions:workshops"))},
        secret=True,
        expires_at=timezone.now() + timedelta(days=14),
    )


def question_came(question: TeamQuestion, coordinator: User) -> None:
    """A champion asks something. What it says stands behind the sign-in alone."""
    outbox.queue(
        "champions/emails/question_came",
        key=f"{question.uuid}:{coordinator.pk}",
        to=coordinator.email,
        context={
            "question": question,
            "coordinator": coordinator,
            "link": links.absolute(reverse("champions:team_question", args=[question.uuid])),
        },
        secret=True,
        expires_at=timezone.now() + timedelta(days=7),
    )


def question_answered(question: TeamQuestion) -> None:
    """There is an answer. It stands behind the sign-in alone; each change of it is told."""
    outbox.queue(
        QUESTION_ANSWERED,
        key=f"{question.asked_by_id}:{question.uuid}:{question.answered_at:%Y%m%d%H%M%S}",
        to=question.asked_by.email,
        context={"question": question, "link": links.absolute(reverse("champions:ask_the_team"))},
        secret=True,
        expires_at=timezone.now() + timedelta(days=14),
    )


def passed_on(sender: Champion, to: Champion, text: str) -> None:
    """What one champion writes to another. Sealed while it waits, and erased once it is sent."""
    outbox.queue(
        PASSED_ON,
        key=f"{to.user_id}:{uuid4().hex}",
        to=to.user.email,
        context={
            "sender": sender,
            "champion": to,
            "words": text,
            "link": links.absolute(links.write_address(sender)),
            "stop_link": links.absolute(reverse("champions:open_to_others")),
        },
        secret=True,
        expires_at=timezone.now() + timedelta(days=7),
    )


def initiative_decided(initiative: Initiative, *, to: User, at: datetime) -> None:
    """Everybody can see it now; or not, and why."""
    outbox.queue(
        INITIATIVE_DECIDED,
        key=f"{to.pk}:{initiative.uuid}:{at:%Y%m%d%H%M%S}",
        to=to.email,
        context={"initiative": initiative, "person": to, "link": links.absolute(reverse("champions:my_initiatives"))},
        secret=True,
        expires_at=timezone.now() + timedelta(days=14),
    )


def drop_for(champion: Champion, *kinds: str) -> None:
    """Mail that waits to be sent to somebody goes when they leave, or when it is of no use any more."""
    waiting = OutboxMessage.objects.filter(kind__in=kinds or ONLY_FOR_CHAMPIONS, state=OutboxMessage.State.QUEUED)
    waiting.filter(key__startswith=f"{champion.user_id}:").delete()
