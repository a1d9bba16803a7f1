"""One invented person per role, for trying the platform out. Never in production: settings.DEMO is off there."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured

from accounts.models import User
from accounts.roles import Role

PASSWORD = "demo-password-1"

# Who signs in → the staff roles they hold. A champion, a facilitator and a trainer hold dated roles instead.
PEOPLE: dict[str, tuple[Role, ...]] = {
    "champion": (),
    "facilitator": (),
    "trainer": (),
    "coordinator": (Role.COORDINATOR,),
    "analyst": (Role.ANALYST,),
    "analyst2": (Role.ANALYST,),
    "redactor": (Role.REDACTOR,),
    "comms": (Role.COMMS,),
    "publisher": (Role.PUBLISHER,),
    "sensitive": (Role.SENSITIVE,),
    "translator": (Role.TRANSLATOR,),
    "directory": (Role.DIRECTORY,),
    "provider": (Role.PROVIDER,),
    "safeguarding": (Role.SAFEGUARDING,),
    "deputy": (Role.DEPUTY,),
    "owner": (Role.OWNER,),
    "board": (Role.BOARD,),
    "dpo": (Role.DPO,),
    "admin": (Role.ADMIN,),
}


def address(name: str) -> str:
    return f"{name}@demo.example"


def load() -> None:
    """Make the demo accounts. Raises ImproperlyConfigured outside demo settings."""
    from allauth.account.models import EmailAddress

    if not settings.DEMO:
        raise ImproperlyConfigured("Demo accounts exist in the dev and test settings alone.")
    for name, roles in PEOPLE.items():
        user = User.objects.filter(email=address(name)).first()
        if user is None:
            user = User.objects.create_user(address(name), PASSWORD, first_name="Demo", last_name=name.capitalize())
        user.groups.set(Group.objects.filter(name__in=roles))
        EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
