"""Somebody writes a script, or a formula, into whatever field they find. Nobody's browser and no sheet ever runs it.

Every text of the demo is overwritten, also those that our forms would refuse: they came by an import, or by a form of
last year. Then everybody's pages are opened.
"""

import csv
import io
from collections import Counter

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from openpyxl import load_workbook

from accounts import demo as accounts_demo

OURS = ("accounts", "common", "services_directory", "champions", "conversations", "home")
PLANTED = """=1+1<svg onload=x>"'"""
SCRIPT = "<svg onload=x>"
SHORTEST = len(PLANTED)
# Files of a place, a form or a key: not words that are shown.
NOT_WORDS = (models.SlugField, models.EmailField, models.URLField, models.UUIDField, models.FilePathField)
# What the code reads itself: names of templates, of commands, of rules; and sealed texts.
READ_BY_US = {"OutboxMessage", "AuditEntry", "Checkpoint", "RetentionRule", "RetentionRun", "Form", "StyleRule"}
SHEETS = ("csv", "spreadsheetml")
A_STRANGER = ""
EVERYBODY = [A_STRANGER, *accounts_demo.PEOPLE]


def texts_of(model: type[models.Model]) -> list[str]:
    return [
        field.name
        for field in model._meta.local_fields
        if type(field) in (models.CharField, models.TextField)
        and not isinstance(field, NOT_WORDS)
        and not field.choices
        and not field.unique
        and (field.max_length or SHORTEST) >= SHORTEST
    ]


@pytest.fixture
def planted(demo) -> int:
    """How many fields hold the script now."""
    count = 0
    for model in apps.get_models():
        if model._meta.app_label in OURS and model.__name__ not in READ_BY_US:
            count += sum(plant(model, name) for name in texts_of(model))
    return count


def plant(model: type[models.Model], name: str) -> bool:
    """Write it into every row, unless the database itself refuses: two rows alike, or a rule of its own."""
    try:
        with transaction.atomic():
            return model._base_manager.update(**{name: PLANTED}) > 0
    except IntegrityError:
        return False


def formulas(answer) -> list[str]:
    """What was planted, in cells that a program for sheets would work out. Formulas of our own are none of them."""
    content = b"".join(answer.streaming_content if answer.streaming else [answer.content])
    if "csv" in answer.headers["Content-Type"]:
        rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
        return [cell for row in rows for cell in row if cell.startswith("=")]
    sheets = load_workbook(io.BytesIO(content)).worksheets
    return [cell.coordinate for sheet in sheets for row in sheet.iter_rows() for cell in row if works_out(cell)]


def works_out(cell) -> bool:
    return cell.data_type == "f" and str(cell.value).startswith(PLANTED[:4])


def test_what_somebody_planted_runs_in_nobodys_browser_and_in_no_sheet(planted, as_role, walk):
    assert planted > 100
    broke, ran, counted, shown, opened = [], [], [], Counter(), Counter()
    for name in EVERYBODY:
        for at, answer in walk(as_role(name), ["/my/" if name else "/", "/", "/find-support/", "/strategy/"]).items():
            kind = answer.headers.get("Content-Type", "")
            if answer.status_code >= 500:
                broke.append((name, at))
            elif "text/html" in kind:
                page = answer.content.decode()
                shown[name] += "&lt;svg onload=x&gt;" in page
                ran += [(name, at)] if SCRIPT in page else []
            elif sheet := next((one for one in SHEETS if one in kind), ""):
                opened[sheet] += 1
                counted += [(name, at)] if formulas(answer) else []

    assert (broke, ran, counted) == ([], [], [])
    # The test would notice: what was planted is on pages of everybody, as text.
    assert all(shown[name] for name in EVERYBODY), shown
    assert all(opened[sheet] for sheet in SHEETS), opened
