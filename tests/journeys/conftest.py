"""The whole platform, running as `make run` runs it, on PostgreSQL, with a real browser in front of it."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from email import message_from_bytes, policy
from itertools import count
from pathlib import Path
from shutil import which

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError

ROOT = Path(__file__).resolve().parents[2]
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
# Chromium's own calls home; everything else that it asks for is ours.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


AT_ANOTHER_TIME = """
import runpy, sys, time_machine
with time_machine.travel(sys.argv[1]):
    sys.argv = ["manage.py", *sys.argv[2:]]
    runpy.run_path("manage.py", run_name="__main__")
"""


@dataclass
class Platform:
    """A running platform: where it is, where its mail lies, and how its commands are run."""

    url: str
    mail: Path
    environment: dict[str, str]

    def run_next_month(self, command: str) -> None:
        """Run a command of the clock as on the second day of the next month."""
        day = (date.today().replace(day=1) + timedelta(days=33)).replace(day=2)
        arguments = [sys.executable, "-c", AT_ANOTHER_TIME, f"{day} 06:00", command]
        subprocess.run(arguments, env=self.environment, cwd=ROOT, check=True, capture_output=True)

    def latest_mail(self, to: str, containing: str = "", within: float = 60) -> str:
        """The text of the newest mail to `to` that holds `containing`. Waits for the worker."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            for path in sorted(self.mail.glob("*.log"), key=lambda path: path.stat().st_mtime, reverse=True):
                for part in reversed(path.read_bytes().split(b"\n" + b"-" * 79 + b"\n")):
                    message = message_from_bytes(part.strip(), policy=policy.default)
                    if message["To"] == to:
                        text = message.get_body(("plain",)).get_content()
                        if containing in text:
                            return text
            time.sleep(0.2)
        raise AssertionError(f"No mail to {to} with {containing!r} came within {within} seconds.")

    def link_in(self, text: str, part: str) -> str:
        """The first address in `text` that holds `part`, on this platform."""
        found = next(address for address in re.findall(r"https?://\S+", text) if part in address)
        return self.url + "/" + found.split("/", 3)[3]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(url: str, process: subprocess.Popen) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(url, timeout=10).close()
            return
        except OSError:
            assert process.poll() is None, "The web server stopped."
            time.sleep(0.2)
    raise AssertionError("The web server did not start within a minute.")


@pytest.fixture(scope="session")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    """Migrate, load the demo content, start the web server and the worker; stop both at the end."""
    address = os.environ.get("DATABASE_URL", "")
    assert address.startswith("postgres"), "Journeys run on PostgreSQL: use tests/with_postgres.py, or `make test`."
    var = tmp_path_factory.mktemp("var")
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.dev", "VAR_DIR": str(var), "DEBUG": "False"}
    # As it is live: finished public pages are handed out again.
    environment["WHOLE_PAGES_SECONDS"] = "60"

    def manage(*arguments: str) -> list[str]:
        return [sys.executable, str(ROOT / "manage.py"), *arguments]

    for arguments in (["migrate", "--verbosity=0"], ["createcachetable"], ["load_demo"]):
        subprocess.run(manage(*arguments), env=environment, cwd=ROOT, check=True, capture_output=True)
    port = free_port()
    gunicorn = [sys.executable, "-m", "gunicorn", "--config", "site/config/gunicorn.py", "--bind", f"127.0.0.1:{port}"]
    with (var / "web.log").open("wb") as log:
        web = subprocess.Popen([*gunicorn, "config.wsgi"], env=environment, cwd=ROOT, stdout=log, stderr=log)
        worker = subprocess.Popen(
            manage("db_worker", "--no-reload", "--interval=0.2"), env=environment, cwd=ROOT, stdout=log, stderr=log
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", web)
        yield Platform(f"http://127.0.0.1:{port}", var / "mail", environment)
    finally:
        for process in (web, worker):
            process.terminate()
        for process in (web, worker):
            process.wait(timeout=30)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = which("chromium") or which("chromium-browser") or which("google-chrome")
    assert path, "There is no Chromium. `make test` installs it, or says how."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def unused_number() -> Callable[[], int]:
    """Gives a number that nobody wrote before. Random letters may be read as a name or a postcode."""
    return count(1001).__next__


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def javascript(request) -> bool:
    return request.param


@dataclass
class Visitor:
    """Somebody with a phone. Checks each page that they open for accessibility, and that it came from us alone."""

    page: Page
    platform: Platform
    check: Callable[[Page], None]

    def open(self, path: str) -> Page:
        response = self.page.goto(path if path.startswith("http") else self.platform.url + path)
        assert response is not None
        assert response.status < 400, f"{path} answered {response.status}"
        return self.looked_at()

    def press(self, name: str) -> Page:
        """Press the button of this name and look at the page that comes."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).first.click()
        return self.looked_at()

    def follow(self, name: str) -> Page:
        """Follow the link of this name inside the main part of the page."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=name).first.click()
        return self.looked_at()

    def looked_at(self) -> Page:
        self.check(self.page)
        return self.page

    def sign_in(self, name: str) -> None:
        self.open("/accounts/login/")
        self.page.get_by_label("Email").first.fill(f"{name}@demo.example")
        self.page.get_by_label("Password").first.fill("demo-password-1")
        self.press("Sign in")
        assert self.page.url.endswith("/my/"), f"{name} landed on {self.page.url}"


# Wagtail's admin is its own product with one known finding of its own; ours are the pages that residents see.
NOT_OURS = "/admin/"


def zero_violations(page: Page) -> None:
    """Axe on the page as it stands; each violation is named with the first element that it found."""
    violations = Axe().run(page).response["violations"]
    found = [f"{item['id']}: {item['help']} — {item['nodes'][0]['html'][:200]}" for item in violations]
    assert found == [], f"{page.url}\n" + "\n".join(found)


def as_seen_without_scripts(page: Page, inspector: Page) -> Page:
    """The same document in a browser that can run axe, with every script of ours kept out.

    Axe waits for timers, which do not run where JavaScript is off.
    """
    document, address = page.content(), page.url

    def answer(route) -> None:
        if route.request.resource_type == "document":
            route.fulfill(body=document, content_type="text/html; charset=utf-8")
        elif route.request.resource_type == "script":
            route.abort()
        else:
            route.continue_()

    inspector.unroute_all()
    inspector.route("**/*", answer)
    inspector.goto(address)
    return inspector


def no_sideways_scroll(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} scrolls {wide} px sideways."


VISITORS = pytest.StashKey[list[Visitor]]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    """A journey that fails shows the page on which each visitor stood: the reason is mostly written there."""
    report = yield
    if report.failed and call.when == "call":
        for number, someone in enumerate(item.stash.get(VISITORS, []), start=1):
            with suppress(PlaywrightError):  # a page that is closed shows nothing
                words = f"{someone.page.url}\n\n{someone.page.inner_text('body', timeout=5000)}"
                report.sections.append((f"what visitor {number} saw", words))
    return report


@pytest.fixture
def visitor(
    request: pytest.FixtureRequest, chromium: Browser, platform: Platform, javascript: bool
) -> Iterator[Callable[[], Visitor]]:
    """Makes visitors, each with a browser of their own: nothing is shared between two people."""
    inspector = chromium.new_context(viewport=PHONE).new_page()
    contexts = [inspector.context]
    request.node.stash[VISITORS] = []

    def arrive(*, editor: bool = False) -> Visitor:
        """Somebody with a phone; or an editor at a desk, whose admin needs JavaScript."""
        scripts, viewport = (True, DESK) if editor else (javascript, PHONE)
        context = chromium.new_context(viewport=viewport, java_script_enabled=scripts, base_url=platform.url)
        contexts.append(context)
        outside: list[str] = []

        def note(request) -> None:
            if not request.url.startswith((platform.url, "data:")):
                outside.append(request.url)

        def check(page: Page) -> None:
            assert outside == [], f"{page.url} asked another site: {outside}"
            if NOT_OURS not in page.url:
                no_sideways_scroll(page)
                zero_violations(page if scripts else as_seen_without_scripts(page, inspector))

        context.on("request", note)
        arrived = Visitor(context.new_page(), platform, check)
        request.node.stash[VISITORS].append(arrived)
        return arrived

    yield arrive
    for context in contexts:
        context.close()
