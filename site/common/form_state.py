"""The state of a form of several screens, carried by the page itself and not by a cookie (rule 1)."""

import hashlib
import logging
import secrets

from django.core.cache import cache

from common.sealed import SealBroken, seal, unseal

logger = logging.getLogger(__name__)
MAX_AGE = 2 * 60 * 60
LOST = "This page was open for a long time. Your answers are still here: please send them again"


class StateLost(Exception):
    """The hidden state was changed or is older than two hours: the person starts again, with a reason."""


def start() -> dict:
    """A new state. Its key makes a second submit of the same form harmless."""
    return {"key": secrets.token_urlsafe(16)}


def pack(state: dict, *, form: str) -> str:
    """The state as the value of a hidden field, sealed so that nobody on the way can read or change it."""
    return seal(state, purpose=f"form-state:{form}")


def unpack(token: str, *, form: str) -> dict:
    """The state that `pack` made for this form. Raises StateLost."""
    try:
        return unseal(token, purpose=f"form-state:{form}", max_age=MAX_AGE)
    except SealBroken as error:
        raise StateLost from error


def is_first(token: str, *, form: str) -> bool:
    """Whether this page of `form` is sent for the first time. Known for two hours in the cache, and beside no answer.

    Raises StateLost.
    """
    key = hashlib.sha256(unpack(token, form=form)["key"].encode()).hexdigest()
    try:
        return cache.add(f"answered:{key}", True, MAX_AGE)
    except Exception:
        # An answer that counts twice is better than one that is lost because a cache is away.
        logger.warning("The cache does not answer: nobody can tell whether this form was sent before.")
        return True
