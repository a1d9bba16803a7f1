"""The logs keep neither what people searched for nor a link that opens something."""

import logging

import pytest

from common.log_privacy import LeaveOutSecrets, without_secrets
from common.sealed import seal


def test_a_sealed_address_is_cut_out():
    token = seal("my boyfriend hits me", purpose="search")

    assert without_secrets(f"Gone: /find-support/results/{token}/") == "Gone: /find-support/results/[token]/"


def test_a_query_is_cut_out():
    assert (
        without_secrets("Not Found: /api/oruk/v3/services?search=knife page 2")
        == "Not Found: /api/oruk/v3/services?[query] page 2"
    )


def test_ordinary_words_stay():
    line = "Not Found: /services/national-domestic-abuse-helpline/"

    assert without_secrets(line) == line


@pytest.mark.django_db
def test_a_dead_link_leaves_no_token_in_the_log(client, caplog):
    caplog.handler.addFilter(LeaveOutSecrets())
    token = seal("x" * 30, purpose="anything")

    with caplog.at_level(logging.WARNING):
        client.get(f"/nowhere/{token}/?q=secret")

    assert "Not Found" in caplog.text
    assert token not in caplog.text
