"""People sign in with a code that is mailed to them; a dead mail server breaks no page."""

import re
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail

from common.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim(make_user, settings):
    from allauth.account.models import EmailAddress

    settings.EMAIL_BACKEND = "common.outbox_backend.OutboxEmailBackend"
    user = make_user("kim@example.org")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def test_a_code_from_the_mail_opens_the_door(client, kim, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/accounts/login/code/", {"email": "kim@example.org"})
    code = re.search(r"^([A-Z0-9-]{5,})$", mail.outbox[0].body, re.M)[1]

    client.post("/accounts/login/code/confirm/", {"code": code})

    assert client.get("/my/").status_code == 200


def test_the_code_is_not_readable_in_our_own_tables(client, kim, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/accounts/login/code/", {"email": "kim@example.org"})

    message = OutboxMessage.objects.get()
    assert message.secret
    assert message.text == ""


def test_a_dead_mail_server_breaks_no_page(client, kim, monkeypatch, django_capture_on_commit_callbacks):
    def refuse(self, messages):
        raise SMTPServerDisconnected

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post("/accounts/login/code/", {"email": "kim@example.org"})

    assert response.status_code == 302
    assert OutboxMessage.objects.get().state == OutboxMessage.State.QUEUED


def test_unknown_addresses_get_the_same_answer_and_no_mail(client, kim, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        known = client.post("/accounts/login/code/", {"email": "kim@example.org"})
        unknown = client.post("/accounts/login/code/", {"email": "nobody@example.org"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [message.to for message in mail.outbox] == [["kim@example.org"]]


@pytest.mark.parametrize(
    "rubbish", ["", "x" * 5000, "kim@example.org\r\nBcc: a@b.example", "<script>", "مرحبا@x", "😀"]
)
def test_rubbish_in_the_sign_in_form_is_an_error_and_never_a_crash(client, kim, rubbish):
    for address in ("/accounts/login/", "/accounts/login/code/"):
        assert client.post(address, {"login": rubbish, "email": rubbish, "password": rubbish}).status_code == 200
