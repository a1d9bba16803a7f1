"""A resident finds help, and leaves no trace."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

pytestmark = pytest.mark.browser


def test_three_taps_from_home_to_a_number_that_can_be_rung(visitor):
    resident = visitor()
    resident.open("/")

    resident.follow("Abuse at home")
    with resident.page.expect_navigation():
        resident.page.locator("main h3 a, main h2 a").first.click()

    assert resident.looked_at().locator("main a[href^='tel:']").count() > 0
    assert resident.page.locator("main input").count() == 0


def test_words_that_were_searched_for_are_nowhere(visitor):
    resident = visitor()
    resident.open("/find-support/")

    resident.page.get_by_label("What do you need help with?").first.fill("my boyfriend hits me")
    resident.press("Search")

    assert "boyfriend" not in resident.page.url
    assert "boyfriend" not in resident.page.title()
    assert resident.page.context.cookies() == []


def test_back_from_a_service_returns_to_the_same_results(visitor):
    resident = visitor()
    resident.open("/find-support/")
    resident.page.get_by_label("What do you need help with?").first.fill("cooth")
    resident.press("Search")
    results = resident.page.url

    resident.follow("Kooth")
    resident.page.go_back()

    assert resident.page.url == results
    assert resident.page.get_by_role("link", name="Kooth").count() > 0


def test_public_pages_leave_nothing_in_the_browser(visitor):
    resident = visitor()
    for path in (
        "/",
        "/find-support/",
        "/campaigns/",
        "/workshops/",
        "/conversations/",
        "/strategy/",
        "/cover-your-tracks/",
    ):
        resident.open(path)

    assert resident.page.context.cookies() == []
    assert resident.page.context.storage_state()["origins"] == []


def test_the_way_out_is_a_plain_link_in_sight(visitor):
    resident = visitor()
    page = resident.open("/find-support/")

    way_out = page.get_by_role("link", name="Exit this page").last

    assert way_out.is_visible()
    assert way_out.get_attribute("href") == "https://www.bbc.co.uk/weather"
    box = way_out.bounding_box()
    assert box["y"] + box["height"] <= page.viewport_size["height"]


NARROW = ["/", "/find-support/", "/find-support/places/", "/services/athena/", "/list/", "/cover-your-tracks/"]


def test_nothing_scrolls_sideways_on_the_narrowest_phone_or_at_four_times_the_size(visitor):
    resident = visitor()
    # 320 pixels are also what a screen of 1280 is at 400 per cent.
    resident.page.set_viewport_size({"width": 320, "height": 640})

    for path in NARROW:
        resident.open(path)


def test_the_map_of_safe_places_leads_to_the_list_by_keyboard(visitor):
    resident = visitor()
    page = resident.open("/find-support/places/")

    tile = page.locator("svg a").first
    tile.focus()
    page.keyboard.press("Enter")

    # The browser follows a link a moment after the key.
    page.wait_for_url(re.compile("#ward-"))
    assert page.locator(":target h2").is_visible()


# Paper has no scripts, and Chromium prints no page in which they are switched off.
@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_a_service_fits_on_one_sheet_of_paper_that_names_no_address(visitor):
    page = visitor().open("/services/athena/")

    paper = PdfReader(BytesIO(page.pdf(format="A4", display_header_footer=False)))

    assert len(paper.pages) == 1
    words = paper.pages[0].extract_text()
    assert "0800 112 4052" in words
    assert "/services/" not in words


def test_the_screen_is_blank_at_once_while_the_weather_is_still_on_its_way(visitor, javascript):
    page = visitor().open("/services/athena/")
    # The other page never comes: this one is all that there is to see.
    page.route("https://www.bbc.co.uk/**", lambda route: route.abort("aborted"))

    page.locator(".govuk-exit-this-page a").last.click(no_wait_after=True)

    assert page.locator(".govuk-exit-this-page-overlay").count() == (1 if javascript else 0)
