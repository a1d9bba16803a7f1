"""What happens when clients misbehave, and while a part of the platform can only be read.

    make drill-clients

The same two nodes behind nginx as in `make drill-nodes`. Slow clients hold on, a thousand connect at once, headers and
addresses are far too large; the database takes no changes for a while, and the shared files are away. Others go on
reading and booking, memory stays bounded, and nobody's booking is lost.
"""

import asyncio
import ssl
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "tests" / "bench"), str(ROOT / "site"), str(ROOT)]
from topology import Topology, wait_until  # noqa: E402
from two_nodes import presses_of  # noqa: E402

SLOW, CROWD = 300, 1_000
SLOW_FOR = 14  # seconds; nginx lets go of a client whose header is not there after ten
NOT_SLOWER_THAN = 3  # seconds for anybody else meanwhile
MOST_GROWTH = 1.5  # of the memory of both nodes

# What is sent → the answers that are right, and why.
ODD: list[tuple[str, bytes, set[int], str]] = [
    ("a query of 8 KB", b"GET /find-support/?x=" + b"a" * 8_000 + b" HTTP/1.1\r\nHost: H\r\n\r\n", {200, 414}, ""),
    ("an address of 40 KB", b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\nHost: H\r\n\r\n", {400, 414}, ""),
    ("a header of 60 KB", b"GET / HTTP/1.1\r\nHost: H\r\nX-A: " + b"a" * 60_000 + b"\r\n\r\n", {400, 431}, ""),
    ("a body of 12 MB", b"POST /workshops/ask/ HTTP/1.1\r\nHost: H\r\nContent-Length: 12582912\r\n\r\n", {413}, ""),
    ("a length that is none", b"POST / HTTP/1.1\r\nHost: H\r\nContent-Length: x\r\n\r\n", {400}, ""),
    ("a path that climbs out", b"GET /media/../../../etc/passwd HTTP/1.1\r\nHost: H\r\n\r\n", {400, 404}, "root:"),
    ("the same, packed", b"GET /static/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: H\r\n\r\n", {400, 404}, "root:"),
    ("part of a page", b"GET / HTTP/1.1\r\nHost: H\r\nRange: bytes=0-10,5-2,99999-\r\n\r\n", {200, 206, 416}, ""),
    (
        "conditions of rubbish",
        b'GET / HTTP/1.1\r\nHost: H\r\nIf-None-Match: "\xff\r\nIf-Modified-Since: x\r\n\r\n',
        {200},
        "",
    ),
    ("HEAD", b"HEAD /find-support/ HTTP/1.1\r\nHost: H\r\n\r\n", {200}, "<html"),
    ("OPTIONS", b"OPTIONS /find-support/ HTTP/1.1\r\nHost: H\r\n\r\n", {200, 405}, ""),
    ("a method of nobody", b"BREW / HTTP/1.1\r\nHost: H\r\n\r\n", {400, 403, 405, 501}, ""),
    ("another host", b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", {400, 421}, "evil.example"),
    ("no HTTP at all", b"\x00\x01\x02\r\n\r\n", {400}, ""),
]


class Clients:
    def __init__(self, topology: Topology) -> None:
        self.port, self.trust = topology.port, topology.trust
        # Without HTTP/2, in which a header cannot be sent byte by byte.
        self.trust.set_alpn_protocols(["http/1.1"])

    async def line(self):
        return await asyncio.open_connection("127.0.0.1", self.port, ssl=self.trust, ssl_handshake_timeout=60)

    async def ask(self, path: str = "/") -> tuple[int, float]:
        """The status, 0 where the line broke, and the seconds that it took."""
        began = time.monotonic()
        try:
            reader, writer = await self.line()
            writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nConnection: close\r\n\r\n".encode())
            answer = await asyncio.wait_for(reader.read(), 60)
            writer.close()
            return int(answer.split(b" ", 2)[1]), time.monotonic() - began
        except (OSError, IndexError, ValueError, TimeoutError, ssl.SSLError):
            return 0, time.monotonic() - began

    async def hang_on(self) -> bool:
        """Send a header a byte a second. Whether the server let go of us in the end."""
        reader, writer = await self.line()
        try:
            for byte in b"GET / HTTP/1.1\r\nX-Slow: " + b"a" * SLOW_FOR:
                writer.write(bytes([byte]))
                await writer.drain()
                if reader.at_eof():
                    return True
                await asyncio.sleep(0.5)
            await asyncio.wait_for(reader.read(), 5)
            return True
        except TimeoutError:
            return False
        except OSError:
            return True
        finally:
            writer.close()

    async def slow(self) -> tuple[int, list[tuple[int, float]]]:
        """How many of the slow were let go, and what others met meanwhile."""
        held = [asyncio.create_task(self.hang_on()) for _ in range(SLOW)]
        await asyncio.sleep(2)
        met = []
        while not all(task.done() for task in held) and len(met) < 60:
            met.append(await self.ask("/find-support/"))
            await asyncio.sleep(0.1)
        return sum(await asyncio.gather(*held)), met

    async def crowd(self) -> list[tuple[int, float]]:
        return await asyncio.gather(*(self.ask("/find-support/") for _ in range(CROWD)))

    def send(self, raw: bytes) -> tuple[int, bytes]:
        """The status and the words of the answer to exactly these bytes."""
        raw = raw.replace(b"Host: H\r\n", f"Host: 127.0.0.1:{self.port}\r\nConnection: close\r\n".encode())

        async def sent():
            reader, writer = await self.line()
            try:
                writer.write(raw)
                answer = await asyncio.wait_for(reader.read(), 20)
                return int(answer.split(b" ", 2)[1]), answer
            except (OSError, IndexError, ValueError):
                return 0, b""
            finally:
                writer.close()

        return asyncio.run(sent())


class Drill:
    def __init__(self, topology: Topology) -> None:
        self.topology, self.clients, self.faults = topology, Clients(topology), []
        self.presses = iter(presses_of(topology))

    def told(self, what: str, fine: bool) -> None:
        print(f"{'ok    ' if fine else 'FAILED'} {what}", flush=True)
        if not fine:
            self.faults.append(what)

    def memory(self) -> float:
        """Megabytes of both nodes with their workers, shared pages counted once."""
        found = 0
        for node in self.topology.nodes:
            parent = node.process.pid
            children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
            for pid in (parent, *children):
                rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
                found += next(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
        return found / 1024

    def next_press(self):
        return next(self.presses)[1]

    def misbehaving_clients(self) -> None:
        asyncio.run(self.clients.crowd())  # everything is warm, or the memory would grow by starting
        before = self.memory()
        let_go, met = asyncio.run(self.clients.slow())
        statuses, slowest = Counter(status for status, _ in met), max(took for _, took in met)
        self.told(f"{SLOW} slow clients: {let_go} were let go", let_go == SLOW)
        self.told(
            f"Others meanwhile: {dict(statuses)}, slowest {slowest:.1f} s",
            set(statuses) == {200} and slowest < NOT_SLOWER_THAN,
        )
        answers = asyncio.run(self.clients.crowd())
        statuses, slowest = Counter(status for status, _ in answers), max(took for _, took in answers)
        self.told(f"{CROWD:,} connections at once: {dict(statuses)}, slowest {slowest:.1f} s", set(statuses) == {200})
        for what, raw, right, never in ODD:
            status, words = self.clients.send(raw)
            self.told(f"{what}: {status}", status in right and not (never and never.encode() in words))
        after = self.memory()
        told = f"Memory of both nodes: {before:.0f} MB before, {after:.0f} MB after"
        self.told(told, after <= MOST_GROWTH * before)

    def a_poor_line(self) -> None:
        """A public page is sent packed. Not to somebody signed in: its size could tell of what stands in it."""
        packed, cookie = b"Accept-Encoding: gzip\r\n", b"Cookie: a=b\r\n"
        for_all, plain, signed_in = (
            self.clients.send(b"GET /find-support/ HTTP/1.1\r\nHost: H\r\n" + more + b"\r\n")[1]
            for more in (packed, b"", packed + cookie)
        )
        self.told(
            f"A public page: {len(plain):,} bytes, packed {len(for_all):,}, for somebody signed in {len(signed_in):,}",
            len(for_all) < len(plain) / 2 and b"Content-Encoding: gzip" not in signed_in,
        )

    def everybody_connects_anew(self, change: str) -> None:
        """Change the database, and end every connection that does not know of it yet."""
        ask = self.topology.database.ask
        ask(f"ALTER DATABASE drill {change}", "postgres")
        moment = ask("SELECT now()::text", "postgres")[0][0]
        old = f"FROM pg_stat_activity WHERE datname = 'drill' AND backend_start < '{moment}'"
        ask(f"SELECT pg_terminate_backend(pid) {old}", "postgres")
        wait_until(lambda: ask(f"SELECT count(*) {old}", "postgres") == [(0,)], "A connection would not end.")

    def a_database_that_takes_no_changes(self) -> None:
        self.everybody_connects_anew("SET default_transaction_read_only = on")
        press = self.next_press()
        pages = Counter(self.topology.status(path) for path in ("/", "/find-support/", "/workshops/", "/safety/"))
        refused = self.topology.press(press)
        self.told(
            f"The database takes no changes: pages {dict(pages)}, a booking {refused}",
            set(pages) == {200} and refused == 503,
        )
        self.everybody_connects_anew("RESET default_transaction_read_only")
        again = self.topology.press(press)
        self.told(f"It takes them again: the same press {again}", again == 303)

    def files_that_are_away(self) -> None:
        files, aside = self.topology.home / "files", self.topology.home / "files-aside"
        files.rename(aside)
        files.write_text("Nothing is mounted here.")
        pages = Counter(self.topology.status(path) for path in ("/", "/find-support/", "/readyz"))
        booked = self.topology.press(self.next_press())
        self.told(f"The files are away: pages {dict(pages)}, a booking {booked}", pages[200] >= 2 and booked == 303)
        files.unlink()
        aside.rename(files)

    def nothing_was_lost(self) -> None:
        rows = self.topology.database.ask(
            "SELECT count(*), count(DISTINCT (workshop_id, idempotency_key)) FROM champions_booking"
        )
        self.told(f"Bookings: {rows[0][0]}, of {rows[0][1]} presses", rows[0] == (2, 2))
        checked = self.topology.manage("check_places").splitlines()[0]
        self.told(f"check_places: {checked}", checked == "Every place is accounted for.")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="stv-clients-", ignore_cleanup_errors=True) as made:
        home = Path(made)
        home.chmod(0o755)
        topology = Topology(home)
        try:
            drill = Drill(topology)
            drill.a_poor_line()
            drill.misbehaving_clients()
            drill.a_database_that_takes_no_changes()
            drill.files_that_are_away()
            drill.nothing_was_lost()
        finally:
            topology.close()
    if drill.faults:
        sys.exit(f"{len(drill.faults)} things are not as they should be.")
    print("Everything is as it should be.")
