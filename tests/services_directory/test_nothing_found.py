"""Finding nothing is never the end."""

import pytest

from services_directory.models import Audience


@pytest.mark.parametrize("way", ["words", "filters"])
def test_whoever_finds_nothing_gets_numbers_and_ways_on(client, demo_directory, search, need, way):
    if way == "words":
        response = search("zzqqxx")
    else:
        response = client.get(
            "/find-support/", {"need": need("older").pk, "who": Audience.objects.get(code="young").pk}
        )
    page = response.content.decode()

    assert "<strong>0 services</strong>" in page
    assert 'href="tel:999"' in page
    assert "press <strong>55</strong>" in page
    assert 'href="tel:08001111"' in page
    assert 'href="/services/athena/"' in page
    assert "I am being hurt at home" in page
