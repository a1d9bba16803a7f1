"""A proxy can ask whether we are alive and whether we can serve."""

import pytest
from django.db import OperationalError


def test_a_living_process_says_ok(client):
    assert client.get("/healthz").content == b"ok"


@pytest.mark.django_db
def test_ready_when_the_database_answers(client):
    assert client.get("/readyz").status_code == 200


def test_not_ready_when_the_database_is_down(client, monkeypatch):
    def down(self):
        raise OperationalError

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.cursor", down)

    assert client.get("/readyz").status_code == 503
