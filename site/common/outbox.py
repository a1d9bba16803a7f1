"""Queue a mail or a text message in the same transaction as the thing it tells about; the worker sends it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from common.channels import Undeliverable, Words, by_mail, by_text
from common.models import OutboxMessage
from common.sealed import seal, unseal

PURPOSE = "outbox"
LAST_ATTEMPT = 8
MOST_TEXTS_A_DAY = 10
CHANNELS = {OutboxMessage.Channel.MAIL: by_mail, OutboxMessage.Channel.TEXT: by_text}


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
    channel: str = OutboxMessage.Channel.MAIL,
) -> None:
    """Store the message `template` ("champions/emails/booked") to `to`, once per (template, key, version).

    Reads `<template>.subject.txt` and `<template>.txt`, of which common.letters makes the HTML part when it is sent;
    for a text message `<template>.sms.txt` alone. `secret` seals the body at rest. `attachments` are (file name, text,
    MIME type), and no text message carries any. A second call with the same key and version
    changes and sends nothing.
    """
    context = {"base_url": settings.WAGTAILADMIN_BASE_URL, **context}
    about = {"key": key, "version": version, "to": to, "secret": secret, "expires_at": expires_at}
    if channel == OutboxMessage.Channel.TEXT:
        words = " ".join(render_to_string(f"{template}.sms.txt", context).split())
        store(kind=template, subject="", text=words, channel=channel, **about)
        return
    subject = " ".join(render_to_string(f"{template}.subject.txt", context).split())
    body = render_to_string(f"{template}.txt", context)
    store(kind=template, subject=subject, text=body, attachments=attachments, **about)


def store(
    *,
    kind,
    key,
    to,
    subject,
    text,
    html="",
    version=0,
    secret=False,
    expires_at=None,
    attachments=(),
    channel=OutboxMessage.Channel.MAIL,
) -> None:
    """Store a message that is already written. See `queue`, which writes it from a template.

    `html` is for packages that write their own; all other mail gets its HTML part from its text.
    """
    files: list = [list(attachment) for attachment in attachments]
    if secret:
        text, html, files = _sealed(text), _sealed(html), [_sealed(files)] if files else []
    name = {"kind": kind, "key": key, "version": version}
    written = OutboxMessage(
        **name,
        channel=channel,
        to=to,
        subject=subject[:200],
        text=text,
        html=html,
        secret=secret,
        expires_at=expires_at,
        attachments=files,
    )
    # One statement and no savepoint, because people wait behind a lock meanwhile: the database itself leaves out
    # what is there already.
    OutboxMessage.objects.bulk_create([written], ignore_conflicts=True)
    transaction.on_commit(lambda: _send_soon(name))


def _send_soon(name: dict) -> None:
    from common.tasks import send_mail_task

    for key in OutboxMessage.objects.untried().filter(**name).values_list("pk", flat=True):
        send_mail_task.enqueue(key)


def has_had_enough_texts(number: str) -> bool:
    """Whether so many text messages went to `number` in a day that a stranger may be using our form to annoy it."""
    yesterday = timezone.now() - timedelta(days=1)
    texts = OutboxMessage.objects.filter(channel=OutboxMessage.Channel.TEXT, to=number, created__gt=yesterday)
    return bool(number) and texts.count() >= MOST_TEXTS_A_DAY


def send(message_id: int) -> None:
    """Hand one message to its channel. Safe to run twice: only a waiting one is sent, and its row is locked."""
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
            CHANNELS[OutboxMessage.Channel(message.channel)].send(message, _words_of(message))
        except Undeliverable:
            message.last_error = "Undeliverable"
            _finish(message, OutboxMessage.State.FAILED)
            return
        except Exception as error:
            # Any fault of the other server: keep the message, try later, and tell staff what kind of fault it was.
            _postpone(message, error)
            return
        message.sent_at = timezone.now()
        _finish(message, OutboxMessage.State.SENT)


def _sealed(value) -> str:
    return seal(value, purpose=PURPOSE) if value else ""


def _opened(token: str, empty=""):
    return unseal(token, purpose=PURPOSE) if token else empty


def _words_of(message: OutboxMessage) -> Words:
    body, html, files = message.text, message.html, message.attachments
    if message.secret:
        body, html, files = _opened(body), _opened(html), _opened("".join(files), [])
    return Words(text=body, html=html, files=files)


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
