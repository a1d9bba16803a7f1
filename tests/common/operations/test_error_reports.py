"""When something breaks, those who mend it hear what kind of fault and where. Never whose data was in it."""

import gzip
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import brotli
import pytest
import sentry_sdk

from common.operations import error_reports

CANARY = "canary-of-amira"
# Sentry packs with whichever of them is installed.
OPENS = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


@pytest.fixture
def reports() -> Iterator[list[str]]:
    """What a server of ours is told, word for word."""
    told: list[str] = []

    class Collects(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.append(OPENS[self.headers.get("Content-Encoding")](body).decode())
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *args) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Collects)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    error_reports.start(f"http://key@127.0.0.1:{server.server_port}/1")
    yield told
    sentry_sdk.get_client().close(timeout=2)
    sentry_sdk.init(dsn=None, default_integrations=False)
    server.shutdown()


@pytest.mark.urls("breaking")
@pytest.mark.django_db
def test_a_report_tells_kind_and_place_and_nothing_of_anybody(client, reports):
    client.raise_request_exception = False
    # Sentry's own patch hears of it through Django's signal, as it does live.
    client.cookies["sessionid"] = CANARY

    answer = client.get(f"/breaks/?q={CANARY}", headers={"User-Agent": CANARY, "Authorization": CANARY})
    sentry_sdk.flush(timeout=5)

    assert answer.status_code == 500
    (report,) = [text for text in reports if "RuntimeError" in text]
    assert CANARY not in report
    assert "breaks" in report  # the function, as a place in the code
    event = json.loads(report.splitlines()[-1])
    assert event["tags"]["request_id"] == answer.headers["X-Request-ID"]
    assert set(event) <= {*error_reports.MAY_BE_SENT, "exception", "tags"}


def test_without_an_address_nothing_runs(monkeypatch):
    monkeypatch.setattr(sentry_sdk, "init", lambda **_: pytest.fail("it started all the same"))

    error_reports.start("")
