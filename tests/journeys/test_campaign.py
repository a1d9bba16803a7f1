"""A comms editor writes a campaign, a publisher approves it, and only then does anyone see it."""

import re
from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser

LONDON = ZoneInfo("Europe/London")


def ready(page) -> None:
    """Wait until the editor's scripts listen: before that a press is lost."""
    page.wait_for_load_state("load")
    # Asked again and again from here: Playwright's own way of waiting needs `eval`, which our pages do not allow.
    while not page.evaluate("Boolean(window.Stimulus || (window.wagtail && window.wagtail.app))"):
        page.wait_for_timeout(100)
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


def fill_in_the_days(page) -> None:
    now = datetime.now(LONDON)
    page.locator("#id_starts").fill(f"{now - timedelta(hours=1):%Y-%m-%d %H:%M}")
    page.locator("#id_expires").fill(f"{now + timedelta(days=30):%Y-%m-%d %H:%M}")
    page.keyboard.press("Escape")


def write_campaign(editor, title: str, words: str = "Ask how they are, and wait for the answer.") -> None:
    """Fill in the editor's form."""
    page = editor.page
    to_the_campaigns(editor)
    page.goto(page.url.replace("/edit/", "/add_subpage/"))
    ready(page)
    page.locator("#id_title").fill(title)
    page.locator("#id_summary").fill("A question is better than a warning.")
    fill_in_the_days(page)
    page.get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name=re.compile("^Text")).first.click()
    write_text(page, words)


def approve(approver, role: str, title: str) -> None:
    """Sign in, find the page among what waits, and say yes."""
    approver.sign_in(role)
    approver.page.goto(f"{approver.platform.url}/admin/")
    approver.page.get_by_role("link", name=title).first.click()
    more_actions(approver.page, r"^\s*Approve\s*$")


def test_a_campaign_goes_live_when_a_second_person_says_yes(visitor, unused_number):
    editor, publisher, resident = visitor(editor=True), visitor(editor=True), visitor()
    title = f"Ask how they are {unused_number()}"

    editor.sign_in("comms")
    write_campaign(editor, title)
    more_actions(editor.page, "Submit to")
    assert title not in resident.open("/campaigns/").inner_text("main")

    approve(publisher, "publisher", title)

    resident.open("/campaigns/")
    resident.follow(title)
    assert "wait for the answer" in resident.page.inner_text("main")
    assert resident.page.context.cookies() == []


# The editor needs JavaScript.
@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_a_press_that_meets_the_editors_own_save_still_makes_one_page(visitor, unused_number):
    editor, held = visitor(editor=True), []
    page, title = editor.page, f"Ask them twice {unused_number()}"
    editor.sign_in("comms")
    to_the_campaigns(editor)
    page.goto(page.url.replace("/edit/", "/add_subpage/"))
    ready(page)

    def hold_the_first_save(route, request):
        if request.resource_type == "fetch" and not held:
            held.append(route)
        else:
            route.continue_()

    # Wagtail looks at the empty form a moment after it has loaded, and saves what differs from it.
    page.wait_for_timeout(3000)
    page.route("**/admin/pages/add/**", hold_the_first_save)
    with page.expect_request(lambda request: request.resource_type == "fetch" and "/pages/add/" in request.url):
        page.locator("#id_title").fill(title)
        fill_in_the_days(page)
    page.locator("#id_title").click()
    page.keyboard.press("ControlOrMeta+s")
    page.wait_for_timeout(500)
    assert "/pages/add/" in page.url
    with page.expect_response(lambda answer: answer.request.resource_type == "document") as pressed:
        held[0].continue_()
    assert "/edit/" in pressed.value.url
    expect(page.locator(".messages")).to_contain_text(title)

    to_the_campaigns(editor)
    page.goto(page.url.removesuffix("edit/"))
    assert page.get_by_role("link", name=title, exact=True).count() == 1


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


# The editor's and the approvers' part needs JavaScript, and the resident's is in the journey above.
@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_a_sensitive_campaign_takes_three_people_and_its_poster_leads_back_to_it(visitor, unused_number):
    editor, resident = visitor(editor=True), visitor()
    title = f"You can talk about it {unused_number()}"

    editor.sign_in("comms")
    write_campaign(editor, title, "Offenders, victims, vulnerable: nobody is only that.")
    editor.page.locator("#id_sensitive").check()
    more_actions(editor.page, "Submit to")
    editor.page.goto(f"{editor.platform.url}/admin/")
    editor.page.get_by_role("link", name=title).first.click()
    editor.page.goto(editor.page.url.replace("/pages/", "/checks/").replace("edit/", ""))
    assert editor.page.get_by_text("Please look").count() >= 3

    approve(visitor(editor=True), "sensitive", title)
    resident.open("/campaigns/")
    assert title not in resident.page.inner_text("main")
    approve(visitor(editor=True), "publisher", title)

    resident.open("/campaigns/")
    resident.follow(title)
    resident.follow("Posters, pictures and words")
    fetch = resident.page.context.request.get
    poster = PdfReader(BytesIO(fetch(resident.page.url + "poster-a4.pdf").body()))
    code = zxingcpp.read_barcode(Image.open(BytesIO(fetch(resident.page.url + "code.png").body())).convert("L")).text
    assert code.partition("//")[2] in poster.pages[0].extract_text().replace("\n", "")
    resident.open("/go/" + code.rpartition("/")[2])
    assert title in resident.page.inner_text("h1")


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_nobody_takes_both_parts_of_the_emergency_lane(visitor, unused_number):
    writer, resident = visitor(editor=True), visitor()
    title = f"We are thinking of you {unused_number()}"

    writer.sign_in("publisher")
    writer.page.goto(f"{writer.platform.url}/admin/morning-after/")
    writer.page.get_by_role("link", name="Write an update").click()
    ready(writer.page)
    writer.page.locator("#id_title").fill(title)
    writer.page.locator("#id_summary").fill("You do not have to be alone today.")
    writer.page.locator("#id_police_said_yes").check()
    more_actions(writer.page, "Submit to")
    writer.page.goto(f"{writer.platform.url}/admin/reports/workflow/")
    writer.page.get_by_role("link", name=title).first.click()
    more_actions(writer.page, r"^\s*Approve\s*$")
    assert "somebody else has to say yes" in writer.page.inner_text("body")
    assert title not in resident.open("/updates/").inner_text("main")

    approve(visitor(editor=True), "sensitive", title)

    resident.open("/updates/")
    resident.follow(title)
    assert "Childline" in resident.page.inner_text("main")


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_other_languages_read_the_right_way_round(visitor):
    reader = visitor()

    reader.open("/safety/")
    reader.follow("العربية")

    assert reader.page.evaluate("getComputedStyle(document.querySelector('main')).direction") == "rtl"
    for page in ("/ar/", "/so/safety/", "/approach/toolkits/safety-mapping/"):
        reader.open(page)
