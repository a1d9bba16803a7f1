"""Into the network: from a record of training to an account, a champion and a dated role."""

from datetime import date, timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from champions import emails, permissions
from champions.choices import RoleKind
from champions.models import Champion, DatedRole, Invitation, TrainingRecord
from champions.promise import CURRENT_VERSION
from common import audit
from common.models import Ward

INVITATION_LASTS = timedelta(days=60)


@transaction.atomic
def invite_to_join(*, attendance: TrainingRecord) -> Invitation | None:
    """Mail somebody who came their own link, once. None for those in the network already, or without an address."""
    if not attendance.email:
        return None
    if attendance.user and permissions.is_active_champion(attendance.user):
        return None
    invitation, created = Invitation.objects.get_or_create(
        attendance=attendance, defaults={"expires_at": timezone.now() + INVITATION_LASTS}
    )
    if created:
        emails.invited_to_join(invitation)
    return invitation


@transaction.atomic
def join(*, invitation: Invitation, role_type: str, setting: str, ward: Ward | None) -> Champion:
    """Make the invited person a champion who agreed to the promise today; a second time changes nothing.

    Whoever left the network since may come back by the same link.

    The link came by mail to their address, so the address is known to be theirs. Their other records of training
    under that address become theirs too.
    """
    invitation = Invitation.objects.locked().get(pk=invitation.pk)
    user = _account_for(invitation.attendance)
    if invitation.used_at and (known := Champion.objects.filter(user=user).first()):
        return known
    champion, _ = Champion.objects.update_or_create(
        user=user,
        defaults={
            "role_type": role_type,
            "setting": setting,
            "ward": ward,
            "promise_version": CURRENT_VERSION,
            "promise_agreed_on": timezone.localdate(),
            "asked_again_on": None,
        },
    )
    start_role(user=user, kind=RoleKind.CHAMPION)
    invitation.used_at = timezone.now()
    invitation.save(update_fields=["used_at"])
    audit.record("joined the network", actor=user, thing=champion)
    return champion


@transaction.atomic
def leave(*, user) -> None:
    """Out of the network at their own wish: what it knows of them goes at once, and their role ends with today.

    A second time is harmless. Their bookings, and what they do besides, such as leading conversations, stay.
    """
    for role in user.dated_roles.of_kind(RoleKind.CHAMPION).active():
        end_role(role=role, reason="left by themselves", by=user)
    champion = Champion.objects.filter(user=user).first()
    if champion:
        forget_champion(champion)
        audit.record("left the network", actor=user)


def forget_champion(champion: Champion) -> None:
    """Inside a transaction: all that the network knows of somebody goes, and mail that waits for them.

    What they began for everybody may go on, without a word of who began it.
    """
    emails.drop_for(champion)
    champion.user.team_questions.all().delete()
    champion.user.initiatives.update(sent_by=None)
    champion.delete()


@transaction.atomic
def start_role(*, user, kind: str, on: date | None = None, by=None) -> DatedRole:
    """Give `user` a role from that day (today, if none is given). Harmless if they hold it on that day already."""
    on = on or timezone.localdate()
    held = user.dated_roles.of_kind(kind).active(on).first()
    if held:
        return held
    role = DatedRole.objects.create(user=user, kind=kind, starts_on=on)
    audit.record(f"role started: {kind}", actor=by, thing=role)
    return role


@transaction.atomic
def end_role(*, role: DatedRole, reason: str, on: date | None = None, by=None) -> DatedRole:
    """Make `on` (today, if none is given) the last day of a role; never before its first."""
    role.ends_on = max(on or timezone.localdate(), role.starts_on)
    role.end_reason = reason
    role.save(update_fields=["ends_on", "end_reason"])
    audit.record(f"role ended: {role.kind}", actor=by, thing=role)
    return role


def _account_for(attendance: TrainingRecord):
    users = get_user_model().objects
    user = attendance.user or users.filter(email__iexact=attendance.email).first()
    if user is None:
        # No password: they sign in with a code that is mailed to them.
        user = users.create_user(attendance.email, first_name=attendance.name)
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    TrainingRecord.objects.by_email(attendance.email).filter(user=None).update(user=user)
    return user
