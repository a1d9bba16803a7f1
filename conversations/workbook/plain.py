"""The template as one CSV file: the names and titles of each sheet's columns, with room below."""

import csv
from io import StringIO

from conversations.workbook.columns import SHEETS

MIME_TYPE = "text/csv; charset=utf-8"


def template() -> bytes:
    """Four blocks below each other. Each may also be sent as a file of its own."""
    file = StringIO()
    writer = csv.writer(file)
    for columns in SHEETS.values():
        writer.writerow([column.name for column in columns])
        writer.writerow([column.title for column in columns])
        writer.writerow([])
    # Excel takes a file without this mark for the old alphabet of Windows.
    return file.getvalue().encode("utf-8-sig")
