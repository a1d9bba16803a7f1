"""Open a workbook from outside without trusting it. Everything is bounded: bytes, parts, and what it unpacks to.

A Word document is packed in the same way, so `look_inside` serves for both.
"""

import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from common.uploads.refusing import Refused

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_MB = 1024 * 1024
_NEW = "Copy your rows into a new workbook and send that"
_CHUNK = 64 * 1024
EXCEL, WORD = "xl/workbook.xml", "word/document.xml"
# What a broken or hostile zip makes the library raise.
BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)


@dataclass(frozen=True)
class Limits:
    """The most that is read: bytes as they came, bytes unpacked, and files inside the workbook."""

    packed: int = 5 * _MB
    unpacked: int = 40 * _MB
    parts: int = 200


def opened(file: BinaryIO, *, size: int, limits: Limits | None = None) -> "Workbook":
    """The workbook, in values and formulas as they stand: nothing is run or followed. Raises Refused."""
    # Loaded where it is used: 22 MB, and a tenth of starting, for a file that most workers never see.
    from openpyxl import load_workbook

    limits = limits or Limits()
    if size > limits.packed:
        raise Refused(f"The file is too large. Send a workbook of {limits.packed // _MB} MB or less, without pictures")
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as packed:
            look_inside(packed, limits)
    except BROKEN:
        raise Refused(f"This is not an Excel workbook (.xlsx). {_NEW}") from None
    file.seek(0)
    try:
        return load_workbook(file, read_only=True, keep_links=False, rich_text=False)
    except Exception:  # A broken file can fail anywhere in the parser, and must never be our fault.
        raise Refused(f"We cannot read this workbook. {_NEW}") from None


def look_inside(packed: zipfile.ZipFile, limits: Limits, *, mains: Sequence[str] = (EXCEL,)) -> str:
    """Which of `mains` is its main part. Raises Refused where there is none, or where it holds what it should not.

    It is unpacked in small pieces and counted: what a file says about its own size may be a lie.
    """
    parts = packed.infolist()
    if len(parts) > limits.parts:
        raise Refused(f"The file has too many parts. {_NEW}")
    names = {part.filename.lower() for part in parts}
    main = next((part for part in mains if part in names), "")
    if not main:
        raise Refused(f"This is not an Excel workbook (.xlsx). {_NEW}")
    if any(name.endswith((".bin", ".exe", ".dll", ".vbs", ".js")) and "printersettings" not in name for name in names):
        raise Refused("The file has macros or programs in it. Save it as .xlsx or .docx without them and send that")
    unpacked = 0
    for part in parts:
        with packed.open(part) as stream:
            tail = b""
            while chunk := stream.read(_CHUNK):
                unpacked += len(chunk)
                if unpacked > limits.unpacked:
                    raise Refused(f"The file unpacks to too much. {_NEW}")
                # Without zeros: the same letters in UTF-16 are found too.
                window = (tail + chunk).replace(b"\0", b"").upper()
                if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
                    raise Refused(f"The file refers to things outside itself. {_NEW}")
                tail = chunk[-32:]
    return main
