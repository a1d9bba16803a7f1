"""What public pages cost, in yards, beside a page that does nothing."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from servers import Figures, Request, Server

from conversations.models import PriorityPage
from services_directory.models import ServicePage

REQUESTS = 60


def paths() -> dict[str, str]:
    service, priority = ServicePage.objects.live().first(), PriorityPage.objects.live().first()
    return {
        "home": "/",
        "find support, the list": "/find-support/",
        "find support, filtered and counted": "/find-support/?how=1&age=2&age=3&when=3",
        "a service": service.url,
        "workshops": "/workshops/",
        "a workshop": "/workshops/demo-catford-saturday/",
        "the strategy": "/strategy/",
        "a priority": priority.url,
    }


def cost(server: Server, path: str) -> Figures:
    server.run([Request(path)] * 6)
    return server.run([Request(path)] * REQUESTS)


def statements(path: str) -> int:
    browser = Client()
    browser.get(path)
    with CaptureQueriesContext(connection) as asked:
        browser.get(path)
    return len(asked)
