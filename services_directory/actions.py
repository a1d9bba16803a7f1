"""What changes the directory beside the editors' own forms."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission

from accounts.models import User
from accounts.roles import Role
from common import audit
from services_directory import emails
from services_directory.models import Organisation, ProviderAccount, ServiceIndexPage


@transaction.atomic
def let_the_directory_team_work(*, index: ServiceIndexPage) -> None:
    """Let directory officers add, edit and publish services under `index`, and nowhere else in the tree."""
    team, _ = Group.objects.get_or_create(name=Role.DIRECTORY.value)
    rights = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=("add_page", "change_page", "publish_page")
    )
    for permission in rights:
        GroupPagePermission.objects.get_or_create(group=team, page=index, permission=permission)


@transaction.atomic
def let_provider_in(*, email: str, organisation: Organisation, by: User | None = None) -> ProviderAccount:
    """Let whoever reads `email` edit the entries of an organisation. Makes their account if there is none yet."""
    user = User.objects.filter(email__iexact=email).first() or User.objects.create_user(email)
    user.groups.add(Group.objects.get_or_create(name=Role.PROVIDER.value)[0])
    account, made = ProviderAccount.objects.get_or_create(user=user, organisation=organisation)
    if made:
        emails.let_in(account)
        audit.record("provider let in", actor=by, thing=account)
    return account
