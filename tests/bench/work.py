"""Work in the background: how long it takes to leave a mail for it, and how fast one worker and two send them."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db.models import Max, Min
from report import line, part
from servers import wait_for

from common.models import OutboxMessage

MAILS = 1_000
ROOT = Path(__file__).resolve().parents[2]


def measure() -> None:
    part(f"Work in the background: {MAILS:,} mails, to nobody")
    _measure("In the database", {})
    if shutil.which("redis-server"):
        with _redis() as address:
            _measure("In Redis", {"TASKS_URL": address})
    else:
        line("In Redis", "not measured: no redis-server here")


def _measure(where: str, settings: dict[str, str]) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **settings}
    left, speeds, again = 0.0, [], 0
    for workers in (1, 2):
        OutboxMessage.objects.all().delete()
        command = [sys.executable, "-c", _LEAVE, str(MAILS)]
        left = float(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout)
        speeds.append(_sent_a_second(workers, environment))
        again += OutboxMessage.objects.exclude(attempts=1).count()
    line(f"{where}: to leave one", f"{left:.1f} ms")
    line(f"{where}: one worker, two workers", f"{speeds[0]:.0f} and {speeds[1]:.0f} a second")
    line(f"{where}: not sent, or tried twice", str(again), "none", not again)


_LEAVE = """
import sys, time, django
django.setup()
from common import outbox
began = time.perf_counter()
for number in range(int(sys.argv[1])):
    outbox.store(kind="bench", key=str(number), to="nobody@example.org", subject="A mail", text="Some words.")
print(1000 * (time.perf_counter() - began) / int(sys.argv[1]))
"""


def _sent_a_second(workers: int, environment: dict[str, str]) -> float:
    """From the first mail to the last, so that starting a worker does not count."""
    command = [sys.executable, "manage.py", "run_worker", "--verbosity=0"]
    running = [subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL) for _ in range(workers)]
    given_up = time.monotonic() + 300
    while OutboxMessage.objects.filter(state=OutboxMessage.State.QUEUED).exists() and time.monotonic() < given_up:
        time.sleep(0.2)
    # Mail that is left after that is told as not sent.
    for one in running:
        one.terminate()
        one.wait(timeout=60)
    ends = OutboxMessage.objects.aggregate(first=Min("sent_at"), last=Max("sent_at"))
    if not ends["last"]:
        return 0.0
    return MAILS / max((ends["last"] - ends["first"]).total_seconds(), 1e-6)


@contextmanager
def _redis() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", home]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            wait_for(port, server)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()
            server.wait(timeout=60)
