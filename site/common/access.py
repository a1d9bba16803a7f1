"""Who may open what: looked at every quarter, and closed at once when somebody leaves (D1)."""

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from accounts.leaving import close_account
from accounts.models import User
from common import audit
from common.models import AccessReview


class OwnAccount(Exception):
    """Nobody closes the door behind themself: another administrator does it."""


def with_access() -> QuerySet[User]:
    """Everybody who can open more than their own bookings, staff first."""
    from allauth.mfa.models import Authenticator

    second_step = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    holders = User.objects.filter(is_active=True).filter(groups__isnull=False) | User.objects.filter(
        is_active=True, is_superuser=True
    )
    return holders.annotate(has_second_step=Exists(second_step)).prefetch_related("groups").distinct().order_by("email")


@transaction.atomic
def review(*, by: User) -> AccessReview:
    """Write down that every account was looked at."""
    done = AccessReview.objects.create(by=by, accounts=with_access().count())
    audit.record("access reviewed", actor=by, thing=done)
    return done


@transaction.atomic
def close(*, user: User, by: User) -> None:
    """Somebody has left: roles, sessions and sign-in end at once. Raises OwnAccount."""
    if user == by:
        raise OwnAccount
    close_account(user)
    audit.record("account closed", actor=by, thing=user)
