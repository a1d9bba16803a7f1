"""Who may do what in the directory, in sentences."""

from django.db.models import QuerySet

from accounts.models import User
from accounts.roles import Role
from services_directory.models import ServicePage


def can_read_the_quality_report(user: User) -> bool:
    """Whoever looks after the tasks of the directory."""
    return user.has_perm("services_directory.view_task")


def can_take_files_in(user: User) -> bool:
    """Whoever may bring services in from a file, and take the directory out as one."""
    return user.has_perm("services_directory.add_feedfile")


def can_edit_own_entries(user: User) -> bool:
    """Whoever provides a service and signs in. Which entries are theirs, `entries_of` says."""
    return user.has_role(Role.PROVIDER)


def entries_of(user: User) -> QuerySet[ServicePage]:
    """The live entries of the organisations for which this person speaks."""
    if not can_edit_own_entries(user):
        return ServicePage.objects.none()
    return ServicePage.objects.filter(live=True, organisation__accounts__user=user)


def can_decide_proposals(user: User) -> bool:
    """A directory officer: whoever may change tasks of the directory."""
    return user.has_perm("services_directory.change_task")


def can_be_taken_off(service: ServicePage) -> bool:
    """Nobody hides a crisis line that people find now, unless another one helps in each of its situations."""
    return not (service.live and service.crisis) or service.has_replacement
