"""A comms editor works in the Wagtail admin, and finds no way round the second pair of eyes.

The whole way from the editor to the reader is in tests/home/test_a_campaign_needs_two_people.py, through the same
views without a browser.
"""

import re

import pytest

pytestmark = pytest.mark.browser


def test_an_editor_finds_no_button_to_publish(visitor):
    editor = visitor(editor=True)
    editor.sign_in("comms")
    editor.page.goto(f"{editor.platform.url}/admin/pages/")
    editor.page.get_by_role("link", name="Stop the Violence", exact=True).last.click()
    editor.page.wait_for_url("**/edit/")

    editor.page.get_by_role("button", name="More actions").last.click()

    assert editor.page.get_by_role("button", name=re.compile("Submit to")).count() == 1
    assert editor.page.get_by_role("button", name="Publish", exact=True).count() == 0


def test_a_reader_finds_the_campaign_that_runs_and_not_the_one_that_waits(visitor):
    reader = visitor()
    reader.open("/campaigns/")

    assert "ask, do not guess" not in reader.page.inner_text("main")
    reader.follow("Demo campaign: walk home together")

    assert reader.page.context.cookies() == []
