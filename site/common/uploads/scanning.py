"""Viruses. The test string is always refused; a ClamAV daemon looks at every file where a setting names one."""

import socket
import struct

from django.conf import settings

from common.uploads.refusing import Refused

# The industry's harmless test "virus" (EICAR). Spelt apart, so that no scanner takes this file for one.
_TEST_STRING = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-" + b"TEST-FILE!$H+H*"
_PIECE = 64 * 1024
_SECONDS = 20
FOUND = "Our virus check refused this file. Do not open it again. Have your device checked, and send another file"
NOT_CHECKED = "We could not check this file for viruses just now, so it was not kept. Try again in a few minutes"


def refuse_viruses(content: bytes) -> None:
    """Raise Refused when `content` holds a virus, or when the daemon that should say so does not answer."""
    if _TEST_STRING in content:
        raise Refused(FOUND)
    if not settings.ANTIVIRUS_ADDRESS:
        return
    try:
        verdict = _ask(settings.ANTIVIRUS_ADDRESS, content)
    except OSError:
        raise Refused(NOT_CHECKED) from None
    if verdict.endswith("FOUND"):
        raise Refused(FOUND)
    if not verdict.endswith("OK"):
        raise Refused(NOT_CHECKED)


def _ask(address: str, content: bytes) -> str:
    """ClamAV's answer. `address` is `host:port`, or the path of a socket (clamd(8), INSTREAM)."""
    with _connected(address) as clamd:
        clamd.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), _PIECE):
            piece = content[start : start + _PIECE]
            clamd.sendall(struct.pack("!I", len(piece)) + piece)
        clamd.sendall(struct.pack("!I", 0))
        answer = b""
        while part := clamd.recv(4096):
            answer += part
    return answer.rstrip(b"\0\n ").decode(errors="replace")


def _connected(address: str) -> socket.socket:
    if address.startswith("/"):
        clamd = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        clamd.settimeout(_SECONDS)
        clamd.connect(address)
        return clamd
    host, port = address.rsplit(":", 1)
    return socket.create_connection((host, int(port)), timeout=_SECONDS)
