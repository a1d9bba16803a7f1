"""A comms editor writes a campaign, a publisher approves it, and only then does anyone see it."""

import re
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LONDON = ZoneInfo("Europe/London")


def ready(page) -> None:
    """Wait until the editor's scripts listen: before that a press is lost."""
    page.wait_for_load_state("load")
    page.wait_for_function("window.Stimulus || (window.wagtail && window.wagtail.app)")
    page.wait_for_load_state("networkidle")


def to_the_campaigns(editor) -> None:
    editor.page.goto(f"{editor.platform.url}/admin/pages/")
    editor.page.get_by_role("link", name="Stop the Violence", exact=True).last.click()
    editor.page.wait_for_url("**/edit/")


def more_actions(page, name: str) -> None:
    """Open the menu at the foot of the editor and press what is called so."""
    ready(page)
    entry = page.get_by_role("button", name=re.compile(name)).last
    page.get_by_role("button", name="More actions").last.click()
    expect(entry).to_be_visible()
    with page.expect_navigation(timeout=60_000):
        entry.click()


def write_text(page, words: str) -> None:
    """Type into the first block. The editor hands the words to the form a moment later, and a person takes longer."""
    box = page.locator("[contenteditable=true]").first
    box.click()
    box.press_sequentially(words)
    expect(page.locator("[name=body-0-value]")).to_have_value(re.compile(re.escape(words)))


def write_campaign(editor, title: str) -> None:
    """Fill in the editor's form and send it for approval."""
    page, now = editor.page, datetime.now(LONDON)
    to_the_campaigns(editor)
    page.goto(page.url.replace("/edit/", "/add_subpage/"))
    ready(page)
    page.locator("#id_title").fill(title)
    page.locator("#id_summary").fill("A question is better than a warning.")
    page.locator("#id_starts").fill(f"{now - timedelta(hours=1):%Y-%m-%d %H:%M}")
    page.locator("#id_expires").fill(f"{now + timedelta(days=30):%Y-%m-%d %H:%M}")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name=re.compile("^Text")).first.click()
    write_text(page, "Ask how they are, and wait for the answer.")
    more_actions(page, "Submit to")


def test_a_campaign_goes_live_when_a_second_person_says_yes(visitor):
    editor, publisher, resident = visitor(editor=True), visitor(editor=True), visitor()
    title = f"Ask how they are {uuid4().hex[:6]}"

    editor.sign_in("comms")
    write_campaign(editor, title)
    assert title not in resident.open("/campaigns/").inner_text("main")

    publisher.sign_in("publisher")
    publisher.page.goto(f"{publisher.platform.url}/admin/")
    publisher.page.get_by_role("link", name=title).first.click()
    more_actions(publisher.page, r"^\s*Approve\s*$")

    resident.open("/campaigns/")
    resident.follow(title)
    assert "wait for the answer" in resident.page.inner_text("main")
    assert resident.page.context.cookies() == []


def test_an_editor_finds_no_button_to_publish(visitor):
    editor = visitor(editor=True)
    editor.sign_in("comms")
    to_the_campaigns(editor)
    ready(editor.page)

    editor.page.get_by_role("button", name="More actions").last.click()

    assert editor.page.get_by_role("button", name=re.compile("Submit to")).count() == 1
    assert editor.page.get_by_role("button", name="Publish", exact=True).count() == 0


def test_a_reader_finds_the_campaign_that_runs_and_not_the_one_that_waits(visitor):
    reader = visitor()
    reader.open("/campaigns/")

    assert "ask, do not guess" not in reader.page.inner_text("main")
    reader.follow("Demo campaign: walk home together")

    assert reader.page.context.cookies() == []
