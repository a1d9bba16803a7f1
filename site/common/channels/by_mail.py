"""By mail, through OUTBOX_TRANSPORT."""

from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from common import letters
from common.channels import Words
from common.models import OutboxMessage


def can_send() -> bool:
    return True


def send(message: OutboxMessage, words: Words) -> None:
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=words.text,
        to=[message.to],
        reply_to=[settings.REPLY_TO_EMAIL],
        # The receiver can tell a second copy from a second mail, should we crash between send and save.
        headers={"Message-ID": f"<outbox-{message.pk}-{message.created:%Y%m%d%H%M%S}@{_our_domain()}>"},
        connection=get_connection(settings.OUTBOX_TRANSPORT),
    )
    # Made only now, so that a body that is sealed and erased has no second copy at rest.
    mail.attach_alternative(words.html or letters.html_of(message.subject, words.text), "text/html")
    for name, content, mimetype in words.files:
        mail.attach(name, content, mimetype)
    mail.send()


def _our_domain() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
