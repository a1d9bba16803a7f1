"""When somebody leaves for good: their sessions end at once, and what says who they were is taken away."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction

from accounts.models import User


def end_sessions(user: User) -> int:
    """Sign them out everywhere. How many places that were."""
    sessions = list(UserSession.objects.filter(user=user))
    for session in sessions:
        session.end()
    return len(sessions)


@transaction.atomic
def close_account(user: User) -> None:
    """Somebody has left: nothing opens for them from now on. What they did stays under their name."""
    end_sessions(user)
    user.groups.clear()
    user.is_active = user.is_staff = user.is_superuser = False
    user.save(update_fields=["is_active", "is_staff", "is_superuser"])


@transaction.atomic
def erase_account(user: User) -> None:
    """Take name, address, passkeys and sessions away, and close the door.

    The row stays: notes and the log point at its number, and have to say that it was one person and not another.
    """
    close_account(user)
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    # A reserved domain (RFC 2606): no mail to it ever arrives anywhere.
    user.email = f"erased-{user.pk}@erased.invalid"
    user.first_name = user.last_name = ""
    user.set_unusable_password()
    user.save()
