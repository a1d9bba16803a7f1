"""Who may do what in the directory, in sentences."""

from accounts.models import User


def can_read_the_quality_report(user: User) -> bool:
    """Whoever looks after the tasks of the directory."""
    return user.has_perm("services_directory.view_task")
