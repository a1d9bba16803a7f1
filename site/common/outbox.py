"""Queue a mail in the same transaction as the thing it tells about; the worker sends it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.template.exceptions import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils import timezone

from common.models import OutboxMessage
from common.sealed import seal, unseal

PURPOSE = "outbox"
LAST_ATTEMPT = 8


def queue(
    template: str,
    *,
    key: str,
    to: str,
    context: dict,
    version: int = 0,
    secret: bool = False,
    expires_at: datetime | None = None,
    attachments: Sequence[tuple[str, str, str]] = (),
) -> OutboxMessage:
    """Store the mail `template` ("champions/emails/booked") to `to`, once per (template, key, version).

    Reads `<template>.subject.txt`, `<template>.txt` and, where there is one, `<template>.html`. `secret` seals
    the body at rest. `attachments` are (file name, text, MIME type). A second call with the same key and version
    returns the first mail and sends nothing.
    """
    context = {"base_url": settings.WAGTAILADMIN_BASE_URL, **context}
    subject = " ".join(render_to_string(f"{template}.subject.txt", context).split())
    text = render_to_string(f"{template}.txt", context)
    try:
        html: str = render_to_string(f"{template}.html", context)
    except TemplateDoesNotExist:
        html = ""
    return store(
        kind=template, key=key, version=version, to=to, subject=subject, text=text, html=html,
        secret=secret, expires_at=expires_at, attachments=attachments,
    )  # fmt: skip


def store(*, kind, key, to, subject, text, html="", version=0, secret=False, expires_at=None, attachments=()):
    """Store a mail that is already written. See `queue`, which writes it from a template."""
    files = [list(attachment) for attachment in attachments]
    if secret:
        text, html, files = _sealed(text), _sealed(html), [_sealed(files)] if files else []
    message, created = OutboxMessage.objects.get_or_create(
        kind=kind,
        key=key,
        version=version,
        defaults={
            "to": to,
            "subject": subject[:200],
            "text": text,
            "html": html,
            "secret": secret,
            "expires_at": expires_at,
            "attachments": files,
        },
    )
    if created:
        from common.tasks import send_mail_task

        transaction.on_commit(lambda: send_mail_task.enqueue(message.pk))
    return message


def send(message_id: int) -> None:
    """Hand one mail to the transport. Safe to run twice: only a waiting mail is sent, and its row is locked."""
    with transaction.atomic():
        message = (
            OutboxMessage.objects.select_for_update().filter(pk=message_id, state=OutboxMessage.State.QUEUED).first()
        )
        if message is None:
            return
        if message.expires_at and message.expires_at <= timezone.now():
            _finish(message, OutboxMessage.State.DROPPED)
            return
        message.attempts += 1
        try:
            _transmit(message)
        except Exception as error:
            # Any fault of the mail server: keep the mail, try later, and tell staff what kind of fault it was.
            _postpone(message, error)
            return
        message.sent_at = timezone.now()
        _finish(message, OutboxMessage.State.SENT)


def _sealed(value) -> str:
    return seal(value, purpose=PURPOSE) if value else ""


def _opened(token: str, empty=""):
    return unseal(token, purpose=PURPOSE) if token else empty


def _transmit(message: OutboxMessage) -> None:
    text, html, files = message.text, message.html, message.attachments
    if message.secret:
        text, html, files = _opened(text), _opened(html), _opened("".join(files), [])
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=text,
        to=[message.to],
        reply_to=[settings.REPLY_TO_EMAIL],
        # The receiver can tell a second copy from a second mail, should we crash between send and save.
        headers={"Message-ID": f"<outbox-{message.pk}-{message.created:%Y%m%d%H%M%S}@{_our_domain()}>"},
        connection=get_connection(settings.OUTBOX_TRANSPORT),
    )
    if html:
        mail.attach_alternative(html, "text/html")
    for name, content, mimetype in files:
        mail.attach(name, content, mimetype)
    mail.send()


def _our_domain() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]


def _postpone(message: OutboxMessage, error: Exception) -> None:
    message.last_error = type(error).__name__
    message.next_attempt_at = timezone.now() + timedelta(minutes=2**message.attempts)
    if message.attempts >= LAST_ATTEMPT:
        # A secret that could not be delivered is erased too: staff send a fresh one.
        _finish(message, OutboxMessage.State.FAILED)
    else:
        message.save()


def _finish(message: OutboxMessage, state: str) -> None:
    message.state = state
    if message.secret:
        message.text = message.html = ""
        message.attachments = []
    message.save()
