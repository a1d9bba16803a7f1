"""A comms editor writes a campaign, a publisher approves it, and only then does anyone see it."""

import re
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

pytestmark = pytest.mark.browser

LONDON = ZoneInfo("Europe/London")


def write_campaign(editor, title: str) -> str:
    """Fill in the editor's form and send it for approval. Gives the address of the editor page."""
    page, now = editor.page, datetime.now(LONDON)
    page.goto(f"{editor.platform.url}/admin/pages/")
    page.get_by_role("link", name="Stop the Violence", exact=True).last.click()
    page.goto(page.url.replace("/edit/", "/add_subpage/"))
    page.locator("#id_title").fill(title)
    page.locator("#id_summary").fill("A question is better than a warning.")
    page.locator("#id_starts").fill(f"{now - timedelta(hours=1):%Y-%m-%d %H:%M}")
    page.locator("#id_expires").fill(f"{now + timedelta(days=30):%Y-%m-%d %H:%M}")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name=re.compile("^Text")).first.click()
    page.locator("[contenteditable=true]").first.click()
    page.keyboard.type("Ask how they are, and wait for the answer.")
    more_actions(page, "Submit to")
    return page.url


def more_actions(page, name: str) -> None:
    page.get_by_role("button", name="More actions").last.click()
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile(name)).last.click()


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
    editor.page.goto(f"{editor.platform.url}/admin/pages/")
    editor.page.get_by_role("link", name="Stop the Violence", exact=True).last.click()

    editor.page.get_by_role("button", name="More actions").last.click()

    assert editor.page.get_by_role("button", name="Publish", exact=True).count() == 0
    assert editor.page.get_by_role("button", name=re.compile("Submit to")).count() == 1
