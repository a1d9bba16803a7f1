"""Who may do what in the directory, in sentences."""

from accounts.models import User


def can_read_the_quality_report(user: User) -> bool:
    """Whoever looks after the tasks of the directory."""
    return user.has_perm("services_directory.view_task")


def can_take_files_in(user: User) -> bool:
    """Whoever may bring services in from a file, and take the directory out as one."""
    return user.has_perm("services_directory.add_feedfile")
