"""Web servers to be measured, and what they cost: CPU time of the workers and of the database behind them."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Request:
    """One request to be sent: a GET where there is no body."""

    path: str
    body: bytes | None = None
    headers: dict = field(default_factory=dict)


@dataclass
class Figures:
    """What a run gave: seconds of CPU per request, milliseconds until the answer, requests per second of the clock."""

    cpu: float
    p50: float
    p95: float
    p99: float
    per_second: float
    statuses: set
    bytes: int


@dataclass
class Server:
    port: int
    process: subprocess.Popen

    def cpu(self) -> float:
        """Seconds of CPU so far of this server's processes and of every PostgreSQL process on the machine."""
        family = [self.process.pid, *children_of(self.process.pid), *named("postgres")]
        return sum(map(seconds_of, family))

    def memory(self) -> tuple[float, float]:
        """Megabytes of one worker: with its part of what several share (Pss), and with the whole of it (Rss)."""
        counted = [Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in children_of(self.process.pid)]
        pss, rss = (
            median(int(re.search(rf"^{name}:\s+(\d+) kB", one, re.MULTILINE)[1]) / 1024 for one in counted)  # type: ignore[index]
            for name in ("Pss", "Rss")
        )
        return pss, rss

    def send(self, request: Request) -> tuple[int, float, int]:
        """The status of the answer, how many milliseconds it took, and how many bytes it has."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        headers = {"Origin": f"http://127.0.0.1:{self.port}", "Host": f"127.0.0.1:{self.port}", **request.headers}
        began = time.perf_counter()
        line.request("POST" if request.body is not None else "GET", request.path, request.body, headers)
        answer = line.getresponse()
        size = len(answer.read())
        line.close()
        return answer.status, (time.perf_counter() - began) * 1000, size

    def run(self, requests: list[Request], clients: int = 1) -> Figures:
        before, began = self.cpu(), time.perf_counter()
        with ThreadPoolExecutor(clients) as pool:
            answers = list(pool.map(self.send, requests))
        wall, cpu = time.perf_counter() - began, self.cpu() - before
        times = [taken for _, taken, _ in answers]
        return Figures(
            cpu=cpu / len(requests), p50=median(times), p95=quantiles(times, n=20)[-1],
            p99=quantiles(times, n=100)[-1], per_second=len(requests) / wall,
            statuses={status for status, *_ in answers}, bytes=int(median(size for *_, size in answers)),
        )  # fmt: skip


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def named(name: str) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/comm"):
        try:
            if path.read_text().strip() == name:
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def seconds_of(pid: int) -> float:
    """CPU of one process and of its children that have ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / TICKS


@contextmanager
def serve(
    application: str, address: str, workers: int = 2, *, preload: bool = False, **settings: str
) -> Iterator[Server]:
    """Start gunicorn with one of our applications on the database at `address`, and stop it at the end.

    `preload` loads the application once for all workers, as in production.
    """
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    environment = {
        **os.environ,
        "DATABASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "bench_settings",
        "DEBUG": "False",
        "TRUSTED_PROXY_COUNT": "1",
        "BASE_URL": f"http://127.0.0.1:{port}",
        **settings,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site"), str(HERE)]),
    }
    command = [sys.executable, "-m", "gunicorn", f"--workers={workers}", "--threads=4", f"--bind=127.0.0.1:{port}"]
    command += ["--preload"] if preload else []
    process = subprocess.Popen(
        [*command, "--log-level=warning", application], env=environment, cwd=ROOT, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(port, process)
        yield Server(port, process)
    finally:
        process.terminate()
        process.wait(timeout=120)


def wait_for(port: int, process: subprocess.Popen) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.2)
    sys.exit("A server to be measured did not start.")
