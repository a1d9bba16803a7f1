"""A translator writes in other languages and never in English, whatever the door."""

from django.conf import settings
from wagtail.models import PagePermissionTester

from accounts.roles import Role

# Whoever holds one of these may write English, too.
WRITES_ENGLISH = (Role.COMMS, Role.PUBLISHER)


class LanguagePermissionTester(PagePermissionTester):
    """Wagtail's rights, without English for whoever only translates."""

    def can_edit(self) -> bool:
        return super().can_edit() and not self._only_translates()

    def _only_translates(self) -> bool:
        user = self.user
        if user.is_superuser or not user.has_role(Role.TRANSLATOR) or user.has_role(*WRITES_ENGLISH):
            return False
        return self.page.locale.language_code == settings.LANGUAGE_CODE
