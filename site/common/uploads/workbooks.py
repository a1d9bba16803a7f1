"""Open a workbook from outside without trusting it. Everything is bounded: bytes, parts, and what it unpacks to."""

import zipfile
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from common.uploads.refusing import Refused

_MB = 1024 * 1024
_NEW = "Copy your rows into a new workbook and send that"
_CHUNK = 64 * 1024


@dataclass(frozen=True)
class Limits:
    """The most that is read: bytes as they came, bytes unpacked, and files inside the workbook."""

    packed: int = 5 * _MB
    unpacked: int = 40 * _MB
    parts: int = 200


def opened(file: BinaryIO, *, size: int, limits: Limits | None = None) -> Workbook:
    """The workbook, in values and formulas as they stand: nothing is run or followed. Raises Refused."""
    limits = limits or Limits()
    if size > limits.packed:
        raise Refused(f"The file is too large. Send a workbook of {limits.packed // _MB} MB or less, without pictures")
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as packed:
            _look_inside(packed, limits)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        raise Refused(f"This is not an Excel workbook (.xlsx). {_NEW}") from None
    file.seek(0)
    try:
        return load_workbook(file, read_only=True, keep_links=False, rich_text=False)
    except Exception:  # A broken file can fail anywhere in the parser, and must never be our fault.
        raise Refused(f"We cannot read this workbook. {_NEW}") from None


def _look_inside(packed: zipfile.ZipFile, limits: Limits) -> None:
    """Unpack in small pieces and count: what a file says about its own size may be a lie."""
    parts = packed.infolist()
    if len(parts) > limits.parts:
        raise Refused(f"The workbook has too many parts. {_NEW}")
    names = {part.filename.lower() for part in parts}
    if "xl/workbook.xml" not in names:
        raise Refused(f"This is not an Excel workbook (.xlsx). {_NEW}")
    if any(name.endswith((".bin", ".exe", ".dll", ".vbs", ".js")) and "printersettings" not in name for name in names):
        raise Refused("The workbook has macros or programs in it. Save it as .xlsx without them and send that")
    unpacked = 0
    for part in parts:
        with packed.open(part) as stream:
            tail = b""
            while chunk := stream.read(_CHUNK):
                unpacked += len(chunk)
                if unpacked > limits.unpacked:
                    raise Refused(f"The workbook unpacks to too much. {_NEW}")
                window = (tail + chunk).upper()
                if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
                    raise Refused(f"The workbook refers to things outside itself. {_NEW}")
                tail = chunk[-16:]
