"""Staff sign in with two steps. The rule is asked where rights are, so no door can forget it (criterion D1)."""

from typing import TYPE_CHECKING

from django.conf import settings

from accounts.roles import Role

if TYPE_CHECKING:
    from accounts.models import User

# A provider looks after one entry, and every change is checked by somebody else: a code by email is enough.
ONE_STEP_ROLES = frozenset({Role.PROVIDER})


def is_missing_for(user: "User") -> bool:
    """Whether `user` is staff and has neither an authenticator app nor a passkey.

    Somebody who has one cannot sign in without it: allauth asks. So it is enough to ask whether it is there.
    Always False where STAFF_NEED_SECOND_STEP is off, which only the demo may do.
    """
    from allauth.mfa.models import Authenticator
    from allauth.mfa.utils import is_mfa_enabled

    if not settings.STAFF_NEED_SECOND_STEP or user.pk is None:
        return False
    is_staff = user.is_superuser or bool(user.roles - ONE_STEP_ROLES)
    return is_staff and not is_mfa_enabled(user, types=[Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])
