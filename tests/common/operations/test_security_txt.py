"""Somebody who found a hole finds where to write."""

from datetime import datetime, timedelta

from django.utils import timezone


def test_it_names_an_address_and_is_valid_for_less_than_a_year(client, settings):
    answer = client.get("/.well-known/security.txt")
    told = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert told["Contact"] == f"mailto:{settings.SECURITY_EMAIL}"
    left = datetime.fromisoformat(told["Expires"]) - timezone.now()
    assert timedelta(days=90) < left < timedelta(days=365)
