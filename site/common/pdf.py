"""PDF files that screen readers read (PDF/UA-1) and that need nothing from the operating system.

The only module that imports typst. A page is a Typst file under `templates/<app>/print/`, which begins with
`#import "/common/print/frame.typ": *`; its words come as data. Data is never read as markup, so nothing that
somebody typed can do more than be printed.
"""

import json
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone

FONTS = Path(__file__).resolve().parent / "static" / "common" / "print"
# What typst says of a letter that no font of ours has.
_NO_LETTER = "could not be displayed with font"


def render(template: str, data: Mapping[str, Any], *, made_at: datetime | None = None) -> bytes:
    """The PDF that `templates/<template>` makes of `data` (anything that JSON holds), as "champions/print/sheet.typ".

    `made_at` (aware; now, if none is given) is the date inside the file, so that equal data give equal bytes. A
    letter that none of our fonts has (ours hold Latin, Greek, Cyrillic, Hebrew and Arabic) is looked for among the
    system's fonts; is it nowhere, it prints as an empty box, and the file is tagged but not PDF/UA.
    Raises typst.TypstError where the template itself is wrong.
    """
    import typst  # loaded where it is used: 6 MB that most workers never need

    inputs = {"data": json.dumps(_printable(data))}
    made_at = made_at or timezone.now()
    for ask_system, accessible in ((False, True), (True, True)):
        try:
            return _compile(template, inputs, made_at, ask_system=ask_system, accessible=accessible)
        except typst.TypstError as error:
            if _NO_LETTER not in str(error):
                raise
    return _compile(template, inputs, made_at, ask_system=True, accessible=False)


def draw(template: str, data: Mapping[str, Any], *, dots_per_inch: int = 72) -> bytes:
    """The first page of the same as a PNG, for pictures that are shared. A point of the page is a dot at 72 dpi."""
    import typst

    drawn = typst.compile(
        str(settings.BASE_DIR / "templates" / template),
        root=str(settings.BASE_DIR / "templates"),
        font_paths=[str(FONTS)],
        format="png",
        ppi=float(dots_per_inch),
        sys_inputs={"data": json.dumps(_printable(data))},
    )
    return drawn[0] if isinstance(drawn, list) else drawn


def response(content: bytes, name: str) -> HttpResponse:
    """The file, shown by the browser where it can; `name` is plain letters, such as "sign-in-sheet"."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


def _compile(template: str, inputs: dict[str, str], made_at: datetime, *, ask_system: bool, accessible: bool) -> bytes:
    import typst

    root = settings.BASE_DIR / "templates"
    return typst.compile(
        str(root / template),
        root=str(root),
        font_paths=[str(FONTS)],
        ignore_system_fonts=not ask_system,
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=["ua-1"] if accessible else [],
        timestamp=int(made_at.timestamp()),
    )


def _printable(value: Any) -> Any:
    """The same without control and format characters, which no font has and which turn text round."""
    if isinstance(value, str):
        return "".join(sign for sign in value if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))
    if isinstance(value, Mapping):
        return {str(key): _printable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_printable(item) for item in value]
    return value if isinstance(value, (int, float, bool)) or value is None else _printable(str(value))
