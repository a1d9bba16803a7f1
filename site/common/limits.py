"""How often one address may do something in an hour. High, because a whole library or youth centre shares one.

Counted in the shared cache, by a hash of the address, and forgotten after the hour.
"""

import hashlib
import logging

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

logger = logging.getLogger(__name__)
HOUR = 60 * 60
MOST_IN_AN_HOUR = {
    "answer": 90,
    "book": 60,
    "find": 30,
    "ask": 20,
    "ask_conversation": 20,
    "take_out": 20,
    "complain": 10,
    "came_of_it": 20,
    "useful": 60,
}


def is_over(what: str, request: HttpRequest) -> bool:
    """Count one more try of `what`, and say whether this address has had too many in the last hour.

    The address is the visitor's as far as TRUSTED_PROXY_COUNT lets us believe the proxies in front of us.
    """
    address = get_adapter().get_client_ip(request) or "unknown"
    key = f"limit:{what}:{hashlib.sha256(address.encode()).hexdigest()}"
    try:
        cache.add(key, 0, HOUR)
        return cache.incr(key) > MOST_IN_AN_HOUR[what]
    except ValueError:
        # It ran out between the two lines: a new hour has begun.
        return False
    except Exception:
        # A cache that is away must not keep people from a place. What a flood could do is small: places that nobody
        # confirms come free, and allauth's own limits, which guard sign-in, let nobody in meanwhile.
        logger.warning("The cache does not answer: nothing is counted, and nobody is refused.")
        return False
