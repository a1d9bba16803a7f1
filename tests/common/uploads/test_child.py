"""The process that opens strangers' files can do little, and what goes wrong in it stays there."""

import json
import os

import pytest

from common.uploads.child import Limits, run_in_child
from common.uploads.refusing import Refused

SMALL = Limits(memory=64 * 1024 * 1024, cpu=1, wall=5)


@pytest.fixture
def job(tmp_path, monkeypatch):
    """A module with this function `job`, where the child can find it."""

    def make(source: str) -> str:
        (tmp_path / "hostile_job.py").write_text(f"import json, os, socket\n\ndef job(content):\n    {source}\n")
        monkeypatch.syspath_prepend(str(tmp_path))
        return "hostile_job:job"

    return make


def test_it_gives_back_what_the_function_made(job):
    assert run_in_child(job("return content[::-1]"), b"abc", limits=SMALL) == b"cba"


@pytest.mark.parametrize(
    "source",
    [
        "return b'x' * (500 * 1024 * 1024)",
        "while True: pass",
        "os.kill(os.getpid(), 9)",
    ],
)
def test_too_much_is_stopped(job, source):
    with pytest.raises(Refused, match="too long to open, or needs too much memory"):
        run_in_child(job(source), b"", limits=SMALL)


def test_sleeping_is_stopped(job):
    with pytest.raises(Refused, match="too long"):
        run_in_child(job("__import__('time').sleep(30)"), b"", limits=Limits(wall=1))


@pytest.mark.parametrize(
    "source",
    [
        "return open('/etc/passwd', 'rb').read()",
        "return str(socket.create_connection(('127.0.0.1', 1))).encode()",
        "return str(os.open('/tmp/left-behind', os.O_CREAT)).encode()",
        "raise ValueError(content)",
    ],
)
def test_no_file_no_network_and_no_traceback(job, source):
    with pytest.raises(Refused, match="cannot read this file") as refusal:
        run_in_child(job(source), b"secret words", limits=SMALL)

    assert "secret" not in str(refusal.value)


def test_it_has_none_of_our_secrets(job, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "not for the child")

    environment = json.loads(run_in_child(job("return json.dumps(dict(os.environ)).encode()"), b"", limits=SMALL))

    assert "SECRET_KEY" in os.environ
    assert set(environment) <= {"LANG", "LC_CTYPE", "PWD"}


def test_a_large_answer_is_not_taken(job):
    with pytest.raises(Refused):
        run_in_child(job("return b'x' * 2000"), b"", limits=Limits(output=1000))
