"""A migrated database that test databases are copied from, because migrating takes longer than most tests.

It is made once for each state of the migrations and kept outside the checkout. A stale one is never used: its name
is a fingerprint of what made it, and Django's own `migrate` still runs over each copy. A new migration is run over a
copy of the template before it, as on a real database.
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


def made_from() -> list[str]:
    """What a migrated database depends on, a line each: the Python, the locked packages, the apps' own migrations."""
    apps = [folder for folder in (ROOT, ROOT / "site") for folder in folder.iterdir() if folder.is_dir()]
    migrations = [path for folder in apps for path in folder.glob("migrations/*.py")]
    files = [ROOT / "requirements" / "test.txt", *sorted(migrations)]
    digests = [f"{path.relative_to(ROOT).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files]
    return [f"Python {sys.version}".replace("\n", " "), *digests]


def fingerprint() -> str:
    """Names the template of this state of the migrations."""
    return hashlib.sha256("\n".join(made_from()).encode()).hexdigest()[:20]


def before(kind: str) -> Path | None:
    """The template of this kind that was made from the most of what ours is made from, and from nothing else."""
    ours, best = made_from(), None
    for template in FOLDER.glob(f"*.{kind}"):
        listed = template.with_suffix(".made-from")
        theirs = listed.read_text().splitlines() if listed.exists() else []
        # The same Python and packages, and no migration that we do not have.
        fits = theirs[:2] == ours[:2] and set(theirs) <= set(ours)
        if fits and (best is None or len(theirs) > best[0]):
            best = len(theirs), template
    return best[1] if best else None


def note(template: Path) -> None:
    """Write down what this template was made from, so that a later one can start from it."""
    template.with_suffix(".made-from").write_text("\n".join(made_from()))


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two test runs, or two workers of one, do not make the same template at once. Other templates do not wait."""
    FOLDER.mkdir(mode=0o700, exist_ok=True)
    with (FOLDER / f"{fingerprint()}.lock").open("w") as handle:
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
            if start := before("sqlite3"):
                shutil.copyfile(start, half)
            migrate(f"sqlite:///{half}")
            # What is still in the write-ahead log belongs in the file before its name changes.
            with closing(sqlite3.connect(half)) as database:
                database.execute("PRAGMA journal_mode = DELETE")
            half.rename(target)
            note(target)
    return target


@contextmanager
def copied_into_memory(name: str) -> Iterator[None]:
    """Fill SQLite's shared memory database `name` from the template, and keep it alive meanwhile."""
    with closing(sqlite3.connect(name, uri=True)) as memory:
        with closing(sqlite3.connect(f"file:{sqlite_template()}?mode=ro", uri=True)) as template:
            template.backup(memory)
        yield
