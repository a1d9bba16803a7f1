"""Something broke on our side: a page says so, names nobody, and says what to do next."""

import breaking
import pytest
from django.db import InternalError, OperationalError
from django.test import Client

pytestmark = pytest.mark.urls("breaking")


def opened(monkeypatch, error: Exception):
    """What somebody sees where `error` happened."""
    monkeypatch.setattr(breaking, "urlpatterns", breaking.breaks_with(lambda: error))
    return Client(raise_request_exception=False).get("/breaks/")


def test_a_fault_of_ours_has_a_number_to_name(monkeypatch):
    answer = opened(monkeypatch, RuntimeError("canary"))

    page = answer.content.decode()
    assert answer.status_code == 500
    assert answer.headers["X-Request-ID"][:8] in page
    assert "canary" not in page


AWAY = OperationalError("server closed the connection")
TAKES_NO_CHANGES = InternalError("cannot execute INSERT in a read-only transaction")


@pytest.mark.parametrize("error", [AWAY, TAKES_NO_CHANGES], ids=["away", "takes no changes"])
def test_while_the_database_is_away_people_are_asked_to_come_back(monkeypatch, error):
    answer = opened(monkeypatch, error)

    page = answer.content.decode()
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "60"
    assert "what you wrote should still be there" in page
    assert "999" in page


def test_another_internal_error_is_a_fault_of_ours(monkeypatch):
    assert opened(monkeypatch, InternalError("current transaction is aborted")).status_code == 500
