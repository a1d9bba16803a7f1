"""The codebook out of a REFI-QDA project (`.qdpx`) of any tool. Its texts are neither opened nor stored: nobody has
checked them for names. What is passed over is said.
"""

import zlib
from collections.abc import Iterable
from typing import IO
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from conversations.codebook.lines import CodebookRefused, Line
from conversations.codebook.project import NAMESPACE
from conversations.codebook.refi import parsed, read_codes

LARGEST = 25 * 1024 * 1024
LARGEST_UNPACKED = 20 * 1024 * 1024
_Q = f"{{{NAMESPACE}}}"
# What a project may hold besides its codebook, where it stands, and how we call it.
_LEFT_OUT = {
    "texts and other sources": ("Sources", "*"),
    "coded passages": ("Sources", f".//{_Q}Coding"),
    "cases": ("Cases", f"{_Q}Case"),
    "notes": ("Notes", f"{_Q}Note"),
    "links": ("Links", f"{_Q}Link"),
    "graphs": ("Graphs", f"{_Q}Graph"),
}


def lines_of_qdpx(file: IO[bytes]) -> tuple[list[Line], list[str]]:
    """The themes, and sentences about what was passed over. Raises CodebookRefused."""
    root = parsed(_project_in(file))
    codebook = root.find(f"{_Q}CodeBook")
    if root.tag != f"{_Q}Project" or codebook is None:
        raise CodebookRefused("There is no codebook in this project. Export it again, with its codes.")
    return read_codes(codebook, root.iterfind(f"{_Q}Sets/{_Q}Set")), list(_passed_over(root))


def _project_in(file: IO[bytes]) -> bytes:
    try:
        with ZipFile(file) as archive, archive.open("project.qde") as part:
            content = part.read(LARGEST_UNPACKED + 1)
    except KeyError:
        raise CodebookRefused("This is not a REFI-QDA project. Export it as .qdpx and send that.") from None
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        raise CodebookRefused("We cannot read this file. Export the project again as .qdpx.") from None
    if len(content) > LARGEST_UNPACKED:
        raise CodebookRefused("The project is too large. Export its codebook alone, as .qdc.")
    return content


def _passed_over(root: Element) -> Iterable[str]:
    for name, (place, what) in _LEFT_OUT.items():
        found = root.find(f"{_Q}{place}")
        number = 0 if found is None else len(found.findall(what))
        if number:
            yield f"Not taken from the project: {name} ({number})."
