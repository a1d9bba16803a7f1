"""Mail is stored first, sent once, and never lost because a server is down."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from common import outbox
from common.models import OutboxMessage

pytestmark = pytest.mark.django_db


def store(**overrides) -> OutboxMessage:
    mail_to_kim = {"kind": "test", "key": "1", "to": "kim@example.org", "subject": "Hello", "text": "A plain text."}
    outbox.store(**{**mail_to_kim, **overrides})
    return OutboxMessage.objects.latest("pk")


@pytest.fixture
def dead_mail_server(monkeypatch):
    def refuse(self, messages):
        raise SMTPServerDisconnected("Connection unexpectedly closed: kim@example.org")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)


def test_a_mail_goes_out_after_the_change_is_committed(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        message = store()
        assert mail.outbox == []

    message.refresh_from_db()
    assert message.state == OutboxMessage.State.SENT
    assert mail.outbox[0].to == ["kim@example.org"]


def test_the_same_mail_is_not_sent_twice(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        store()
        store()
    outbox.send(OutboxMessage.objects.get().pk)

    assert len(mail.outbox) == 1


def test_a_new_version_is_a_new_mail(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        store()
        store(version=1)

    assert len(mail.outbox) == 2


def test_a_dead_mail_server_keeps_the_mail_for_later(dead_mail_server):
    message = store()

    outbox.send(message.pk)

    message.refresh_from_db()
    assert message.state == OutboxMessage.State.QUEUED
    assert message.next_attempt_at > timezone.now()
    # The kind of fault and no address: staff read this.
    assert message.last_error == "SMTPServerDisconnected"


def test_mail_that_keeps_failing_is_shown_as_failed(dead_mail_server):
    message = store()

    for _ in range(outbox.LAST_ATTEMPT):
        outbox.send(message.pk)

    message.refresh_from_db()
    assert message.state == OutboxMessage.State.FAILED


def test_send_due_mail_sends_what_a_crash_left_behind():
    store()
    store(key="later")
    OutboxMessage.objects.filter(key="later").update(next_attempt_at=timezone.now() + timedelta(hours=1))

    call_command("send_due_mail")

    assert list(OutboxMessage.objects.filter(state="sent").values_list("key", flat=True)) == ["1"]


def test_a_secret_cannot_be_read_while_it_waits():
    message = store(text="Your code is 123456", html="<p>123456</p>", secret=True)

    assert "123456" not in message.text + message.html


def test_a_secret_arrives_readable_and_is_erased_here():
    message = store(text="Your code is 123456", secret=True)

    outbox.send(message.pk)

    message.refresh_from_db()
    assert "123456" in mail.outbox[0].body
    assert message.text == ""


def test_an_expired_secret_is_dropped_unsent():
    message = store(text="Your code is 123456", secret=True, expires_at=timezone.now() - timedelta(minutes=1))

    outbox.send(message.pk)

    message.refresh_from_db()
    assert message.state == OutboxMessage.State.DROPPED
    assert message.text == ""
    assert mail.outbox == []


def test_mail_of_other_packages_is_stored_as_secret(settings):
    settings.EMAIL_BACKEND = "common.outbox_backend.OutboxEmailBackend"

    mail.send_mail("Your code", "It is 123456", None, ["kim@example.org", "lee@example.org"])

    assert OutboxMessage.objects.filter(secret=True).count() == 2
    assert not OutboxMessage.objects.filter(text__contains="123456").exists()


def test_the_files_of_a_secret_mail_are_sealed_and_arrive():
    message = store(text="Your place", secret=True, attachments=[("day.ics", "BEGIN:VCALENDAR", "text/calendar")])
    assert "VCALENDAR" not in str(message.attachments)

    outbox.send(message.pk)

    message.refresh_from_db()
    assert mail.outbox[0].attachments[0][:2] == ("day.ics", "BEGIN:VCALENDAR")
    assert message.attachments == []
