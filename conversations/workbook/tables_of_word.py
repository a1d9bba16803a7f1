"""The tables of a Word document, as texts. It runs in the limited child process: nothing of Django here."""

import codecs
import json
from io import BytesIO

from docx import Document

# The names of the parts of a zip are in it, and in the child nothing can be loaded any more.
codecs.lookup("cp437")

MOST_TABLES = 60
MOST_ROWS = 520


def tables(content: bytes) -> bytes:
    """JSON: for each table its rows, each a list of the texts of its cells. Pictures, fields and links are not read."""
    found = []
    for table in Document(BytesIO(content)).tables[:MOST_TABLES]:
        rows: list[list[str]] = []
        for row in table.rows:
            if len(rows) >= MOST_ROWS:
                break
            rows.append([cell.text for cell in row.cells])
        found.append(rows)
    return json.dumps(found).encode()
