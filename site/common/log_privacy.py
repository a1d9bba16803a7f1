"""What the logs of the server must not keep: words that people searched for, and links that open something."""

import logging
import re

# Sealed tokens are long; no word of an address of ours is. Query strings may hold the API's search words (rule 3).
_TOKEN = re.compile(r"[A-Za-z0-9_-]{40,}")
_QUERY = re.compile(r"\?\S*")


def without_secrets(text: str) -> str:
    """`text` with every token and every query string cut out."""
    return _TOKEN.sub("[token]", _QUERY.sub("?[query]", text))


class LeaveOutSecrets(logging.Filter):
    """Takes tokens and query strings out of each line before it is written."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = without_secrets(record.getMessage()), ()
        return True
