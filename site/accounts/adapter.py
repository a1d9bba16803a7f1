"""What differs from allauth's own behaviour: no public sign-up, and neutral mail."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts come by invitation or by the link that follows a workshop, never by a public form."""
        return False

    def get_from_email(self) -> str:
        return settings.DEFAULT_FROM_EMAIL
