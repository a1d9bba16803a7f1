"""What public pages cost, in yards, beside a page that does nothing."""

import os
import subprocess
import sys

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from servers import Figures, Request, Server

from common.sealed import seal
from conversations.models import PriorityPage
from home.models import CampaignPage
from services_directory.models import ServicePage
from services_directory.search import current
from services_directory.views import PURPOSE

# So many that one look for garbage, or one moment of somebody else's on a shared core, is not the result.
REQUESTS = 150


def paths() -> dict[str, str]:
    service, priority = ServicePage.objects.live().first(), PriorityPage.objects.live().first()
    campaign = CampaignPage.objects.live().first()
    return {
        "home": "/",
        "a campaign": campaign.url,
        "find support, the list": "/find-support/",
        "find support, filtered and counted": "/find-support/?how=1&age=2&age=3&when=3",
        "a service": service.url,
        "workshops": "/workshops/",
        "a workshop": "/workshops/demo-catford-saturday/",
        "the booking form": "/workshops/demo-catford-saturday/book/",
        "the strategy": "/strategy/",
        "a priority": priority.url,
    }


def of_the_directory() -> dict[str, str]:
    """What is measured at each size of the directory."""
    words = {"q": "somebody to talk to about knives", "place": "SE6 4RU", "cut": False}
    last = -(-ServicePage.objects.published().count() // 50)
    return {
        "list": "/find-support/",
        "filtered": "/find-support/?how=1&age=2&age=3&when=3",
        "search": f"/find-support/results/{seal(words, purpose=PURPOSE)}/?how=1&age=2",
        "detail": ServicePage.objects.live().last().url,
        "API, first page": "/api/oruk/v3/services?per_page=50",
        "API, last page": f"/api/oruk/v3/services?per_page=50&page={last}",
    }


def begin_anew() -> None:
    """Let go of the index of the size before, and read this one now, as servers do that have just begun.

    Else the process that counts statements would read it beside the measuring, and count what services cost that are
    not in its index yet; and the reading's part of the database would be told as the cost of pages.
    """
    current._kept = None
    current.current_index()


def index_cost() -> tuple[float, float]:
    """Seconds of CPU to make the index, and the megabytes that it adds to a process that has just begun."""
    made = subprocess.run(
        [sys.executable, "-c", _MAKE_THE_INDEX], env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    seconds, megabytes = made.stdout.split()[-2:]
    return float(seconds), float(megabytes)


_MAKE_THE_INDEX = """
import gc, time, django
django.setup()
from django.db import connection
from services_directory.search import current
def megabytes():
    gc.collect()
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 2**20
connection.ensure_connection()
before, began = megabytes(), time.process_time()
current.current_index()
print(time.process_time() - began, megabytes() - before)
"""


def cost(server: Server, path: str, requests: int = REQUESTS) -> Figures:
    # Every thread of every worker has opened it once: what starting costs is measured apart.
    server.run([Request(path)] * 24, clients=8)
    return server.run([Request(path)] * requests)


def start_cost(application: str) -> tuple[float, int]:
    """Seconds of CPU until a process that has just begun answers its first request, and that request's status."""
    # Compiled code is kept, as where the platform is installed, also if whoever measures keeps none.
    kept = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": ""}
    made = subprocess.run(
        [sys.executable, "-c", _START, application], env=kept, capture_output=True, text=True, check=True
    )
    seconds, status = made.stdout.split()[-2:]
    return float(seconds), int(status)


_START = """
import importlib, io, sys, time
application = importlib.import_module(sys.argv[1]).application
environ = {
    "REQUEST_METHOD": "GET", "PATH_INFO": "/healthz", "SERVER_NAME": "localhost", "SERVER_PORT": "80",
    "HTTP_HOST": "localhost", "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr, "wsgi.url_scheme": "http",
}
answered = []
b"".join(application(environ, lambda status, headers, *_: answered.append(status)))
print(time.process_time(), answered[0].split()[0])
"""


def statements(path: str) -> tuple[int, float]:
    """How many the second look at a page asks, and how many milliseconds they take together."""
    browser = Client()
    browser.get(path)
    with CaptureQueriesContext(connection) as asked:
        browser.get(path)
    return len(asked), 1000 * sum(float(query["time"]) for query in asked)
