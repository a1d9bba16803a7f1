"""What changes the directory beside the editors' own forms."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission

from accounts.roles import Role
from services_directory.models import ServiceIndexPage


@transaction.atomic
def let_the_directory_team_work(*, index: ServiceIndexPage) -> None:
    """Let directory officers add, edit and publish services under `index`, and nowhere else in the tree."""
    team, _ = Group.objects.get_or_create(name=Role.DIRECTORY.value)
    rights = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=("add_page", "change_page", "publish_page")
    )
    for permission in rights:
        GroupPagePermission.objects.get_or_create(group=team, page=index, permission=permission)
