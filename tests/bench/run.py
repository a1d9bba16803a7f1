"""make bench: speed as ratios inside one run, on a database of its own. Seconds are never compared between runs.

Each goal is printed with what was measured, and whether it was met. A missed goal is a fact, not a failed test.
"""

import os
import subprocess
import sys
from contextlib import ExitStack
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
os.environ |= {"DJANGO_SETTINGS_MODULE": "bench_settings", "DEBUG": "False"}
ROUNDS = 5

import report  # noqa: E402  its folder is on the path now
from report import line, part  # noqa: E402


def measure_pages(platform, yard) -> None:
    import pages

    part("The yard")
    yard_now, ping = pages.cost(yard, "/"), pages.cost(yard, "/ping/")
    line("One yard, in answers of five bytes", f"{yard_now.cpu / ping.cpu:.0f}")
    part("Pages, uncached, one client. One yard is the CPU of a bare Django page of 15 kB")
    goals = {
        "home": (5, 10),
        "a campaign": (5, 10),
        "find support, the list": (6, 8),
        "find support, filtered and counted": (8, 10),
        "a service": (4, 8),
    }
    measured = {}
    for name, path in pages.paths().items():
        yards, page = _in_yards(platform, yard, path)
        measured[name] = page
        asked, waited = pages.statements(path)
        report.CPU[name] = page.cpu
        told = f"{yards:.1f} yards, {asked} SQL in {waited:.0f} ms, {_times(page)}, {page.bytes // 1024} kB"
        most = goals.get(name)
        line(
            name,
            told,
            f"≤ {most[0]} yards, ≤ {most[1]} SQL" if most else "",
            yards <= most[0] and asked <= most[1] if most else None,
        )
    _slow_beside_usual(measured)


def _slow_beside_usual(measured: dict) -> None:
    name, worst = max(((name, page.p95 / page.p50) for name, page in measured.items()), key=itemgetter(1))
    line("p95 beside p50, of the page where it is furthest off", f"{worst:.1f} times: {name}", "≤ 2", worst <= 2)


def _times(page) -> str:
    return f"p50 {page.p50:.0f} p95 {page.p95:.0f} p99 {page.p99:.0f} ms, {page.per_second:.0f} a second"


def measure_kept_pages(address: str, yard) -> None:
    """A page that is handed out again, beside a bare Django view that does the same."""
    import pages
    from servers import serve

    part("Pages that are kept whole, as in production")
    with serve("config.wsgi:application", address, WHOLE_PAGES_SECONDS="600") as platform:
        for name, path in (("home", "/"), ("find support, the list", "/find-support/")):
            # The machine counts CPU in hundredths of a second: so fast a page needs many to be seen at all.
            before, page, after = (
                pages.cost(server, at, 1_000) for server, at in ((yard, "/kept/"), (platform, path), (yard, "/kept/"))
            )
            beside = page.cpu / max((before.cpu + after.cpu) / 2, 1e-6)
            report.CPU[f"{name}, kept"] = page.cpu
            told = f"{beside:.1f} times a bare kept page, {_times(page)}"
            line(name, told, "≤ 1.5 times", beside <= 1.5)


def measure_starting(address: str) -> None:
    """Starting, and what one worker keeps in memory, beside a Wagtail with nothing of ours."""
    import pages
    from servers import Request, serve

    part("Starting, and memory, beside a bare Wagtail")
    # The first does not count: it compiles what the others find compiled. In turns, so that noise meets both.
    starts = [[pages.start_cost(name)[0] for name in ("config.wsgi", "bare_wagtail")] for _ in range(6)]
    ours, bare = (median(seconds) for seconds in zip(*starts[1:], strict=True))
    line(
        "CPU until the first answer",
        f"{ours:.1f} s beside {bare:.1f} s: {ours / bare:.2f} times",
        "≤ 1.5",
        ours <= 1.5 * bare,
    )
    held = []
    for name, path in (("config.wsgi:application", "/"), ("bare_wagtail:application", "/admin/login/")):
        with serve(name, address, preload=True) as server:
            server.run([Request(path)] * 40, clients=4)
            held.append(server.memory())
    (ours, ours_whole), (bare, bare_whole) = held
    told = f"{ours_whole:.0f} MB beside {bare_whole:.0f} MB: {ours_whole / bare_whole:.2f} times"
    line("Memory of one worker (Rss)", told, "≤ 1.4", ours_whole <= 1.4 * bare_whole)
    told = f"{ours:.0f} MB beside {bare:.0f} MB: {ours / bare:.2f} times"
    line("The same, with its part of what workers share (Pss)", told)


def measure_sizes(address: str, yard) -> None:
    """The directory at three sizes: a borough, a county, a region. Each has servers of its own, which read it first."""
    import directory
    from servers import serve

    found: dict[str, list[float]] = {}
    for size in directory.TIERS:
        directory.fill(size)
        part(f"The directory with {size:,} services, each at one to three places")
        with serve("config.wsgi:application", address) as platform:
            _measure_one_size(platform, yard, size, found)
    part("Growth from size to size, in yards")
    report.GROWTH.update(found)
    for name, yards in found.items():
        grown = [after / before for before, after in pairwise(yards)]
        told = ", ".join(f"x {times:.2f}" for times in grown)
        line(name, told, "≤ 2 from 2,000 to 20,000", grown[-1] <= 2)


def _measure_one_size(platform, yard, size: int, found: dict[str, list[float]]) -> None:
    import pages

    goals = {"list": (6, 8), "filtered": (8, 10), "search": (8, 10), "detail": (4, 8)}
    seconds, megabytes = pages.index_cost()
    pages.begin_anew()
    platform.run([pages.Request("/find-support/")] * 24, clients=8)
    measured = {}
    for name, path in pages.of_the_directory().items():
        yards, page = _in_yards(platform, yard, path)
        measured[name] = page
        asked, waited = pages.statements(path)
        found.setdefault(name, []).append(yards)
        told = f"{yards:.1f} yards, {asked} SQL in {waited:.0f} ms, {_times(page)}, {page.bytes // 1024} kB"
        most = goals.get(name) if size <= 2_000 else None
        line(
            name, told, f"≤ {most[0]} yards, ≤ {most[1]} SQL" if most else "",
            yards <= most[0] and asked <= most[1] if most else None,
        )  # fmt: skip
    _slow_beside_usual(measured)
    line("to make the index", f"{seconds:.1f} s of CPU, {megabytes:.0f} MB")


def _in_yards(platform, yard, path: str):
    import pages

    before, page, after = pages.cost(yard, "/"), pages.cost(platform, path), pages.cost(yard, "/")
    return page.cpu / ((before.cpu + after.cpu) / 2), page


def measure_bookings(platform, nothing, naive, control) -> None:
    import bookings

    form, post = bookings.statements()
    part(f"Bookings: {bookings.TRIES} people, {bookings.PLACES} places, {bookings.CLIENTS} at a time, {ROUNDS} rounds")
    line("SQL of the form's first page", str(form), "≤ 8", form <= 8)
    line("SQL of the POST that books", str(post), "≤ 15", post <= 15)
    few = _rounds(bookings, platform, nothing, "with few past bookings")
    bookings.remember(100_000)
    many = _rounds(bookings, platform, nothing, "with 100,000 past bookings")
    line(
        "Bookings a second, many past bookings beside few",
        f"{many / few:.2f}",
        "≥ 0.8: noise is 20 %",
        many / few >= 0.8,
    )
    bookings.take_the_last_defence_away()
    _beside_the_naive(bookings, platform, naive)
    sold = [bookings.sell(control)[1] for _ in range(ROUNDS)]
    line(
        "The control without the lock, with 8 workers, sold",
        ", ".join(map(str, sold)),
        "over 30 at least once",
        max(sold) > bookings.PLACES,
    )


def _rounds(bookings, platform, nothing, when: str) -> float:
    """Pairs of runs, with and without the booking. Gives the median of bookings a second."""
    ratios, speeds, slow, sold = [], [], [], []
    for _ in range(ROUNDS):
        with_it, places = bookings.sell(platform)
        without, _ = bookings.sell(nothing)
        assert with_it.statuses == without.statuses == {303}, (with_it.statuses, without.statuses)
        ratios.append(with_it.per_second / without.per_second)
        speeds.append(with_it.per_second)
        slow.append(with_it.p95)
        sold.append(places)
    told = f"{median(speeds):.0f} a second, p95 {median(slow):.0f} ms"
    line(f"Bookings {when}", told)
    line(f"Beside the same request without booking, {when}", f"{median(ratios):.2f}", "≥ 0.5", median(ratios) >= 0.5)
    line(
        f"Places promised in each round, {when}",
        ", ".join(map(str, sold)),
        "30 each time",
        set(sold) == {bookings.PLACES},
    )
    return median(speeds)


def measure_understanding(platform) -> None:
    """Every view of the workspace, with 25,000 and then with 250,000 points."""
    import understanding

    before: dict[str, tuple] = {}
    for conversations in understanding.STEPS:
        whole = understanding.grow_to(conversations)
        part(f"The workspace, {conversations:,} conversations and {conversations * 25:,} points, warm, one client")
        line("Counting everything, in seconds", f"{whole:.0f}")
        line("Counting one changed note again, in milliseconds", f"{1000 * understanding.refresh_one():.0f}")
        browser = understanding.analyst()
        for name, path in understanding.paths().items():
            page, asked = understanding.cost(platform, path, browser), understanding.statements(path, browser)
            told = f"{asked} SQL, p50 {page.p50:.0f}, p95 {page.p95:.0f} ms"
            few, slow = before.get(name, (asked, page.p50))
            grown = f", grew {page.p50 / slow:.1f}-fold" if name in before else ""
            line(name, told + grown, "p95 < 1 s, same SQL, ≤ 10-fold", page.p95 < 1000 and asked == few)
            before.setdefault(name, (asked, page.p50))


def measure_releases() -> None:
    """10,000 pairs of releases in the hands of a reader who adds up and compares."""
    sys.path.append(str(ROOT / "tests" / "common"))
    from reading_a_release import told_too_much, two_days

    found = sum(bool(told_too_much(two_days(seed))) for seed in range(10_000))
    part("Small numbers")
    line("Pairs of releases that gave a small number away, of 10,000", str(found), "none", not found)


def _beside_the_naive(bookings, platform, naive) -> None:
    """What the lock costs: pairs of runs with it and without, with as many workers each."""
    pairs = [(bookings.sell(platform)[0], bookings.sell(naive)[0]) for _ in range(ROUNDS)]
    speed = median(without.per_second for _, without in pairs)
    line("The same code without the lock", f"{speed:.0f} a second, p95 {median(w.p95 for _, w in pairs):.0f} ms")
    line("Beside the same code without the lock", f"{median(ours.per_second / w.per_second for ours, w in pairs):.2f}")


def measure_notes() -> None:
    import notes

    part(f"Notes: {notes.NOTES} of {notes.POINTS} points, {notes.IN_ONE} in each workbook")
    costs = notes.bring_in()
    first, last = costs[: len(costs) // 10], costs[-len(costs) // 10 :]
    per_note = median(cost.milliseconds for cost in costs)
    line("A note, with its file read and every rule asked", f"{per_note:.0f} ms, {costs[0].statements:.0f} SQL")
    grows = median(cost.milliseconds for cost in last) / median(cost.milliseconds for cost in first)
    line("The last hundred beside the first hundred", f"{grows:.2f} of the time", "≤ 1.2: noise is 20 %", grows <= 1.2)
    same = costs[-1].statements == costs[0].statements
    line("SQL of the last note", f"{costs[-1].statements:.0f}", f"{costs[0].statements:.0f}, as of the first", same)


def main() -> None:
    address = os.environ["DATABASE_URL"]
    paths = os.pathsep.join([str(ROOT), str(ROOT / "site"), str(HERE)])
    for command in (["migrate", "--verbosity=0"], ["load_demo"]):
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths},
        )  # fmt: skip
    import django

    django.setup()
    import directory
    import work
    from servers import serve

    measure_notes()
    work.measure()
    with ExitStack() as stack:
        yard, platform, nothing, naive, control = (
            stack.enter_context(serve(application, address, workers))
            for application, workers in (
                ("yard:application", 2), ("config.wsgi:application", 2), ("without_booking:application", 2),
                ("without_lock:application", 2), ("without_lock:application", 8),
            )
        )  # fmt: skip
        measure_pages(platform, yard)
        measure_kept_pages(address, yard)
        measure_starting(address)
        measure_bookings(platform, nothing, naive, control)
        measure_sizes(address, yard)
        measure_understanding(platform)
    measure_releases()
    report.write(_version_of_the_database(), directory.TIERS)


def _version_of_the_database() -> str:
    from django.db import connection

    return ".".join(map(str, divmod(connection.pg_version, 10_000)))


if __name__ == "__main__":
    main()
