"""The mail backend that everybody else uses (allauth, Wagtail, Django): it stores, and never sends itself."""

import secrets
from datetime import timedelta

from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from common import outbox

# allauth's mail carries sign-in codes; they are dead long before this.
LIFETIME = timedelta(hours=24)


class OutboxEmailBackend(BaseEmailBackend):
    """Stores each mail as secret, because what third parties write may hold a code or a link."""

    def send_messages(self, email_messages) -> int:
        stored = 0
        for message in email_messages:
            html = next((body for body, kind in getattr(message, "alternatives", []) if kind == "text/html"), "")
            for address in message.recipients():
                outbox.store(
                    kind="library",
                    key=secrets.token_hex(16),
                    to=address,
                    subject=message.subject,
                    text=message.body,
                    html=html,
                    secret=True,
                    expires_at=timezone.now() + LIFETIME,
                )
                stored += 1
        return stored
