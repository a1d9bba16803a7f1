"""The address alone decides the language; what the browser prefers changes nothing and is not remembered."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("preferred", ["es", "ar", "fr-FR,fr;q=0.9", "x" * 500, "*"])
def test_english_pages_stay_english_for_every_browser(client, preferred):
    response = client.get("/find-support/", headers={"Accept-Language": preferred})

    assert b'<html lang="en-gb" dir="ltr"' in response.content
    assert response.cookies == {}
    assert "Accept-Language" not in response.get("Vary", "")
