"""Ask a web address whether it is still there, without letting it lead us anywhere inside.

An entry's website is written by somebody else, so it may point at this server or its neighbours. Every address that a
name stands for must be public, the connection goes to exactly the one that was looked at, and each redirect is looked
at again.
"""

import http.client
import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from common.outside import is_public
from services_directory.choices import LinkState

SECONDS = 8
MOST_REDIRECTS = 5
PORTS = {"http": 80, "https": 443}
ASKS_AS = "Lewisham services directory, link check"
_ONWARD = (301, 302, 303, 307, 308)
_GONE = (404, 410)

# Gives the status and where a redirect leads.
Ask = Callable[[str], tuple[int, str]]


class NotReached(Exception):
    """The name is not known, or nobody answers there. It says nothing while the network may be down."""


class Forbidden(Exception):
    """The address is not one of the public web."""


def state_of(address: str, ask: Ask | None = None) -> LinkState:
    """What an address answers, after its redirects. Raises NotReached."""
    try:
        for _ in range(MOST_REDIRECTS + 1):
            status, onward = (ask or _ask)(address)
            if status not in _ONWARD or not onward:
                return _state(status)
            address = urljoin(address, onward)
    except Forbidden:
        return LinkState.FORBIDDEN
    return LinkState.UNSURE


def _state(status: int) -> LinkState:
    if status in _GONE:
        return LinkState.DEAD
    # Many sites refuse a program and welcome people.
    return LinkState.WORKS if 200 <= status < 400 else LinkState.UNSURE


def _ask(address: str) -> tuple[int, str]:
    parts = urlsplit(address)
    try:
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError as wrong:
        raise Forbidden from wrong
    if parts.scheme not in PORTS or port != PORTS[parts.scheme] or not parts.hostname or parts.username:
        raise Forbidden
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname, port, timeout=SECONDS)
    there = public_address(parts.hostname, port)
    # To the address that was looked at: a second look-up could give another one.
    connection._create_connection = lambda _, timeout, source: socket.create_connection(there, timeout)  # type: ignore[attr-defined]
    try:
        path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        connection.request("GET", path, headers={"User-Agent": ASKS_AS, "Accept": "*/*"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Location") or ""
    except (OSError, http.client.HTTPException, ValueError) as failed:
        raise NotReached from failed
    finally:
        connection.close()


def public_address(host: str, port: int) -> tuple[str, int]:
    """Where a name leads. Raises Forbidden if any of its addresses is not public, and NotReached if it has none."""
    try:
        found = {str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as failed:
        raise NotReached from failed
    if not found or not all(is_public(ipaddress.ip_address(address.partition("%")[0])) for address in found):
        raise Forbidden
    return min(found, key=len), port
