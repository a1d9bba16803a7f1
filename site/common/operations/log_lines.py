"""Log lines as JSON, for machines that collect them. An exception is told by its kind and place, never in its words.

The words of an exception hold values: a database names the row that it refused, a parser quotes what it read.
"""

import traceback
from types import TracebackType
from typing import Any

from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter


def kind_and_place(error: BaseException | None) -> str:
    """The kinds of an exception and of what caused it, each with the lines of code that it went through."""
    told: list[str] = []
    while error is not None:
        places = [
            f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
        ]
        told.append("\n".join([f"{type(error).__module__}.{type(error).__qualname__}", *places]))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\ncaused by ".join(told)


class JsonLines(JsonFormatter):
    """One JSON object a line: when, how bad, who says it, what, and the number of the request."""

    def __init__(self) -> None:
        super().__init__(
            "{asctime} {levelname} {name} {message} {request_id}",
            style="{",
            rename_fields={"asctime": "at", "levelname": "level", "name": "logger"},
            # Django hands the whole request and its address to its own lines.
            reserved_attrs=[*RESERVED_ATTRS, "request", "server_time"],
        )

    def formatException(  # noqa: N802 - the name is the library's
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> Any:
        return kind_and_place(ei[1])
