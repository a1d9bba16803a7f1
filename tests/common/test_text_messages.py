"""Text messages go the way of mail: stored, sealed, retried, sent once, erased. Notify is played by a fake."""

from collections.abc import Iterator

import fake_notify
import jwt
import pytest
from fake_notify import KEY, TEMPLATE, FakeNotify

from common import outbox
from common.channels import by_text
from common.models import OutboxMessage

pytestmark = pytest.mark.django_db
NUMBER = "+447700900123"


@pytest.fixture
def notify(settings) -> Iterator[FakeNotify]:
    with fake_notify.running() as fake:
        settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATE_ID, settings.NOTIFY_URL = KEY, TEMPLATE, fake.url
        yield fake


def store(**overrides) -> OutboxMessage:
    to_kim = {"kind": "test", "key": "1", "to": NUMBER, "subject": "", "text": "Your place is kept.", "secret": True}
    outbox.store(**{**to_kim, "channel": OutboxMessage.Channel.TEXT, **overrides})
    return OutboxMessage.objects.latest("pk")


def state_of(message: OutboxMessage) -> tuple:
    message.refresh_from_db()
    return message.state, message.attempts, message.last_error


def test_a_text_message_goes_out_after_the_change_is_committed_and_is_erased(
    notify, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        message = store()
        assert "kept" not in message.text
        assert notify.sent == []

    assert notify.sent == [
        {
            "phone_number": NUMBER,
            "template_id": TEMPLATE,
            "personalisation": {"message": "Your place is kept."},
            "reference": f"outbox-{message.pk}",
        }
    ]
    assert state_of(message) == ("sent", 1, "")
    assert message.text == ""


def test_we_say_who_we_are_as_notify_asks(notify):
    outbox.send(store().pk)

    told = {name.lower(): value for name, value in notify.headers[0].items()}
    claims = jwt.decode(told["authorization"].removeprefix("Bearer "), KEY[-36:], algorithms=["HS256"])
    assert told["path"] == "/v2/notifications/sms"
    assert claims["iss"] == KEY[-73:-37]


def test_it_is_sent_once(notify):
    message = store()
    assert store() == message
    outbox.send(message.pk)
    outbox.send(message.pk)

    assert len(notify.sent) == 1


@pytest.mark.parametrize("answer", [500, 503, 429, 403])
def test_a_fault_that_passes_is_tried_again_later(notify, answer):
    notify.answers = [answer]
    message = store()

    outbox.send(message.pk)
    state, attempts, error = state_of(message)
    assert (state, attempts, error[:4]) == ("queued", 1, "HTTP")
    assert message.text

    outbox.send(message.pk)
    assert state_of(message)[0] == "sent"


def test_a_number_that_does_not_exist_fails_at_once_and_costs_nothing_more(notify):
    notify.answers = [400]
    message = store()

    outbox.send(message.pk)
    outbox.send(message.pk)

    assert state_of(message) == ("failed", 1, "Undeliverable")
    assert message.text == ""
    assert len(notify.headers) == 1


def test_nobody_there_keeps_it_for_later(settings):
    settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATE_ID, settings.NOTIFY_URL = KEY, TEMPLATE, "http://127.0.0.1:9"
    message = store()

    outbox.send(message.pk)

    assert state_of(message)[:2] == ("queued", 1)


def test_what_was_stored_before_text_messages_were_switched_off_waits_and_says_so():
    message = store()

    outbox.send(message.pk)

    assert not by_text.can_send()
    assert state_of(message)[0] == "queued"


def test_mail_and_text_messages_stand_side_by_side_in_the_list_for_staff(notify, make_user, signed_in):
    store()
    admin = make_user("admin@example.org", is_superuser=True)
    page = signed_in(admin).get("/admin/mail/").content.decode()

    assert "Text message" in page
    assert NUMBER in page
