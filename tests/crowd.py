"""A crowd at a real web server: our own, with several workers, on the database of the test that asks for it."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from django.db import connection

from champions.journey import FORM, Journey
from champions.models import Workshop
from common import form_state

ROOT = Path(__file__).resolve().parents[1]
ADDRESSES, CLIENTS = 200, 32
# A worker that is killed in the middle gives no answer.
NO_ANSWER = 0


def environment(folder: Path) -> dict[str, str]:
    """What our programs need to work on the test's database, with their files in `folder`."""
    stem, _, options = os.environ["DATABASE_URL"].partition("?")
    address = stem.rpartition("/")[0] + "/" + connection.settings_dict["NAME"] + (f"?{options}" if options else "")
    return {
        **os.environ,
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DEBUG": "False",
        "TRUSTED_PROXY_COUNT": "1",
        "VAR_DIR": str(folder),
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site"), str(folder)]),
    }


@contextmanager
def serving(folder: Path) -> Iterator[tuple[int, subprocess.Popen]]:
    """Start our web server with three workers: its port and its process."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    # The counters of the rate limits, which the workers share.
    manage(folder, "createcachetable")
    command = [sys.executable, "-m", "gunicorn", "--workers=3", "--threads=4", f"--bind=127.0.0.1:{port}"]
    with (folder / "web.log").open("ab") as log:
        process = subprocess.Popen([*command, "config.wsgi"], env=environment(folder), cwd=ROOT, stdout=log, stderr=log)
    try:
        wait_for(port)
        yield port, process
    finally:
        process.terminate()
        process.wait(timeout=30)


def manage(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, env=environment(folder), cwd=ROOT, check=True)


def wait_for(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("The web server did not start.")


def last_page(workshop: Workshop, number: int) -> bytes:
    """The last page of the form, filled in by one of many: it waits for the button alone."""
    journey = Journey.begin(workshop)
    journey.state |= {"key": f"key-{number}", "began": journey.state["began"] - 60}
    journey.answers.update(
        is_adult="yes",
        description="parent",
        places=1 + number % 3,
        name=f"Person {number}",
        email=f"person{number}@example.org",
    )
    state = form_state.pack(journey.state, form=FORM)
    return urlencode({"step": "check", "wait": "yes", "state": state}).encode()


def press(port: int, workshop: Workshop, number: int, body: bytes) -> int:
    """Send it from one of two hundred addresses. Gives the status of the answer."""
    address = f"198.51.{number % ADDRESSES // 100}.{number % 100 + 1}"
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Forwarded-For": address,
        "Origin": f"http://127.0.0.1:{port}",
    }
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        line.request("POST", f"/workshops/{workshop.slug}/book/", body, headers)
        status = line.getresponse().status
    except (OSError, http.client.HTTPException):
        return NO_ANSWER
    finally:
        line.close()
    return status


def everybody_presses(port: int, workshop: Workshop, attempts: int) -> Counter:
    bodies = [last_page(workshop, number) for number in range(attempts)]
    with ThreadPoolExecutor(CLIENTS) as pool:
        return Counter(pool.map(lambda number: press(port, workshop, number, bodies[number]), range(attempts)))
