"""Open files from outside without trusting them. Everything is bounded: bytes, parts, rows, and what they unpack to."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

from common.uploads.kinds import is_zipped
from common.uploads.refusing import Refused
from common.uploads.scanning import refuse_viruses
from common.uploads.workbooks import BROKEN, EXCEL, WORD, Limits, look_inside
from conversations.workbook.from_csv import add_csv
from conversations.workbook.from_excel import add_workbook
from conversations.workbook.from_word import add_document
from conversations.workbook.given import Given

LARGEST = Limits().packed
MOST_FILES = 10
_NONE_OF_OURS = "This is not a file of ours: send an Excel workbook (.xlsx), a Word document (.docx) or a CSV file"
TOO_LARGE = "The file is too large. Send files of 5 MB or less together, without pictures"


def opened(files: Sequence[tuple[str, bytes]]) -> Given:
    """What is in these files, (name, content) each, all together. Raises Refused with a sentence for the sender."""
    if len(files) > MOST_FILES:
        raise Refused(f"Send {MOST_FILES} files or fewer at once")
    if sum(len(content) for _, content in files) > LARGEST:
        raise Refused(TOO_LARGE)
    given, workbooks = Given(), 0
    for name, content in files:
        refuse_viruses(content)
        if not is_zipped(content):
            add_csv(given, _text(content), name)
        elif _main_part(content) == EXCEL:
            workbooks += 1
            if workbooks > 1:
                raise Refused("Send one workbook at a time: it has room for ten conversations")
            add_workbook(given, content)
        else:
            add_document(given, content, name)
    return given


def _text(content: bytes) -> bytes:
    """Pictures, programs and PDFs have bytes that no text has."""
    if b"\0" in content and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise Refused(_NONE_OF_OURS)
    return content


def _main_part(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            return look_inside(packed, Limits(), mains=(EXCEL, WORD))
    except BROKEN:
        raise Refused(_NONE_OF_OURS) from None
