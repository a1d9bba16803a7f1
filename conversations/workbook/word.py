"""The note sheet for Word: what to fill in on paper or on a computer, and to send back."""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.table import Table

from conversations.choices import AgeBand
from conversations.models import Conversation
from conversations.steps import POINT_STEPS, Step
from conversations.workbook.columns import SHEETS, Column

MIME_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LINES_FOR_EACH_KIND = 3
LINES_FOR_OWN_WORDS = 4
GUIDE = [
    "Write ideas, not names. One point in each row. Leave rows empty that you do not need, or add rows below them.",
    "What you send is a draft. You read it, answer the question about safety, and hand it in on the website.",
    "Do not write here what somebody told you about harm. Ring the numbers in your pack.",
]
_POINT = ["point_no", "kind", "words", "feeling", "who_should_act", "horizon", "dissent"]
_QUOTE = ["point_no", "words", "consent", "consent_how", "card", "speaker"]
_PEOPLE = ["dimension", "category", "count"]


def note_sheet(conversation: Conversation | None = None) -> bytes:
    """A .docx to fill in; with the code, the day and the place where `conversation` is given."""
    paper = Document()
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    paper.add_heading("Note sheet", 0)
    for line in GUIDE:
        paper.add_paragraph(line, style="List Bullet")
    paper.add_heading("About the conversation", 1)
    _about(paper, conversation)
    number = 1
    for step in POINT_STEPS.values():
        number = _screen(paper, step, number)
    paper.add_heading("Their own words", 1)
    paper.add_paragraph("Only where the person said yes. Give them a card, and write its number here.")
    _table(paper, "quotes", _QUOTE, [[] for _ in range(LINES_FOR_OWN_WORDS)])
    paper.add_heading("Who was there, in numbers", 1)
    paper.add_paragraph("You may leave this out. Count people, and never name them. Fewer than ten: ages only.")
    _table(paper, "participants", _PEOPLE, [["Age", label] for label in AgeBand.labels])
    _what_to_choose_from(paper)
    file = BytesIO()
    paper.save(file)
    return file.getvalue()


def _about(paper: Paper, conversation: Conversation | None) -> None:
    known = {}
    if conversation is not None:
        known = {
            "session_ref": conversation.reference,
            "held_on": f"{conversation.held_on:%d/%m/%Y}",
            "setting": conversation.get_setting_display(),
            "ward": conversation.ward.name if conversation.ward else "",
            "language": conversation.get_language_display(),
        }
    table = paper.add_table(rows=0, cols=2, style="Table Grid")
    for column in SHEETS["session"]:
        _fill(table, [column.title, known.get(column.name, "")])


def _screen(paper: Paper, step: Step, number: int) -> int:
    """One table for what is asked on one screen; gives the number of the next point."""
    paper.add_heading(step.question, 1)
    paper.add_paragraph(step.lead)
    rows = []
    for kind in step.kinds:
        for _ in range(LINES_FOR_EACH_KIND):
            rows.append([str(number), str(kind.label)])
            number += 1
    _table(paper, "points", _POINT, rows)
    return number


def _table(paper: Paper, sheet: str, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A first row with the titles of these columns, which tell us what it is when it comes back."""
    table = paper.add_table(rows=0, cols=len(names), style="Table Grid")
    _fill(table, [_of(sheet, name).title for name in names])
    for row in rows:
        _fill(table, row)


def _fill(table: Table, texts: Sequence[str]) -> None:
    cells = table.add_row().cells
    for cell, text in zip(cells, texts, strict=False):
        cell.text = text


def _what_to_choose_from(paper: Paper) -> None:
    paper.add_heading("Words to choose from", 1)
    told = set()
    for sheet in SHEETS.values():
        for column in sheet:
            if column.choices and column.title not in told and (choices := column.choices()):
                told.add(column.title)
                paper.add_paragraph(f"{column.title}: {'; '.join(choices)}.", style="List Bullet")


def _of(sheet: str, name: str) -> Column:
    return next(column for column in SHEETS[sheet] if column.name == name)
