"""What it costs to bring in a thousand notes of twelve points: ten in each workbook, through the upload's own code."""

import time
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from accounts.models import User
from conversations import actions
from conversations.models import Conversation
from conversations.workbook.columns import SHEETS
from conversations.workbook.opening import opened
from conversations.workbook.reading import read
from conversations.workbook.writing import template

NOTES, IN_ONE, POINTS = 1000, 10, 12


@dataclass(frozen=True)
class Cost:
    """Of one workbook of ten: milliseconds and statements for each note."""

    milliseconds: float
    statements: float


def workbook(conversations: list[Conversation]) -> bytes:
    book, file = load_workbook(BytesIO(template())), BytesIO()
    for conversation in conversations:
        about = {
            "session_ref": conversation.reference, "held_on": f"{conversation.held_on:%d/%m/%Y}", "setting": "School",
            "language": "English", "total_attended": 12, "under_18s_present": "no", "opening_words_read": "yes",
            "promised": "A letter to everybody.",
        }  # fmt: skip
        book["session"].append([about.get(column.name) for column in SHEETS["session"]])
        for number in range(1, POINTS + 1):
            said = {
                "session_ref": conversation.reference, "point_no": number, "kind": "Idea", "feeling": "Most people",
                "words": f"Keep the hall open in the evening, and pay young people to run it ({number}).",
            }  # fmt: skip
            book["points"].append([said.get(column.name) for column in SHEETS["points"]])
    book.save(file)
    return file.getvalue()


def bring_in() -> list[Cost]:
    """The cost of each workbook, in the order in which they came."""
    ben = User.objects.get(email="facilitator@demo.example")
    held_on = timezone.localdate() - timedelta(days=1)
    costs = []
    for _ in range(NOTES // IN_ONE):
        planned = [actions.plan(facilitator=ben, held_on=held_on, setting="school") for _ in range(IN_ONE)]
        content = workbook(planned)
        # The log of queries is cut off at 9,000, and would count none of the later ones.
        connection.queries_log.clear()
        with CaptureQueriesContext(connection) as asked:
            began = time.perf_counter()
            stored = actions.import_notes(read=read(opened([("notes.xlsx", content)]), by=ben), by=ben)
            seconds = time.perf_counter() - began
        assert len(stored) == IN_ONE
        costs.append(Cost(1000 * seconds / IN_ONE, len(asked) / IN_ONE))
    return costs
