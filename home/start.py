"""An empty installation: the partnership's own words and pages, one administrator, and no demo content."""

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction

from accounts.models import User
from accounts.roles import Role
from common import audit
from common import start as words
from home import tree
from services_directory import start as directory


@transaction.atomic
def load(administrator: str) -> User:
    """Put the words and pages in place, and let whoever reads mail at `administrator` in. A second time is harmless.

    They sign in with a code that is mailed to them, and can do nothing before they have set up a second step.
    """
    words.load()
    directory.load()
    directory.index(tree.build())
    user = User.objects.filter(email__iexact=administrator).first() or User.objects.create_user(administrator)
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    group = Group.objects.get(name=Role.ADMIN)
    if not user.groups.filter(pk=group.pk).exists():
        user.groups.add(group)
        audit.record("first administrator named at the start", thing=user)
    return user
