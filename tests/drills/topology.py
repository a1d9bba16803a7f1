"""Two nodes of everything on one machine: nginx, web servers, workers, PostgreSQL, Redis, a store. See docs/running.md.

nginx reads docs/deploy/nginx.conf itself, with other ports and folders. A web server's door is held open for it, as
systemd does (platform-web.socket): while it restarts, visitors wait and are not turned away.
"""

import http.client
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from functools import cached_property
from pathlib import Path

from restore import SCRIPTS, Server, postgres, wait_until

ROOT = Path(__file__).resolve().parents[2]
SECRET = "Xk7-drill-pq29-this-is-no-secret-of-anybody-w83hd72m"
GUNICORN = [sys.executable, "-m", "gunicorn", "--config", "site/config/gunicorn.py", "config.wsgi"]
# The door that was held open becomes number 3 in the new process, which systemd would tell it in the same way.
AS_SYSTEMD = ["sh", "-c", 'LISTEN_PID=$$ LISTEN_FDS=1 exec "$@"', "sh"]


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def answers(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


class Program:
    """Something that runs until it is stopped or killed, and can be started again."""

    def __init__(
        self, name: str, command: list, environment: dict[str, str], log: Path, door: socket.socket | None = None
    ):
        self.name, self.command, self.environment, self.log, self.door = name, command, environment, log, door
        self.process: subprocess.Popen | None = None
        self.start()

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=self._hand_over_the_door if self.door else None,
                close_fds=not self.door,
            )

    def _hand_over_the_door(self) -> None:
        os.dup2(self.door.fileno(), 3)  # type: ignore[union-attr]
        os.set_inheritable(3, True)
        os.closerange(4, 1024)

    def restart(self) -> None:
        """As `systemctl restart`: it ends what it has begun, and then the new one starts."""
        self.stop()
        self.start()

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=60)

    def hang(self) -> None:
        """It takes what is sent, and answers nothing, until `go_on`."""
        os.killpg(self.process.pid, signal.SIGSTOP)  # type: ignore[union-attr]

    def go_on(self) -> None:
        os.killpg(self.process.pid, signal.SIGCONT)  # type: ignore[union-attr]

    def kill(self) -> None:
        """All of it at once, with its children, as when the power fails."""
        os.killpg(self.process.pid, 9)  # type: ignore[union-attr]
        self.process.wait()  # type: ignore[union-attr]


class Topology:
    """`large`: files in a store that speaks S3, work in Redis; else files in a folder, and work in the database."""

    def __init__(self, home: Path, *, large: bool = False) -> None:
        for needed in ("nginx", "redis-server", "openssl"):
            if shutil.which(needed) is None:
                sys.exit(f"The drill needs {needed}. On Debian: apt-get install nginx-light redis-server openssl")
        self.home, self.port = home, free_port()
        self.programs = postgres.programs_for(home)
        postgres.initialise(self.programs, home, home / "data")
        (home / "door").mkdir()
        postgres.own(home / "door")
        self.open_database()
        self.database.ask("CREATE DATABASE drill", "postgres")
        redis_port = free_port()
        self.redis = self._program(
            "redis",
            ["redis-server", "--port", str(redis_port), "--bind", "127.0.0.1", "--save", "", "--dir", str(home)],
        )
        (home / "files").mkdir()
        self.store = self._store(free_port()) if large else None
        self.environment = {
            "PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
            "VAR_DIR": str(home / "var"),
            "DJANGO_SETTINGS_MODULE": "config.settings.production", "SECRET_KEY": SECRET,
            "ALLOWED_HOSTS": "127.0.0.1", "BASE_URL": f"https://127.0.0.1:{self.port}",
            "DATABASE_URL": self.database.address, "CACHE_URL": f"redis://127.0.0.1:{redis_port}/0",
            # Nobody is there: mail waits in the outbox, and that is where it is counted.
            "EMAIL_URL": f"smtp://nobody:nobody@127.0.0.1:{free_port()}", "STORAGE_URL": self._where_files_are(),
            "PRIVATE_FILES_PREFIX": "/_files/", "SECURITY_EMAIL": "security@council.example",
            "TRUSTED_PROXY_COUNT": "1", "WEB_WORKERS": "1",
        }  # fmt: skip
        if large:
            self.environment["TASKS_URL"] = f"redis://127.0.0.1:{redis_port}/1"
        self.manage("migrate", "--verbosity=0")
        self.manage("collectstatic", "--noinput", "--verbosity=0")
        self.manage("start_empty", "first@council.example")
        self.doors = [socket.create_server(("127.0.0.1", 0), backlog=256) for _ in range(2)]
        self.nodes = [self._node(number, door) for number, door in enumerate(self.doors, start=1)]
        self.workers = [self._worker(number) for number in (1, 2)]
        self.nginx = self._nginx()
        wait_until(lambda: self.status("/readyz") == 200, "The platform did not answer.")

    def open_database(self) -> None:
        self.database = Server(self.programs, self.home / "door", self.home / "data")

    def _program(self, name: str, command: list, environment: dict | None = None, door=None) -> Program:
        return Program(name, command, environment or dict(os.environ), self.home / f"{name}.log", door)

    def _node(self, number: int, door: socket.socket) -> Program:
        return self._program(f"web{number}", [*AS_SYSTEMD, *GUNICORN], self.environment, door)

    def _worker(self, number: int) -> Program:
        return self._program(f"worker{number}", [sys.executable, "manage.py", "run_worker"], self.environment)

    def _store(self, port: int) -> Program:
        """A store in memory, which takes any key and checks no signature. With its two buckets."""
        import boto3

        self.store_host = f"127.0.0.1:{port}"
        store = self._program("store", [Path(sys.executable).with_name("moto_server"), "-p", str(port)])
        keys = {"aws_access_key_id": "drill", "aws_secret_access_key": "drill", "region_name": "us-east-1"}
        client = boto3.client("s3", endpoint_url=f"http://{self.store_host}", **keys)
        wait_until(lambda: answers(port), "The store did not answer.")
        for bucket in ("drill-media", "drill-private"):
            client.create_bucket(Bucket=bucket)
        policy = (SCRIPTS / "bucket-policy.json").read_text().replace("platform-media", "drill-media")
        client.put_bucket_policy(Bucket="drill-media", Policy=policy)
        return store

    def _where_files_are(self) -> str:
        return f"s3+http://drill:drill@{self.store_host}/drill" if self.store else f"file://{self.home / 'files'}"

    def _files_of_nginx(self) -> str:
        if self.store is None:
            return (SCRIPTS / "files-in-a-folder.conf").read_text().replace("/srv/files", str(self.home / "files"))
        words = (SCRIPTS / "files-in-buckets.conf").read_text()
        words = words.replace("https://bucket.example/platform-", f"http://{self.store_host}/drill-")
        return words.replace("https://", "http://").replace("bucket.example", self.store_host)

    def _nginx(self) -> Program:
        home = self.home
        make = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
        keys = ["-keyout", str(home / "key.pem"), "-out", str(home / "cert.pem")]
        subprocess.run(["openssl", *make.split(), *keys], check=True, capture_output=True)
        words = (SCRIPTS / "nginx.conf").read_text()
        nodes = [f"127.0.0.1:{door.getsockname()[1]}" for door in self.doors]
        for ours, theirs in {
            "server 127.0.0.1:8000 ": f"server {nodes[0]} ", "# server 10.0.0.2:8000 ": f"server {nodes[1]} ",
            "listen 80;": f"listen 127.0.0.1:{free_port()};",
            "listen 443 ssl;": f"listen 127.0.0.1:{self.port} ssl http2;",
            # Before nginx 1.25 it stands in the line above.
            "    http2 on;\n": "", "/etc/ssl/support.pem": str(home / "cert.pem"),
            "/etc/ssl/support.key": str(home / "key.pem"), "/var/log/nginx": str(home),
            "include /etc/nginx/platform-files.conf;": self._files_of_nginx(), "support.example": "127.0.0.1",
        }.items():  # fmt: skip
            if ours not in words:
                sys.exit(f"FAILED: docs/deploy/nginx.conf does not hold {ours!r} any more.")
            words = words.replace(ours, theirs)
        # As the first lines of nginx.conf say.
        crowd = "worker_processes auto;\nworker_rlimit_nofile 16384;\nevents { worker_connections 4096; }"
        whole = f"daemon off;\npid {home}/nginx.pid;\nerror_log {home}/nginx.log;\n{crowd}\nhttp {{\n{words}\n}}\n"
        (home / "nginx.conf").write_text(whole)
        return self._program("nginx", ["nginx", "-c", str(home / "nginx.conf"), "-e", str(home / "nginx.log")])

    def manage(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *words], cwd=ROOT, env=self.environment, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        if done.returncode:
            sys.exit(f"FAILED: manage.py {words[0]}\n{done.stderr or done.stdout}")
        return done.stdout.strip()

    @cached_property
    def trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.home / "cert.pem"))

    def ask(self, path: str, body: bytes | None = None, headers: dict | None = None, source="127.0.0.1") -> int:
        """The status of a page, or of what was sent; 0 where the line broke."""
        line = http.client.HTTPSConnection(
            "127.0.0.1", self.port, timeout=40, context=self.trust, source_address=(source, 0)
        )
        try:
            line.request("POST" if body else "GET", path, body, headers or {})
            answer = line.getresponse()
            answer.read()
            return answer.status
        except OSError:
            return 0
        finally:
            line.close()

    def ask_while_the_store_hangs(self, path: str, seconds: float) -> float:
        """Let the store of files answer nothing for so long, and ask for one of them. How many seconds that took."""
        self.store.hang()  # type: ignore[union-attr]
        began = time.monotonic()
        threading.Timer(seconds, self.store.go_on).start()  # type: ignore[union-attr]
        self.ask(path)
        return time.monotonic() - began

    def press(self, press, source="127.0.0.1") -> int:
        """Send what somebody filled in, as the page of this place would."""
        return self.ask(press.path, press.body, press.headers | {"Origin": f"https://127.0.0.1:{self.port}"}, source)

    def status(self, path: str) -> int:
        try:
            with urllib.request.urlopen(
                f"https://127.0.0.1:{self.port}{path}", context=self.trust, timeout=10
            ) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def close(self) -> None:
        for program in (self.nginx, *self.nodes, *self.workers, self.redis, self.store):
            if program is not None:
                program.stop()
        postgres.stop(self.database.process)
