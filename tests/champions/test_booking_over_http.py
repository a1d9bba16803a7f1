"""The whole way, through a real web server with several workers: hundreds of tries from two hundred addresses for
thirty places, with the rate limits on. The control, without the lock, is in test_capacity_under_load.py."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.db.models import Sum

from champions.journey import FORM, Journey
from champions.models import Offer, Workshop
from common import form_state
from common.models import OutboxMessage

ROOT = Path(__file__).resolve().parents[2]
# BOOKING_ATTEMPTS=1000 for the full measure; fewer by themselves, so that the tests stay quick.
ATTEMPTS = int(os.environ.get("BOOKING_ATTEMPTS", "300"))
ADDRESSES, CLIENTS, CAPACITY = 200, 32, 30

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def serve(tmp_path):
    """Start our web server, with three workers, on the test's own database."""
    running = []

    def start() -> int:
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            port = listener.getsockname()[1]
        stem, _, options = os.environ["DATABASE_URL"].partition("?")
        address = stem.rpartition("/")[0] + "/" + connection.settings_dict["NAME"] + (f"?{options}" if options else "")
        environment = {
            **os.environ,
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "DEBUG": "False",
            "TRUSTED_PROXY_COUNT": "1",
            "VAR_DIR": str(tmp_path),
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site"), str(tmp_path)]),
        }
        # The counters of the rate limits, which the workers share.
        table = [sys.executable, "manage.py", "createcachetable"]
        subprocess.run(table, env=environment, cwd=ROOT, check=True)
        command = [sys.executable, "-m", "gunicorn", "--workers=3", "--threads=4", f"--bind=127.0.0.1:{port}"]
        with (tmp_path / "web.log").open("ab") as log:
            process = subprocess.Popen([*command, "config.wsgi"], env=environment, cwd=ROOT, stdout=log, stderr=log)
        running.append(process)
        _wait_for(port)
        return port

    yield start
    for process in running:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail("The web server did not start.")


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
    line.request("POST", f"/workshops/{workshop.slug}/book/", body, headers)
    status = line.getresponse().status
    line.close()
    if status == 500:
        raise AssertionError("The web server made a mistake: see web.log in the test's folder.")
    return status


def everybody_presses(port: int, workshop: Workshop, attempts: int) -> Counter:
    bodies = [last_page(workshop, number) for number in range(attempts)]
    with ThreadPoolExecutor(CLIENTS) as pool:
        return Counter(pool.map(lambda number: press(port, workshop, number, bodies[number]), range(attempts)))


def places_promised(workshop: Workshop) -> int:
    return workshop.bookings.seated().aggregate(total=Sum("places", default=0))["total"]


def test_hundreds_of_tries_from_two_hundred_addresses_get_exactly_thirty_places(make_workshop, serve):
    workshop = make_workshop(capacity=CAPACITY)
    port = serve()

    began = time.monotonic()
    answers = everybody_presses(port, workshop, ATTEMPTS)
    seconds = time.monotonic() - began

    print(f"{ATTEMPTS} tries in {seconds:.1f} s: {ATTEMPTS / seconds:.0f} a second; answers {dict(answers)}")
    workshop.refresh_from_db()
    queue = workshop.bookings.waiting().values_list("queue_number", flat=True)
    mail = Counter(OutboxMessage.objects.values_list("kind", flat=True))
    seated = workshop.bookings.seated().count()
    assert answers == {303: ATTEMPTS}
    assert workshop.seats_taken == places_promised(workshop) == CAPACITY
    assert workshop.bookings.count() == ATTEMPTS
    assert list(queue) == list(range(1, ATTEMPTS - seated + 1))
    assert mail == {"champions/emails/confirm": seated, "champions/emails/waiting": ATTEMPTS - seated}
    assert not Offer.objects.exists()
