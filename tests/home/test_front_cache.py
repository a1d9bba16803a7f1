"""A cache in front of the platform is asked to forget what changed, and one that is away stops nobody."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.apps import apps
from wagtail.contrib.frontend_cache.signal_handlers import page_published_signal_handler
from wagtail.signals import page_published

from common.models import Ward
from home.models import CampaignPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def forgotten(settings):
    """The addresses that a cache in front was asked to forget, with the host of each."""
    asked: list[str] = []

    class Front(BaseHTTPRequestHandler):
        def do_PURGE(self):
            asked.append(f"{self.headers['Host']}{self.path}")
            self.send_response(200)
            self.end_headers()

        def log_message(self, *words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Front)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    in_front_at(settings, f"http://127.0.0.1:{server.server_port}")
    yield asked
    server.shutdown()
    server.server_close()


def in_front_at(settings, address: str) -> None:
    settings.WHOLE_PAGES_SECONDS = 60
    backend = "wagtail.contrib.frontend_cache.backends.HTTPBackend"
    settings.WAGTAILFRONTENDCACHE = {"front": {"BACKEND": backend, "LOCATION": address}}


def test_whatever_changes_the_lists_are_forgotten(forgotten, make_campaign, django_capture_on_commit_callbacks):
    section = make_campaign().get_parent().url
    with django_capture_on_commit_callbacks(execute=True):
        Ward.objects.create(name="Somewhere", code="somewhere")

    paths = {address[address.index("/") :] for address in forgotten}
    assert {"/", "/find-support/", "/workshops/", section} <= paths


def test_a_page_that_is_published_is_forgotten(forgotten, make_campaign, django_capture_on_commit_callbacks):
    campaign = make_campaign()
    # As wagtail.contrib.frontend_cache connects it, which is only installed where a cache in front is named.
    page_published.connect(page_published_signal_handler, sender=CampaignPage)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            campaign.save_revision().publish()
    finally:
        page_published.disconnect(page_published_signal_handler, sender=CampaignPage)

    assert any(address.endswith(campaign.url) for address in forgotten)


def test_one_that_is_away_stops_nobody(settings, django_capture_on_commit_callbacks, caplog):
    in_front_at(settings, "http://127.0.0.1:9")

    with django_capture_on_commit_callbacks(execute=True):
        Ward.objects.create(name="Somewhere", code="somewhere")

    assert "Couldn't purge" in caplog.text
    assert Ward.objects.filter(code="somewhere").exists()


def test_nobody_is_asked_where_none_is_named(settings, django_capture_on_commit_callbacks, monkeypatch):
    settings.WHOLE_PAGES_SECONDS = 60
    monkeypatch.setattr("common.front_cache.let_go", lambda: pytest.fail("asked"))

    with django_capture_on_commit_callbacks(execute=True):
        Ward.objects.create(name="Somewhere", code="somewhere")

    assert not apps.is_installed("wagtail.contrib.frontend_cache")
