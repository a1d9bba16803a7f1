"""Where a virus check is set up, nothing is kept that it did not see."""

import socket
import threading

import pytest

from common.uploads.refusing import Refused
from common.uploads.scanning import _TEST_STRING, refuse_viruses


@pytest.fixture
def clamd(settings):
    """A daemon that gives this verdict, and remembers what it was sent."""
    listener = socket.create_server(("127.0.0.1", 0))
    settings.ANTIVIRUS_ADDRESS = f"127.0.0.1:{listener.getsockname()[1]}"
    seen = bytearray()

    def start(verdict: bytes) -> bytearray:
        def answer() -> None:
            line, _ = listener.accept()
            with line:
                while not seen.endswith(b"\0\0\0\0"):
                    seen.extend(line.recv(65536))
                line.sendall(verdict)

        threading.Thread(target=answer, daemon=True).start()
        return seen

    yield start
    listener.close()


def test_a_clean_file_goes_through_whole(clamd):
    seen = clamd(b"stream: OK\0")

    refuse_viruses(b"clean" * 30_000)

    assert seen.startswith(b"zINSTREAM\0")
    assert seen.count(b"clean") >= 29_990


def test_a_virus_is_refused(clamd):
    clamd(b"stream: Something.Bad FOUND\0")

    with pytest.raises(Refused, match="virus check refused"):
        refuse_viruses(b"bad")


def test_a_verdict_that_is_none_keeps_nothing(clamd):
    clamd(b"INSTREAM size limit exceeded. ERROR\0")

    with pytest.raises(Refused, match="could not check"):
        refuse_viruses(b"large")


def test_without_an_answer_nothing_is_kept(settings):
    settings.ANTIVIRUS_ADDRESS = "127.0.0.1:1"

    with pytest.raises(Refused, match="could not check"):
        refuse_viruses(b"anything")


def test_the_test_string_needs_no_daemon(settings):
    settings.ANTIVIRUS_ADDRESS = ""

    with pytest.raises(Refused, match="virus"):
        refuse_viruses(b"before" + _TEST_STRING)
    refuse_viruses(b"clean")
