"""What visitors notice while parts of the platform are restarted, killed and lost.

    make drill-nodes

Readers open public pages and people book places, all the time and through nginx. Meanwhile: both nodes are restarted
one after the other, a node is killed, Redis is lost, a worker is killed, PostgreSQL is restarted, the store of files
hangs. Whoever books and gets an error presses again, as people do. In the end every press is one booking, with one
letter, and every promise of the platform is checked.
"""

import io
import itertools
import os
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "tests" / "bench"), str(ROOT / "site"), str(ROOT)]
import PIL.Image  # noqa: E402
from topology import Topology, postgres  # noqa: E402

# So many workshops that there is still something to book in the last phase.
READERS, BOOKERS, WORKSHOPS = 3, 2, 24
PAGES = ["/", "/find-support/", "/workshops/", "/community/", "/safety/"]
QUIET = 4  # seconds of load before and after each fault
CALM = "Nothing happens"
RESTARTED = "Both nodes are restarted, one after the other"
NODE_KILLED = "A node is killed, and started again 3 s later"
REDIS_LOST = "Redis is lost for 5 s, with all that it held"
WORKER_KILLED = "A worker is killed"
DATABASE_RESTARTED = "PostgreSQL is restarted"
HANGS_FOR = 5  # seconds
STORE_HANGS = f"The store of files answers nothing for {HANGS_FOR} s"
PHASES = (CALM, RESTARTED, NODE_KILLED, REDIS_LOST, WORKER_KILLED, DATABASE_RESTARTED, STORE_HANGS)


class Load:
    """Visitors who never stop, and what they met."""

    def __init__(self, topology: Topology, presses: list, files: list[str]) -> None:
        self.topology, self.ended = topology, threading.Event()
        self.presses = iter(presses)
        self.phase, self.met, self.slowest = "", Counter(), Counter()
        self.booked: set[str] = set()
        self.lock = threading.Lock()
        visitors = [(self._read, ("pages", PAGES[number:] + PAGES[:number])) for number in range(READERS)]
        visitors += [(self._read, ("files", files)), *((self._book, (number,)) for number in range(BOOKERS))]
        self.threads = [threading.Thread(target=visit, args=what) for visit, what in visitors]

    def note(self, kind: str, status: int, began: float) -> bool:
        took = time.monotonic() - began
        # A booking that is answered with anything but its own page was not made.
        fine = status == (303 if kind == "bookings" else 200)
        with self.lock:
            self.met[self.phase, kind, "answered" if fine else f"failed ({status or 'line broke'})"] += 1
            self.slowest[self.phase] = max(self.slowest[self.phase], took)
        return fine

    def _read(self, kind: str, paths: list[str]) -> None:
        for path in itertools.cycle(paths):
            if self.ended.is_set():
                return
            began = time.monotonic()
            self.note(kind, self.topology.ask(path), began)
            time.sleep(0.02)

    def _book(self, number: int) -> None:
        while not self.ended.is_set():
            with self.lock:
                key, press = next(self.presses, (None, None))
            if press is None:
                return
            source = f"127.0.{number + 1}.{abs(hash(key)) % 250 + 1}"
            while not self.ended.is_set():
                began = time.monotonic()
                if self.note("bookings", self.topology.press(press, source), began):
                    self.booked.add(key)
                    break
                time.sleep(0.5)
            time.sleep(0.1)

    @contextmanager
    def going_on(self):
        for thread in self.threads:
            thread.start()
        try:
            yield
        finally:
            self.ended.set()
            for thread in self.threads:
                thread.join()

    @contextmanager
    def during(self, phase: str):
        self.phase = phase
        time.sleep(QUIET)
        yield
        time.sleep(QUIET)

    def unanswered(self, phase: str) -> list[str]:
        """The kinds of which nothing was answered in this phase."""
        return [kind for kind in ("bookings", "files", "pages") if not self.met[phase, kind, "answered"]]

    def failed(self, phase: str) -> int:
        return sum(n for (p, _, what), n in self.met.items() if p == phase and what != "answered")

    def told(self, phase: str) -> str:
        words = [f"{number} {kind} {what}" for (p, kind, what), number in sorted(self.met.items()) if p == phase]
        return f"{phase}: {', '.join(words)}; slowest {self.slowest[phase]:.1f} s"


def presses_of(topology: Topology) -> list:
    """What people send who fill the form in: made beforehand, with the keys of this installation."""
    os.environ.update(topology.environment)
    import django

    django.setup()
    from bookings import a_workshop, presses

    tried = ((n, i, press) for n in range(WORKSHOPS) for i, press in enumerate(presses(a_workshop(), 60)))
    return [(f"{n}-{i}", press) for n, i, press in tried]


def files_of(topology: Topology) -> list[str]:
    """The addresses of a picture and a leaflet that staff have sent. A leaflet in a private collection stays shut."""
    from django.core.files.base import ContentFile
    from wagtail.documents.models import Document
    from wagtail.images.models import Image
    from wagtail.models import Collection, CollectionViewRestriction

    drawn = io.BytesIO()
    PIL.Image.new("RGB", (1200, 800), "orange").save(drawn, "JPEG")
    picture = Image.objects.create(title="Sun", file=ContentFile(drawn.getvalue(), "sun.jpg"))
    leaflet = Document.objects.create(title="Leaflet", file=ContentFile(b"%PDF-1.7 leaflet", "leaflet.pdf"))
    shut = Collection.get_first_root_node().add_child(name="Shut")
    CollectionViewRestriction.objects.create(collection=shut, restriction_type="login")
    secret = Document.objects.create(title="Shut", file=ContentFile(b"%PDF-1.7 shut", "shut.pdf"), collection=shut)
    open_to_all = [picture.get_rendition("width-400|format-webp").url, leaflet.url]
    shut_away = [f"/media/{secret.file.name}", f"/_files/bucket/drill-media/{secret.file.name}", secret.url]
    found = {path: topology.ask(path) for path in [*open_to_all, *shut_away]}
    print("Files:", ", ".join(f"{path} {status}" for path, status in found.items()))
    if any(found[path] != 200 for path in open_to_all) or any(found[path] not in (302, 404) for path in shut_away):
        sys.exit("FAILED: a file is not there for those whom it is for, or is there for others")
    return open_to_all


def drill(topology: Topology, load: Load, files: list[str]) -> list[str]:
    nodes, faults = topology.nodes, []
    with load.going_on():
        with load.during(CALM):
            pass
        with load.during(RESTARTED):
            for node in nodes:
                node.restart()
                time.sleep(3)
        with load.during(NODE_KILLED):
            nodes[0].kill()
            time.sleep(3)
            nodes[0].start()
        with load.during(REDIS_LOST):
            topology.redis.kill()
            time.sleep(5)
            topology.redis.start()
        with load.during(WORKER_KILLED):
            topology.workers[0].kill()
            topology.workers[0].start()
        with load.during(DATABASE_RESTARTED):
            postgres.stop(topology.database.process)
            time.sleep(2)
            topology.open_database()
        with load.during(STORE_HANGS):
            waited = topology.ask_while_the_store_hangs(files[0], HANGS_FOR)
            if waited < HANGS_FOR:
                faults.append(f"{STORE_HANGS}: a picture came all the same, so nothing was practised")
    print(*map(load.told, PHASES), sep="\n")
    # A phase in which nothing was answered would have nothing that failed either.
    faults += [f"{phase}: of {kind} none was answered" for phase in PHASES for kind in load.unanswered(phase)]
    unnoticed = (CALM, RESTARTED, REDIS_LOST, WORKER_KILLED, STORE_HANGS)
    faults += [f"{phase}: somebody was turned away" for phase in unnoticed if load.failed(phase)]
    return faults


def what_is_wrong_now(topology: Topology, load: Load) -> list[str]:
    """Every press that was answered is one booking, each booking has one letter, and the invariants hold."""
    faults = []
    rows = topology.database.ask(
        "SELECT count(*), count(DISTINCT (workshop_id, idempotency_key)) FROM champions_booking"
    )
    bookings, distinct = rows[0]
    letters = topology.database.ask(
        "SELECT count(*), count(DISTINCT key) FROM common_outboxmessage WHERE kind IN "
        "('champions/emails/confirm', 'champions/emails/waiting')"
    )[0]
    print(f"{len(load.booked)} presses were answered. Bookings: {bookings}. Letters: {letters[0]}.")
    if bookings != distinct or not len(load.booked) <= bookings <= len(load.booked) + BOOKERS:
        faults.append("a booking was lost or doubled")
    if letters != (bookings, bookings):
        faults.append("a letter was lost or doubled")
    # What Redis lost of the work, the clock takes up.
    print(f"Mail that no worker has tried to send: {untried(topology)}.")
    print(f"try_work_again: {topology.manage('try_work_again').strip()}")
    print(f"send_due_mail: {topology.manage('send_due_mail').strip()}")
    if untried(topology):
        faults.append("mail was left that nobody tried to send")
    print(f"check_places: {topology.manage('check_places').splitlines()[0]}")
    print(f"check_log: {topology.manage('check_log').splitlines()[0]}")
    return faults


def untried(topology: Topology) -> int:
    return topology.database.ask("SELECT count(*) FROM common_outboxmessage WHERE attempts = 0")[0][0]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="stv-nodes-", ignore_cleanup_errors=True) as made:
        home = Path(made)
        home.chmod(0o755)
        topology = Topology(home, large=True)
        try:
            presses = presses_of(topology)
            files = files_of(topology)
            load = Load(topology, presses, files)
            wrong = drill(topology, load, files) + what_is_wrong_now(topology, load)
        finally:
            topology.close()
    if wrong:
        sys.exit("FAILED: " + "; ".join(wrong))
    print("Nothing was lost, and nothing was doubled.")
