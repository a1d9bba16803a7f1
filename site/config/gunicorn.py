"""How the web server runs. Threads, because the work waits for the database; one process per core."""

import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

wsgi_app = "config.wsgi:application"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
worker_class = "gthread"
preload_app = True
# One path for every server of the same user: two servers on one machine would fight over it.
control_socket_disable = True
loglevel = "warning"

# Each process counts into files of its own there, and /metrics adds them up.
if os.environ.get("METRICS_TOKEN"):
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", tempfile.mkdtemp(prefix="stv-metrics-"))


def child_exit(server, worker) -> None:
    if os.environ.get("METRICS_TOKEN"):
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(worker.pid)


def when_ready(server) -> None:
    from django.conf import settings

    if not settings.EMAIL_FILE_PATH:
        return
    port = server.address[0][1]
    print(f"\nOpen         http://localhost:{port}/\nSign in      http://localhost:{port}/accounts/login/")
    if settings.DEMO:
        from accounts import demo

        accounts = ", ".join(demo.address(name) for name in demo.PEOPLE)
        print(f"Password     {demo.PASSWORD}  (for each of the demo accounts)\nAccounts     {accounts}")
    print(f"Sent mail    {settings.EMAIL_FILE_PATH}/  (codes to sign in are there too)\n")
    print(f"{'Everything here is demo content. ' if settings.DEMO else ''}Ctrl-C stops it.\n", flush=True)
