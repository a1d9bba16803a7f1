"""GOV.UK Notify on this machine: its address, what was sent to it, and what it answers."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

KEY = "test-11111111-1111-4111-8111-111111111111-22222222-2222-4222-8222-222222222222"
TEMPLATE = "33333333-3333-4333-8333-333333333333"


@dataclass
class FakeNotify:
    url: str = ""
    # One status for each answer; 201 when there are none left.
    answers: list[int] = field(default_factory=list)
    sent: list[dict] = field(default_factory=list)
    headers: list[dict] = field(default_factory=list)


@contextmanager
def running() -> Iterator[FakeNotify]:
    fake = FakeNotify()

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            fake.headers.append({"path": self.path, **self.headers})
            status = fake.answers.pop(0) if fake.answers else 201
            if status == 201:
                fake.sent.append(body)
                answer = {"id": TEMPLATE, "reference": body.get("reference"), "content": {"body": ""}}
            else:
                answer = {"status_code": status, "errors": [{"error": "BadRequestError", "message": "no"}]}
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *args):
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    fake.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
