"""What came in, from whatever kind of file: rows of cells by sheet, each knowing where it stood."""

from dataclasses import dataclass, field

from conversations.workbook.columns import MOST_ROWS, SHEETS

# The first row holds the names of the columns, the second what they mean.
FIRST_ROW = 3


@dataclass(frozen=True)
class Issue:
    """What is wrong: the cell in the workbook that is given back, and where the person finds it in their own file."""

    sheet: str
    cell: str
    sentence: str
    where: str = ""

    @property
    def place(self) -> str:
        if not self.where:
            return f"{self.sheet}, cell {self.cell}"
        from openpyxl.utils import column_index_from_string  # heavy: see common.uploads.workbooks
        from openpyxl.utils.cell import coordinate_from_string

        letters, _ = coordinate_from_string(self.cell)
        title = SHEETS[self.sheet][column_index_from_string(letters) - 1].title
        return f"{self.where}: {title}"


@dataclass(frozen=True)
class Row:
    """One row, with a value for each column of its sheet. `number` is its row in the workbook that is given back."""

    number: int
    values: list
    # Such as "points.csv, line 7"; empty where it stood in a workbook, in this very row.
    where: str = ""


@dataclass
class Given:
    """Everything in the files that came, and what is wrong with their shape. Later files add to it."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: {sheet: [] for sheet in SHEETS})
    issues: list[Issue] = field(default_factory=list)

    def add(self, sheet: str, values: list, *, where: str) -> None:
        """Put a row below the others; `values` are in the order of the sheet's columns."""
        rows = self.rows[sheet]
        number = rows[-1].number + 1 if rows else FIRST_ROW
        if len(rows) < MOST_ROWS:
            rows.append(Row(number, values, where))
        elif not any(issue.cell == f"A{number}" and issue.sheet == sheet for issue in self.issues):
            self.wrong(sheet, number, 1, f"There are more than {MOST_ROWS} rows. Send the rest on their own", where)

    def wrong(self, sheet: str, row: int, column: int, sentence: str, where: str = "") -> None:
        from openpyxl.utils import get_column_letter

        self.issues.append(Issue(sheet, f"{get_column_letter(column)}{row}", sentence, where))


def is_blank(value) -> bool:
    return value is None or not str(value).strip()
