"""The admin's menu: each role sees what it works with, and nothing that leads nowhere."""

from django.urls import reverse
from wagtail.admin.menu import MenuItem

from accounts.doors import SignedInRequest
from accounts.roles import Role
from home.incidents.views import may_act

# Wagtail's help leads to other companies' sites; ours is beside each field.
NOBODY = {"help"}
# Entry → the roles that work with it. A superuser keeps everything but NOBODY's.
ONLY_FOR = {
    "reports": (Role.PUBLISHER, Role.SENSITIVE, Role.ADMIN),
    "directory": (Role.DIRECTORY, Role.PUBLISHER),
}


class MorningAfterItem(MenuItem):
    """What to do when something has happened, for those who do it."""

    def __init__(self) -> None:
        super().__init__("The morning after", reverse("morning_after"), icon_name="warning", order=900)

    def is_shown(self, request: SignedInRequest) -> bool:
        return may_act(request)


def arrange_menu(request: SignedInRequest, items: list[MenuItem]) -> None:
    user = request.user
    items[:] = [
        item
        for item in items
        if item.name not in NOBODY
        and (user.is_superuser or item.name not in ONLY_FOR or user.has_role(*ONLY_FOR[item.name]))
    ]
