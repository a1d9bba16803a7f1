"""Decode a file in a process of its own: little memory, little time, no file, no network, none of our secrets.

A parser that is tricked by a file then takes nothing with it. The child sets its limits itself before it reads a byte.
"""

import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from common.uploads.refusing import Refused

_MAIN = Path(__file__).parent / "child_main.py"
_TOO_MUCH = "This file takes too long to open, or needs too much memory. Save it again in a smaller size, and send that"
_UNREADABLE = "We cannot read this file. It may be damaged. Save it again, or take a new photo, and send that"


@dataclass(frozen=True)
class Limits:
    """`memory` in bytes, beyond what the libraries take; `cpu` and `wall` in seconds; `output` in bytes."""

    memory: int = 768 * 1024 * 1024
    cpu: int = 20
    wall: int = 40
    output: int = 32 * 1024 * 1024


def run_in_child(job: str, content: bytes, *, limits: Limits | None = None) -> bytes:
    """The bytes that `job` ("a.module:function", of bytes, needing no Django) makes of `content` in a child process.

    Only its name is given: this process does not load the parser. Raises Refused: with the sentence that the function
    raised, or with one of ours when it broke a limit or crashed.
    """
    chosen = limits or Limits()
    numbers = [str(number) for number in asdict(chosen).values()]
    paths = [path for path in sys.path if path]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter, and a name that is written in our code
            [sys.executable, "-I", "-B", str(_MAIN), job, *numbers, *paths],
            input=content, capture_output=True, timeout=chosen.wall, env={"LANG": "C.UTF-8"}, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Refused(_TOO_MUCH) from None
    verdict, answer = done.stdout[:1], done.stdout[1:]
    if verdict == b"+" and done.returncode == 0 and len(answer) <= chosen.output:
        return answer
    if verdict == b"-":
        raise Refused(answer.decode(errors="replace"))
    # Killed by a limit (a signal is a negative code), or out of memory; else it fell over the file.
    raise Refused(_TOO_MUCH if done.returncode < 0 or verdict == b"!" or verdict == b"+" else _UNREADABLE)
