"""The admin's menu: each role sees what it works with, and nothing that leads nowhere."""

from wagtail.admin.menu import MenuItem

from accounts.doors import SignedInRequest
from accounts.roles import Role

# Wagtail's help leads to other companies' sites; ours is beside each field.
NOBODY = {"help"}
# Entry → the roles that work with it. A superuser keeps everything but NOBODY's.
ONLY_FOR = {
    "reports": (Role.PUBLISHER, Role.SENSITIVE, Role.ADMIN),
    "directory": (Role.DIRECTORY, Role.PUBLISHER),
}


def arrange_menu(request: SignedInRequest, items: list[MenuItem]) -> None:
    user = request.user
    items[:] = [
        item
        for item in items
        if item.name not in NOBODY
        and (user.is_superuser or item.name not in ONLY_FOR or user.has_role(*ONLY_FOR[item.name]))
    ]
