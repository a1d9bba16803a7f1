"""The workbook as it goes out: every action, every figure. Sent back unchanged, it changes nothing."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from common.disclosure.formats import plain_cells
from conversations.choices import ActionStatus, CostBand
from conversations.models import Action, Reading
from conversations.quarter.reading import ACTIONS, FIGURES

MIME_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SPARE_ROWS = 200
GUIDE = (
    "Change what has changed, and send the file back on the page where you found it.",
    "“action” and “indicator” are codes: leave them as they are. The titles beside them are for you alone.",
    "Delayed and stopped need a reason under “why”. Owners are roles, never names.",
    "Nothing changed? Write “yes” under “looked at”.",
    "Figures: one row for each day. A row for a day that is there already puts that figure right.",
    "If one row is wrong, nothing is stored, and you are told which one.",
)


def workbook() -> bytes:
    """The whole sheet of the quarter. Two queries."""
    book = Workbook()
    guide = book.active
    guide.title = "Guide"
    guide.column_dimensions["A"].width = 100
    for line in GUIDE:
        guide.append([line])
    actions = Action.objects.for_lists()
    sheet = _sheet(book, "Actions", [*ACTIONS, "what will be done"], [_action(action) for action in actions])
    _choose(sheet, ACTIONS.index("status") + 1, ActionStatus.labels)
    _choose(sheet, ACTIONS.index("cost") + 1, CostBand.labels)
    readings = Reading.objects.select_related("indicator").order_by("indicator__order", "indicator__name", "on")
    _sheet(book, "Figures", [*FIGURES, "measure"], [_figure(reading) for reading in readings])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _action(action: Action) -> list:
    texts = plain_cells([action.code, action.owner, action.partners])
    after = plain_cells([action.get_cost_display(), action.get_status_display(), action.status_reason])
    return [*texts, action.due, *after, "", *plain_cells([action.title])]


def _figure(reading: Reading) -> list:
    code, note, name = plain_cells([reading.indicator.code, reading.note, reading.indicator.name])
    return [code, reading.on, reading.value, note, name]


def _sheet(book: Workbook, name: str, headings: list[str], rows: list[list]):
    sheet = book.create_sheet(name)
    sheet.append(headings)
    for row in rows:
        sheet.append(row)
    for place in range(1, len(headings) + 1):
        sheet.column_dimensions[get_column_letter(place)].width = 26
        sheet.cell(row=1, column=place).font = Font(bold=True)
    sheet.freeze_panes = "B2"
    return sheet


def _choose(sheet, place: int, labels: list[str]) -> None:
    """A list to choose from. A comma parts choices in a workbook, so labels that have one are left to be typed."""
    choices = ",".join(label for label in labels if "," not in label)
    rule = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True, showErrorMessage=False)
    sheet.add_data_validation(rule)
    letter = get_column_letter(place)
    rule.add(f"{letter}2:{letter}{sheet.max_row + SPARE_ROWS}")
