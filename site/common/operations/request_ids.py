"""The number of the request that is answered just now. It stands in each line of the log that belongs to it."""

import logging
from contextvars import ContextVar, Token

_current: ContextVar[str] = ContextVar("request_id", default="")


def begin(number: str) -> Token[str]:
    """From now on, and until `end` is called with what this gives, `number` is the one."""
    return _current.set(number)


def end(token: Token[str]) -> None:
    _current.reset(token)


def current() -> str:
    """The number of the request that is answered just now, or an empty text outside of one."""
    return _current.get()


class KnowTheRequest(logging.Filter):
    """Gives each line of the log the number of its request."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = current()
        return True
