"""Whatever is killed in the middle, a place stays a promise and every mail goes out once (rule 10).

Web workers, the task worker and PostgreSQL are killed with -9 while a crowd books. Afterwards the same checks are
made that `check_places` makes every night.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from crowd import NO_ANSWER, ROOT, environment, everybody_presses, manage, serving
from django.db import connection

from champions.invariants import faults
from champions.models import Booking
from common.models import OutboxMessage

ATTEMPTS = 120
A_BACKEND = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() LIMIT 1"

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def in_the_middle(make_workshop, tmp_path):
    """Let a crowd book, do something terrible once the first are in, and give the workshop and the answers."""

    def during(deed) -> tuple:
        workshop = make_workshop(capacity=30)
        with serving(tmp_path) as (port, server):
            answers: list[Counter] = []
            crowd = threading.Thread(target=lambda: answers.append(everybody_presses(port, workshop, ATTEMPTS)))
            crowd.start()
            wait_until(lambda: Booking.objects.count() >= 5)
            deed(server)
            crowd.join(timeout=120)
        connection.close()
        workshop.refresh_from_db()
        return workshop, answers[0]

    return during


def wait_until(true, within: float = 60) -> None:
    deadline = time.monotonic() + within
    while not true():
        assert time.monotonic() < deadline, "It did not happen in time."
        time.sleep(0.02)


def workers_of(server: subprocess.Popen) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()]


def kept(workshop, answers: Counter) -> None:
    """Everybody who was told yes is in, no place is promised twice, and the nightly check finds nothing."""
    assert faults() == []
    assert workshop.seats_taken <= workshop.capacity
    assert workshop.bookings.count() >= answers[303]
    assert set(answers) <= {303, 500, 503, NO_ANSWER}, answers


def test_a_web_worker_is_killed(in_the_middle):
    workshop, answers = in_the_middle(lambda server: os.kill(workers_of(server)[0], signal.SIGKILL))

    kept(workshop, answers)
    assert answers[303] > ATTEMPTS / 2, "The other workers went on."


@pytest.fixture
def careful(db):
    """The tests' server answers before its log is written. A real one does not, and a kill must show that."""
    name = connection.ops.quote_name(connection.settings_dict["NAME"])
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER DATABASE {name} SET synchronous_commit = on")


def test_postgresql_is_killed(careful, in_the_middle):
    def kill_a_backend(server) -> None:
        with connection.cursor() as cursor:
            cursor.execute(A_BACKEND)
            (pid,) = cursor.fetchone()
        # When one of its processes dies so, PostgreSQL ends all others, and recovers from its log.
        os.kill(pid, signal.SIGKILL)
        connection.close()

    workshop, answers = in_the_middle(kill_a_backend)

    kept(workshop, answers)
    assert answers[303] > 0


def test_the_task_worker_is_killed_and_every_mail_goes_out_once(make_workshop, tmp_path):
    workshop = make_workshop(capacity=30)
    with serving(tmp_path) as (port, _):
        command = [sys.executable, "manage.py", "run_worker"]
        worker = subprocess.Popen(command, env=environment(tmp_path), cwd=ROOT, stderr=subprocess.DEVNULL)
        try:
            crowd = threading.Thread(target=everybody_presses, args=(port, workshop, ATTEMPTS))
            crowd.start()
            wait_until(lambda: sent().count() >= 5)
        finally:
            worker.kill()
            worker.wait()
            crowd.join(timeout=120)
    assert sent().count() < ATTEMPTS, "It was killed in the middle."

    # What the clock does every few minutes.
    manage(tmp_path, "send_due_mail")

    assert faults() == []
    assert sent().count() == OutboxMessage.objects.count() == ATTEMPTS
    lines = "".join(path.read_text() for path in (tmp_path / "mail").iterdir()).splitlines()
    numbers = Counter(line for line in lines if line.startswith("Message-ID:"))
    assert len(numbers) == ATTEMPTS
    # A kill between sending and noting it may send one mail again, with the same number: receivers show it once.
    assert sum(numbers.values()) <= ATTEMPTS + 1


def sent():
    return OutboxMessage.objects.filter(state=OutboxMessage.State.SENT)
