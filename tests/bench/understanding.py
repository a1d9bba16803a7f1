"""The workspace with 25,000 and with 250,000 points: statements, seconds, and how both grow."""

import time

import many
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from servers import Figures, Request, Server

from conversations import actions
from conversations.models import Conversation, Theme
from conversations.seeing.tables import GROUPS
from conversations.states import State

STEPS = (1_000, 10_000)
REQUESTS = 40


def grow_to(conversations: int) -> float:
    """Fill the tables, count, and say how many seconds counting everything took."""
    many.grow_to(conversations)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    began = time.perf_counter()
    actions.count_everything_again()
    return time.perf_counter() - began


def refresh_one() -> float:
    """Seconds until one note that was changed is counted again."""
    actions.to_be_counted([Conversation.objects.filter(state=State.CODED).values_list("pk", flat=True)[0]])
    began = time.perf_counter()
    actions.refresh_figures()
    return time.perf_counter() - began


def paths() -> dict[str, str]:
    note = Conversation.objects.filter(state=State.ACCEPTED).exclude(points=None).latest("pk").reference
    theme = Theme.objects.said().in_use().latest("pk").code
    plain = (
        "workspace_conversations", "workspace_themes", "coding", "suggestions", "how_we_agree", "codebook",
        "workspace_priorities", "tell", "raw_exports", "not_heard", "still_learning", "said_together",
        "said_over_time", "group_rates", "offer_gaps",
    )  # fmt: skip
    found = {name: reverse(f"conversations:{name}") for name in plain}
    by = reverse("conversations:what_we_hear") + "?by="
    found |= {f"what_we_hear by {group.slug}": by + group.slug for group in GROUPS}
    one_theme = ("workspace_theme", "change_theme", "merge_theme", "split_theme")
    found |= {name: reverse(f"conversations:{name}", args=[theme]) for name in one_theme}
    found["read_note"] = reverse("conversations:read_note", args=[note])
    found["code_point"] = reverse("conversations:code_point", args=[note, 1])
    return found


def analyst() -> Client:
    browser = Client()
    browser.force_login(get_user_model().objects.get(email="analyst@demo.example"))
    return browser


def cost(server: Server, path: str, browser: Client) -> Figures:
    """Warm: the page was opened before."""
    headers = {"Cookie": f"sessionid={browser.cookies['sessionid'].value}"}
    server.run([Request(path, headers=headers)] * 4)
    return server.run([Request(path, headers=headers)] * REQUESTS)


def statements(path: str, browser: Client) -> int:
    browser.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(path).status_code == 200, path
    return len(asked)
