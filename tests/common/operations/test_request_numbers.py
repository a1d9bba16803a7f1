"""Each answer has a number, which stands in the log and says nothing about who asked."""

import json
import logging

import pytest

from common.operations.log_lines import JsonLines
from common.operations.request_ids import KnowTheRequest

pytestmark = pytest.mark.django_db


def test_two_answers_have_two_numbers(client):
    first, second = (client.get("/healthz").headers["X-Request-ID"] for _ in range(2))

    assert len(first) == 32
    assert first != second


def test_a_strangers_number_is_not_believed(client, settings):
    settings.TRUSTED_PROXY_COUNT = 0
    given = "a" * 32

    assert client.get("/healthz", headers={"X-Request-ID": given}).headers["X-Request-ID"] != given


def test_our_own_proxys_number_is_kept_if_it_is_one(client, settings):
    settings.TRUSTED_PROXY_COUNT = 1

    assert client.get("/healthz", headers={"X-Request-ID": "b" * 32}).headers["X-Request-ID"] == "b" * 32
    assert client.get("/healthz", headers={"X-Request-ID": "evil\tline"}).headers["X-Request-ID"] != "evil\tline"


def test_the_line_about_a_request_names_our_view_and_never_the_address(client, caplog):
    caplog.handler.addFilter(KnowTheRequest())
    caplog.handler.setFormatter(JsonLines())

    with caplog.at_level(logging.INFO, logger="common.operations"):
        number = client.get("/bookings/a-secret-token/?q=words").headers["X-Request-ID"]

    (line,) = [json.loads(text) for text in caplog.text.splitlines() if '"answered"' in text]
    assert line["request_id"] == number
    assert line["route"]
    assert line["method"] == "GET"
    assert "secret" not in json.dumps(line)
    assert "words" not in json.dumps(line)


def test_a_line_tells_the_kind_and_place_of_an_error_and_none_of_its_words():
    def refuse() -> None:
        raise ValueError("Key (email)=(amira@example.org) already exists.")

    record = None
    try:
        refuse()
    except ValueError as error:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "It broke", (), (type(error), error, None))
        record.exc_info = (type(error), error, error.__traceback__)
    line = JsonLines().format(record)

    assert "builtins.ValueError" in line
    assert "refuse" in line
    assert "amira" not in line
