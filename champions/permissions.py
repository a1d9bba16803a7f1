"""Who may do what, as sentences. Staff roles come from accounts, the rest from roles with dates."""

from django.db.models import Exists

from accounts.roles import Role
from champions.choices import RoleKind
from champions.models import RoleCheck, Workshop


def is_active_champion(user) -> bool:
    return _holds_today(user, RoleKind.CHAMPION)


def is_active_trainer(user) -> bool:
    return _holds_today(user, RoleKind.TRAINER)


def is_active_facilitator(user) -> bool:
    """A role that covers today, and training that is not out of date: the right lapses with either."""
    return _holds_today(user, RoleKind.FACILITATOR) and user.training.current().exists()


def can_mark_attendance(user, workshop: Workshop | None = None) -> bool:
    """Trainers and coordinators sign people in, at any workshop."""
    return can_manage_workshops(user)


def can_manage_workshops(user) -> bool:
    """Trainers and coordinators make, publish and change workshops, and see who booked."""
    return is_active_trainer(user) or (_is_signed_in(user) and user.has_role(Role.COORDINATOR))


def _is_signed_in(user) -> bool:
    return user.is_authenticated and user.is_active


def _holds_today(user, kind: RoleKind) -> bool:
    """A role that needs a DBS check pauses while it is not there, and goes on the same day. One query for both."""
    if not _is_signed_in(user):
        return False
    missing = RoleCheck.objects.filter(user=user.pk, kind=kind).in_the_way()
    return user.dated_roles.of_kind(kind).active().exclude(Exists(missing)).exists()
