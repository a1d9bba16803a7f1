"""Send something to another organisation's server, without being led to one of ours.

An address that somebody typed may name a machine inside: by its number, by a name that leads there, by a name that
leads elsewhere a moment later, or by a redirect. So the name is looked up once, every answer must be an address of the
public internet, that very address is connected to, and no redirect is followed.
"""

import ipaddress
import socket
import ssl
from http.client import HTTPException, HTTPSConnection
from urllib.parse import SplitResult, urlsplit

SECONDS = 10
PORT = 443
_READ_AT_MOST = 1024
# IPv6 addresses that carry one of IPv4 inside, which could be any.
_CARRIES_ANOTHER = ipaddress.ip_network("64:ff9b::/96")


class NotAllowed(Exception):
    """We do not send there. Its text is a sentence for whoever typed the address."""


class NoAnswer(Exception):
    """The server could not be reached, or did not answer in time. Its text names the kind of fault."""


def checked(url: str) -> SplitResult:
    """The parts of an address that may be sent to, as far as one can tell from its letters. Raises NotAllowed."""
    try:
        parts = urlsplit(url)
        plain = parts.scheme == "https" and parts.hostname and parts.port in (None, PORT)
    except ValueError:
        raise NotAllowed("This is no web address.") from None
    if not plain or parts.username or parts.password:
        raise NotAllowed("Write an address that starts with https://, without a port, a name or a password in it.")
    try:
        literal = ipaddress.ip_address(parts.hostname or "")
    except ValueError:
        return parts
    if not is_public(literal):
        raise NotAllowed("This address leads to a machine that is not on the public internet.")
    return parts


def is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """Whether anybody on the internet could be at `address`."""
    if isinstance(address, ipaddress.IPv6Address) and (
        address.ipv4_mapped or address.sixtofour or address.teredo or address in _CARRIES_ANOTHER
    ):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def post(url: str, *, body: bytes, headers: dict[str, str]) -> int:
    """Send `body` to `url`; the status of the answer, whatever it is. Raises NotAllowed and NoAnswer."""
    parts = checked(url)
    host = parts.hostname or ""
    line = _Pinned(host, _address_of(host))
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        line.request("POST", path, body, headers)
        answer = line.getresponse()
        answer.read(_READ_AT_MOST)
        return answer.status
    except (OSError, HTTPException) as fault:
        raise NoAnswer(type(fault).__name__) from None
    finally:
        line.close()


def _address_of(host: str) -> str:
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, PORT, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        raise NoAnswer("The name is not known") from None
    if not all(is_public(ipaddress.ip_address(str(address).partition("%")[0])) for address in found):
        raise NotAllowed("This name leads to a machine that is not on the public internet.")
    return str(min(found))


class _Pinned(HTTPSConnection):
    """A connection to one address, where the certificate must still be that of the name."""

    def __init__(self, host: str, address: str) -> None:
        self.address, self.tls = address, ssl.create_default_context()
        super().__init__(host, PORT, timeout=SECONDS, context=self.tls)

    def connect(self) -> None:
        plain = socket.create_connection((self.address, self.port), SECONDS)
        self.sock = self.tls.wrap_socket(plain, server_hostname=self.host)
