"""Those who watch the platform see numbers, and only with their token. No address and no person is among them."""

import pytest
from django.db import OperationalError

from common.models import OutboxMessage

pytestmark = pytest.mark.django_db
TOKEN = "watch-" * 8


@pytest.fixture
def watched(settings):
    settings.METRICS_TOKEN = TOKEN


def numbers(client) -> str:
    return client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).content.decode()


@pytest.mark.usefixtures("watched")
def test_without_the_token_there_is_no_such_page(client):
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"Authorization": "Bearer wrong"}).status_code == 404


def test_where_no_token_is_set_an_empty_one_opens_nothing(client):
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


@pytest.mark.usefixtures("watched")
def test_answers_are_counted_by_view_and_never_by_address(client):
    client.get("/healthz")
    client.get("/nobody-may-see-this-word/")

    told = numbers(client)
    assert 'answers_total{method="GET",route="healthz",status="200"}' in told
    assert "nobody-may-see" not in told


@pytest.mark.usefixtures("watched")
def test_mail_that_waits_and_mail_that_failed_are_told_apart(client):
    def store(state: str, key: str) -> None:
        OutboxMessage.objects.create(kind="x", key=key, to="amira@example.org", subject="s", text="t", state=state)

    store(OutboxMessage.State.QUEUED, "one")
    store(OutboxMessage.State.FAILED, "two")
    store(OutboxMessage.State.FAILED, "three")

    told = numbers(client)
    assert f'outbox_messages{{state="{OutboxMessage.State.QUEUED.label}"}} 1.0' in told
    assert f'outbox_messages{{state="{OutboxMessage.State.FAILED.label}"}} 2.0' in told
    assert "amira" not in told


@pytest.mark.usefixtures("watched")
def test_while_the_database_is_down_the_page_says_so(client, monkeypatch):
    def down(self):
        raise OperationalError

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.cursor", down)

    assert "database_up 0.0" in numbers(client)
