"""A migrated database that test databases are copied from, because migrating takes longer than most tests.

It is made once for each state of the migrations and kept outside the checkout. A stale one is never used: its name
is a fingerprint of what made it, and Django's own `migrate` still runs over each copy.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
A_WEEK = 7 * 24 * 60 * 60
FOLDER = Path(tempfile.gettempdir()) / f"stop-the-violence-tests-{os.getuid()}"


def fingerprint() -> str:
    """Names what a migrated database depends on: the Python, the locked packages and the apps' own migrations."""
    made_from = hashlib.sha256(sys.version.encode())
    apps = [folder for folder in (ROOT, ROOT / "site") for folder in folder.iterdir() if folder.is_dir()]
    migrations = [path for folder in apps for path in folder.glob("migrations/*.py")]
    for source in sorted({ROOT / "requirements" / "test.txt", *migrations}):
        made_from.update(source.relative_to(ROOT).as_posix().encode() + source.read_bytes())
    return made_from.hexdigest()[:20]


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two test runs, or two workers of one, do not make the same template at once."""
    FOLDER.mkdir(mode=0o700, exist_ok=True)
    with (FOLDER / "lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def forget_old() -> None:
    """Throw away templates of last week: each is tens of megabytes, and every new migration makes another."""
    for path in FOLDER.iterdir():
        if time.time() - path.stat().st_mtime > A_WEEK:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def migrate(address: str) -> None:
    """Migrate the database at this address, in a process of its own.

    Raises subprocess.CalledProcessError when a migration fails; what it said is on the screen.
    """
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test", "DATABASE_URL": address}
    command = [sys.executable, str(ROOT / "manage.py"), "migrate", "--verbosity=0"]
    subprocess.run(command, env=environment, cwd=ROOT, check=True)


def sqlite_template() -> Path:
    """The migrated SQLite file, made first where it is not there yet."""
    with one_at_a_time():
        target = FOLDER / f"{fingerprint()}.sqlite3"
        if not target.exists():
            forget_old()
            half = target.with_suffix(".half")
            for leftover in FOLDER.glob(f"{half.name}*"):
                leftover.unlink()
            migrate(f"sqlite:///{half}")
            # What is still in the write-ahead log belongs in the file before its name changes.
            with closing(sqlite3.connect(half)) as database:
                database.execute("PRAGMA journal_mode = DELETE")
            half.rename(target)
    return target


@contextmanager
def copied_into_memory(name: str) -> Iterator[None]:
    """Fill SQLite's shared memory database `name` from the template, and keep it alive meanwhile."""
    with closing(sqlite3.connect(name, uri=True)) as memory:
        with closing(sqlite3.connect(f"file:{sqlite_template()}?mode=ro", uri=True)) as template:
            template.backup(memory)
        yield
