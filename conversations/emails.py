"""Mail about conversations. It holds a reference and a link, never a word of what was said."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from accounts.roles import Role
from champions import links
from common import outbox
from common.models import OutboxMessage
from conversations.links import Invitation, follower_address, invitation_address, owner_address
from conversations.models import Action, Buddies, Conversation, Correction, Debrief, Follower, SafetyPointer


def tell_sent_back(conversation: Conversation) -> None:
    outbox.queue(
        "conversations/emails/sent_back",
        key=f"{conversation.reference}-{conversation.saved_at:%Y%m%d%H%M%S}",
        to=conversation.facilitator.email,
        context={"conversation": conversation},
    )


def remind_to_tell(conversation: Conversation) -> bool:
    """On the day that they promised: tell people what came of it. Once for each day promised; whether it was now."""
    return _remind("time_to_tell", conversation, key=f"{conversation.pk}-{conversation.tell_by}")


def remind_of_note(conversation: Conversation, days: int) -> bool:
    """So many days after it was held: the note is still to come."""
    return _remind("note_is_due", conversation, key=f"{conversation.pk}-{days}")


def _remind(name: str, conversation: Conversation, *, key: str) -> bool:
    kind = f"conversations/emails/{name}"
    to = conversation.facilitator
    if not to.is_active or OutboxMessage.objects.filter(kind=kind, key=key).exists():
        return False
    outbox.queue(kind, key=key, to=to.email, context={"conversation": conversation})
    return True


def readers_of(conversation: Conversation, *roles: Role) -> QuerySet[User]:
    """Whoever has one of these roles. Those from whom the note is kept get no mail about it."""
    kept_from = conversation.kept_from.values("pk")
    return User.objects.filter(is_active=True, groups__name__in=roles).exclude(pk__in=kept_from).distinct()


def tell_typed_in(conversation: Conversation) -> None:
    """Tell the facilitator that a note of theirs is typed in for them: nobody writes in their name unseen."""
    outbox.queue(
        "conversations/emails/typed_in",
        key=f"{conversation.pk}",
        to=conversation.facilitator.email,
        context={"conversation": conversation},
    )


def tell_somebody_wants_out(conversation: Conversation) -> None:
    """Tell coordinators and analysts that somebody used the code on a card (F11)."""
    for user in readers_of(conversation, Role.COORDINATOR, Role.ANALYST):
        outbox.queue(
            "conversations/emails/somebody_wants_out",
            key=f"{conversation.pk}-{user.pk}",
            to=user.email,
            context={"reference": conversation.reference},
        )


def tell_words_are_out(conversation: Conversation) -> None:
    """Tell who wrote them down that a speaker took their own words out; and their readers, once there are some."""
    told = {conversation.facilitator}
    if conversation.is_handed_in:
        told |= set(readers_of(conversation, Role.COORDINATOR, Role.ANALYST))
    for user in told:
        outbox.queue(
            "conversations/emails/words_are_out",
            key=f"{conversation.pk}-{user.pk}-{timezone.now():%Y%m%d%H%M}",
            to=user.email,
            context={"reference": conversation.reference},
        )


def tell_correction_asked(correction: Correction) -> None:
    """Tell the coordinators that a facilitator asks for a change."""
    for user in readers_of(correction.conversation, Role.COORDINATOR):
        outbox.queue(
            "conversations/emails/correction_asked",
            key=f"{correction.pk}-{user.pk}",
            to=user.email,
            context={"reference": correction.conversation.reference},
        )


def tell_correction_decided(correction: Correction) -> None:
    """Tell who asked that it is decided."""
    outbox.queue(
        "conversations/emails/correction_decided",
        key=f"{correction.pk}",
        to=correction.asked_by.email,
        context={"reference": correction.conversation.reference},
    )


def tell_buddy_suggested(buddies: Buddies) -> None:
    """Ask both whether they want to look out for each other: a link, and no name of the other."""
    for user in (buddies.first, buddies.second):
        outbox.queue("conversations/emails/buddy_suggested", key=f"{buddies.pk}-{user.pk}", to=user.email, context={})


def tell_debrief_asked(debrief: Debrief) -> None:
    """Tell the coordinators that a facilitator would like a talk: a link, and neither who nor about what."""
    for user in User.objects.filter(is_active=True, groups__name=Role.COORDINATOR):
        outbox.queue("conversations/emails/debrief_asked", key=f"{debrief.pk}-{user.pk}", to=user.email, context={})


def tell_safeguarding(pointer: SafetyPointer) -> None:
    """Tell the safeguarding lead: a reference and a link (S1). The deputy, where there is no lead who may see it."""
    _tell(pointer, _holders(pointer, Role.SAFEGUARDING) or _holders(pointer, Role.DEPUTY), "somebody_was_rung")


def tell_deputies(pointer: SafetyPointer) -> None:
    """Tell the deputies that nobody has taken it on yet (S2)."""
    _tell(pointer, _holders(pointer, Role.DEPUTY), "nobody_took_it_on")


def _holders(pointer: SafetyPointer, role: Role) -> list[User]:
    holders = User.objects.filter(is_active=True, groups__name=role)
    return [user for user in holders if SafetyPointer.objects.visible_to(user).filter(pk=pointer.pk).exists()]


def _tell(pointer: SafetyPointer, users: list[User], name: str) -> None:
    for user in users:
        outbox.queue(
            f"conversations/emails/{name}",
            key=f"{pointer.pk}-{user.pk}",
            version=int(pointer.is_urgent),
            to=user.email,
            context={"reference": pointer.conversation.reference, "urgent": pointer.is_urgent},
        )


def tell_you_follow(follower: Follower) -> None:
    """To whoever asked to hear what comes of it. The subject says nothing to somebody who looks over a shoulder."""
    outbox.queue(
        "conversations/emails/you_follow",
        key=follower.key.hex,
        to=follower.email,
        context={"address": links.absolute(follower_address(follower))},
        secret=True,
    )


def tell_news(conversation: Conversation, version: str) -> None:
    """To its facilitator and its followers: there is news. What it is stands on the page alone."""
    outbox.queue(
        "conversations/emails/news_for_facilitator",
        key=f"{conversation.pk}-{version}",
        to=conversation.facilitator.email,
        context={"conversation": conversation},
    )
    for follower in conversation.followers.all():
        outbox.queue(
            "conversations/emails/news",
            key=f"{follower.key.hex}-{version}",
            to=follower.email,
            context={"address": links.absolute(follower_address(follower))},
            secret=True,
        )


def ask_for_self_check(invitation: Invitation, to: str) -> None:
    """To somebody at a partner organisation: how do you see yourselves?"""
    outbox.queue(
        "conversations/emails/how_do_you_see_yourselves",
        key=invitation.key.hex,
        to=to,
        context={"organisation": invitation.organisation, "address": links.absolute(invitation_address(invitation))},
        secret=True,
    )


def remind_owner(action: Action, today: date) -> None:
    """To the mailbox of a role: how is it going? One link says that nothing has changed."""
    outbox.queue(
        "conversations/emails/how_is_it_going",
        key=f"{action.pk}-{today:%Y-%m-%d}",
        to=action.owner_email,
        context={"action": action, "address": links.absolute(owner_address(action))},
        secret=True,
    )
