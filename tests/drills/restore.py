"""The drill that nobody should do for the first time on a bad day: bring a lost database back to one moment.

    make drill

A server with the demo takes bookings. It is backed up by docs/deploy/backup.sh while it runs. More is booked. Then
somebody empties the table of bookings. docs/deploy/restore.sh brings back the moment before, into empty folders. Every
table has to be as it was then, row by row, and every promise of the platform is checked.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
import with_postgres as postgres  # noqa: E402

SCRIPTS = ROOT / "docs" / "deploy"
BOOK = """
from champions.actions import book
from champions.models import Workshop
workshop = next(one for one in Workshop.objects.order_by("pk") if one.is_open and one.seats_left > 9)
for n in range({count}):
    book(workshop=workshop, key=f"drill-{start}-{{n}}", name="Somebody", email=f"drill-{start}-{{n}}@demo.example",
         description="resident", places=1)
"""


class Server:
    """A PostgreSQL whose data, door and log pieces are in folders of its own."""

    def __init__(self, programs: Path, home: Path, data: Path, *settings: str) -> None:
        options = [part for setting in settings for part in ("-c", setting)]
        with (home / "log").open("ab") as log:
            command = [programs / "postgres", "-D", data, "-k", home, "-c", "listen_addresses=", *options]
            self.process = subprocess.Popen(command, stdout=log, stderr=log, cwd=home, **postgres.as_owner())
        self.home = home
        postgres.wait(self.process, home)

    @property
    def address(self) -> str:
        return f"postgres://tester@/drill?host={self.home}"

    def ask(self, statement: str, database: str = "drill") -> list[tuple]:
        with psycopg.connect(host=str(self.home), user="tester", dbname=database, autocommit=True) as connection:
            answer = connection.execute(statement)
            return answer.fetchall() if answer.description else []

    def manage(self, *words: str) -> str:
        environment = {**os.environ, "DATABASE_URL": self.address, "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            sys.exit(f"FAILED: manage.py {words[0]}\n{done.stderr or done.stdout}")
        return done.stdout.strip()

    def rows(self) -> dict[str, str]:
        """Each table of ours, as a digest of all of its rows."""
        tables = self.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        digest = "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') FROM {} t"
        return {name: self.ask(digest.format(f'"{name}"'))[0][0] for (name,) in tables}


@contextmanager
def timed(what: str):
    began = time.perf_counter()
    yield
    print(f"{what}: {time.perf_counter() - began:.1f} s", flush=True)


def script(name: str, programs: Path, *words: str, **environment: object) -> str:
    given = {name: str(value) for name, value in environment.items()}
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    command = [str(SCRIPTS / name), *words]
    return subprocess.run(
        command, env={"PATH": path, **given}, check=True, capture_output=True, text=True
    ).stdout.strip()


def folder(home: Path, name: str) -> Path:
    made = home / name
    made.mkdir()
    postgres.own(made)
    return made


def wait_until(true: Callable[[], bool], problem: str, within: float = 60) -> None:
    deadline = time.monotonic() + within
    while not true():
        if time.monotonic() > deadline:
            sys.exit(f"FAILED: {problem}")
        time.sleep(0.1)


def drill(home: Path) -> None:
    programs = postgres.programs_for(home)
    archive, backups = folder(home, "archive"), folder(home, "backups")
    storage, door = folder(home, "storage"), folder(home, "door")
    (storage / "private").mkdir()
    (storage / "private" / "a-file").write_text("kept")
    postgres.initialise(programs, home, home / "data")
    keeps = f"archive_command=ARCHIVE={archive} {SCRIPTS / 'archive.sh'} %p %f"
    first = Server(programs, door, home / "data", "archive_mode=on", keeps, "wal_level=replica")
    first.ask("CREATE DATABASE drill", "postgres")
    with timed("Migrated, demo loaded"):
        first.manage("migrate", "--verbosity=0")
        first.manage("createcachetable")
        first.manage("load_demo")
    with timed("Backed up while it runs"):
        taken = script("backup.sh", programs, DATABASE=first.address, STORAGE=storage, BACKUP=backups)
    first.manage("shell", "-c", BOOK.format(count=5, start="after-the-backup"))
    before, (moment,) = first.rows(), first.ask("SELECT now()::text")[0]
    first.ask("DELETE FROM champions_offer; TRUNCATE champions_booking CASCADE")
    (piece,) = first.ask("SELECT pg_walfile_name(pg_switch_wal())")[0]
    wait_until((archive / piece).exists, f"{piece} was not handed over.")
    postgres.stop(first.process)
    print(f"Lost: every booking. Bringing back {moment}.")

    data, files, other_door = folder(home, "new-data"), folder(home, "new-files"), folder(home, "new-door")
    began = time.perf_counter()
    with timed("Unpacked into empty folders"):
        script("restore.sh", programs, taken, moment, DATA=data, STORAGE=files, ARCHIVE=archive)
        postgres.own(data)
    second = Server(programs, other_door, data)
    recovering = "SELECT pg_is_in_recovery()"
    wait_until(lambda: not second.ask(recovering, "postgres")[0][0], "It did not reach that moment.")
    for check in (["migrate", "--check"], ["check_places"], ["check_log"]):
        print(f"{check[0]}: {(second.manage(*check) or 'nothing is missing').splitlines()[0]}")
    print(f"From empty folders to checked: {time.perf_counter() - began:.1f} s")
    after = second.rows()
    postgres.stop(second.process)
    changed = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    if changed or (files / "private" / "a-file").read_text() != "kept":
        sys.exit(f"FAILED: not as it was: {changed or 'the files'}")
    print(f"All {len(after)} tables are as they were, row by row, and so are the files.")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="stv-drill-", ignore_cleanup_errors=True) as made:
        home = Path(made)
        if os.geteuid() == 0:
            home.chmod(0o755)
        drill(home)
