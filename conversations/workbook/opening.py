"""Open a file from outside without trusting it. Everything is bounded: bytes, parts, rows, and what it unpacks to."""

import zipfile
import zlib
from typing import BinaryIO

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

LARGEST = 5 * 1024 * 1024
LARGEST_UNPACKED = 40 * 1024 * 1024
MOST_PARTS = 200
_CHUNK = 64 * 1024


class Refused(Exception):
    """Why the file cannot be taken, in a sentence for the person who sent it."""


def opened(file: BinaryIO, *, size: int) -> Workbook:
    """The workbook, in values and formulas as they stand: nothing is run or followed. Raises Refused."""
    if size > LARGEST:
        raise Refused("The file is too large. Send a workbook of 5 MB or less, without pictures")
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as packed:
            _look_inside(packed)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        raise Refused("This is not an Excel workbook (.xlsx). Fill in our template and send that") from None
    file.seek(0)
    try:
        return load_workbook(file, read_only=True, keep_links=False, rich_text=False)
    except Exception:  # A broken file can fail anywhere in the parser, and must never be our fault.
        raise Refused("We cannot read this workbook. Copy your rows into a new template and send that") from None


def _look_inside(packed: zipfile.ZipFile) -> None:
    """Unpack in small pieces and count: what a file says about its own size may be a lie."""
    parts = packed.infolist()
    if len(parts) > MOST_PARTS:
        raise Refused("The workbook has too many parts. Copy your rows into a new template and send that")
    names = {part.filename.lower() for part in parts}
    if "xl/workbook.xml" not in names:
        raise Refused("This is not an Excel workbook (.xlsx). Fill in our template and send that")
    if any(name.endswith((".bin", ".exe", ".dll", ".vbs", ".js")) and "printersettings" not in name for name in names):
        raise Refused("The workbook has macros or programs in it. Save it as .xlsx without them and send that")
    unpacked = 0
    for part in parts:
        with packed.open(part) as stream:
            tail = b""
            while chunk := stream.read(_CHUNK):
                unpacked += len(chunk)
                if unpacked > LARGEST_UNPACKED:
                    raise Refused("The workbook unpacks to too much. Copy your rows into a new template and send that")
                window = (tail + chunk).upper()
                if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
                    raise Refused("The workbook refers to things outside itself. Copy your rows into a new template")
                tail = chunk[-16:]
