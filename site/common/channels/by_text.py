"""By text message, through GOV.UK Notify. Off unless NOTIFY_API_KEY and NOTIFY_TEMPLATE_ID are set.

The template on Notify has one field and nothing else: ((message)).
"""

from django.conf import settings

from common.channels import Undeliverable, Words
from common.models import OutboxMessage

_SECONDS = 10
# 403: our clock or key is wrong. 429: too many just now. Staff and time can put these right; nothing else below 500.
_PASSES = {403, 429}


def can_send() -> bool:
    return bool(settings.NOTIFY_API_KEY and settings.NOTIFY_TEMPLATE_ID)


def send(message: OutboxMessage, words: Words) -> None:
    # Installed where text messages are configured, and nowhere else: config.env.notify sees to it.
    from notifications_python_client.errors import HTTPError
    from notifications_python_client.notifications import NotificationsAPIClient

    # One client for each message, because it is not safe to share between threads.
    notify = NotificationsAPIClient(settings.NOTIFY_API_KEY, base_url=settings.NOTIFY_URL, timeout=_SECONDS)
    try:
        notify.send_sms_notification(
            phone_number=message.to,
            template_id=settings.NOTIFY_TEMPLATE_ID,
            personalisation={"message": words.text.strip()},
            # On their side a second copy can be told from a second message, should we crash between send and save.
            reference=f"outbox-{message.pk}",
        )
    except HTTPError as error:
        if 400 <= error.status_code < 500 and error.status_code not in _PASSES:
            raise Undeliverable(f"Notify answered {error.status_code}") from None
        raise
