"""The child process of `child`. It is started by its path and has no Django: only limits, one function, and one answer.

Its answer begins with one letter: + what the function returned, - the sentence of a refusal, ! out of memory,
? anything else that went wrong. What went wrong is not told: a traceback may quote the file.
"""

import importlib
import os
import resource
import sys
from pathlib import Path


def main(name: str, memory: int, cpu: int, wall: int, output: int, paths: list[str]) -> None:
    sys.path[:0] = paths
    module, function = name.split(":")
    # Loaded before the limits, because afterwards no file can be opened.
    job = getattr(importlib.import_module(module), function)
    refused = importlib.import_module("common.uploads.refusing").Refused
    _limit(memory, cpu)
    try:
        answer = b"+" + job(sys.stdin.buffer.read())
    except refused as refusal:
        answer = b"-" + str(refusal).encode()
    except MemoryError:
        answer = b"!"
    except BaseException:
        # A parser may raise anything, and none of it is for the log.
        answer = b"?"
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    # No clean-up: nothing that the file left behind in this process gets to run.
    os._exit(0)


def _limit(memory: int, cpu: int) -> None:
    """No more memory or time than this; no new file or connection; nothing written to a disk; no core.

    Threads stay possible: the HEIC decoder starts one. A program started from here could not open its libraries.
    """
    in_use = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (in_use + memory, in_use + memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    for kind in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE):
        resource.setrlimit(kind, (0, 0))
    # 0, 1 and 2 are open: nothing else can be, not even a socket.
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))


if __name__ == "__main__":
    memory, cpu, wall, output = (int(number) for number in sys.argv[2:6])
    main(sys.argv[1], memory, cpu, wall, output, sys.argv[6:])
