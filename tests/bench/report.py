"""What was measured, told while it runs and written down at the end: a page of tables and a picture of the growth."""

import os
import platform as machine
from dataclasses import dataclass, field
from datetime import date
from html import escape
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs" / "bench"
# Of two cores, so much is used before people begin to wait; and how often somebody who reads opens a page.
CORES, BUSY, SECONDS_A_PAGE = 2, 0.7, 20


@dataclass
class Part:
    """One heading with its lines: what, measured, goal, verdict."""

    heading: str
    lines: list[tuple[str, str, str, str]] = field(default_factory=list)


PARTS: list[Part] = []
# Page of the directory → its cost in yards at each size; page → seconds of CPU for one answer.
GROWTH: dict[str, list[float]] = {}
CPU: dict[str, float] = {}


def part(heading: str) -> None:
    PARTS.append(Part(heading))
    print(f"\n{heading}", flush=True)


def line(what: str, measured: str, goal: str = "", met: bool | None = None) -> None:
    verdict = "" if met is None else "met" if met else "MISSED"
    PARTS[-1].lines.append((what, measured, goal, verdict))
    print(f"{what:58} {measured:>40}   {goal:28} {verdict}", flush=True)


def write(postgres: str, sizes: tuple[int, ...]) -> None:
    """The report of this run, in place of the last one."""
    DOCS.mkdir(parents=True, exist_ok=True)
    (DOCS / "growth.svg").write_text(_picture(sizes))
    (DOCS / "report.md").write_text("\n".join(_page(postgres)) + "\n")


def _page(postgres: str):
    goals = [verdict for one in PARTS for *_, verdict in one.lines if verdict]
    yield "# What `make bench` said\n"
    yield f"Written by `make bench` on {date.today():%-d %B %Y}. {_this_machine(postgres)}\n"
    yield f"{goals.count('met')} of {len(goals)} goals met. Ratios count; milliseconds are of this run only."
    yield "What was missed, and why, is in [bench.md](../bench.md).\n"
    yield "![Cost of the pages of the directory, in yards, at three sizes](growth.svg)"
    for one in PARTS:
        yield f"\n## {one.heading}\n"
        yield "| What | Measured | Goal | |"
        yield "|---|---|---|---|"
        yield from ("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |" for cells in one.lines)
    yield from _capacity()


def _capacity():
    """How many people one node carries, from the CPU that one answer took."""
    yield "\n## How many people one node carries\n"
    yield f"Worked out from this run: {CORES} cores, {BUSY:.0%} of them busy, and everybody opens a page every"
    yield f"{SECONDS_A_PAGE} seconds. A page that is kept is answered without a query.\n"
    yield "| If everybody opened | Answers a second | People at once |"
    yield "|---|---|---|"
    for name, seconds in CPU.items():
        per_second = CORES * BUSY / seconds
        yield f"| {name} | {per_second:.0f} | {_round(per_second * SECONDS_A_PAGE):,} |"


def _round(number: float) -> int:
    """Two figures: more would say that we know more."""
    digits = max(len(str(int(number))) - 2, 0)
    return int(number) // 10**digits * 10**digits


def _this_machine(postgres: str) -> str:
    named = [row.partition(":")[2].strip() for row in _read("/proc/cpuinfo") if row.startswith("model name")]
    memory = next((int(row.split()[1]) // 1024**2 for row in _read("/proc/meminfo") if row.startswith("MemTotal")), 0)
    processor = named[0] if named else machine.processor() or "an unnamed processor"
    return (
        f"{os.cpu_count()} cores ({processor}), {memory} GB, PostgreSQL {postgres}, Python {machine.python_version()}."
    )


def _read(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []


def _picture(sizes: tuple[int, ...]) -> str:
    """A bar for each page at each size, with its number beside it: nothing is told by colour alone."""
    tallest = max((yards for found in GROWTH.values() for yards in found), default=1)
    rows, top = [], 24
    for name, found in GROWTH.items():
        rows.append(f'<text x="0" y="{top}" font-weight="bold">{escape(name)}</text>')
        for size, yards in zip(sizes, found, strict=False):
            top += 20
            width = 380 * yards / tallest
            rows.append(f'<text x="0" y="{top}">{size:,} services</text>')
            rows.append(f'<rect x="130" y="{top - 12}" width="{width:.0f}" height="14" fill="#0b4f49"/>')
            rows.append(f'<text x="{136 + width:.0f}" y="{top}">{yards:.1f} yards</text>')
        top += 34
    title = "Cost of the pages of the directory, in yards, at three sizes"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 {top}" role="img" aria-label="{title}" '
        f'font-family="sans-serif" font-size="13" fill="#1b2430"><title>{title}</title>'
        f'<rect width="620" height="{top}" fill="#fff"/>{"".join(rows)}</svg>\n'
    )
