"""The frame in a real browser: every part of it, and the way out."""

import pytest

pytestmark = pytest.mark.browser

# Is the element that has focus wholly under the exit button?
COVERED = """() => {
  const focused = document.activeElement, exit = document.querySelector(".govuk-exit-this-page a");
  if (focused === document.body || exit.contains(focused)) return null;
  const a = focused.getBoundingClientRect(), b = exit.getBoundingClientRect();
  return a.height && a.top >= b.top && a.bottom <= b.bottom && a.left >= b.left && a.right <= b.right
    ? focused.outerHTML.slice(0, 120) : null;
}"""


@pytest.fixture
def library(visitor):
    """The pattern library, with the weather at hand."""
    page = visitor().open("/patterns/")
    page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Sunny", content_type="text/html"))
    return page


def test_every_part_of_the_frame_can_be_used_by_everybody(library):
    # Opening it looked at it: no violation, nothing sideways, nothing from elsewhere.
    assert library.get_by_role("heading", name="Pattern library").is_visible()


def test_the_menu_opens_without_a_script(library):
    library.get_by_text("Menu", exact=True).click()

    assert library.get_by_role("link", name="Become a champion").first.is_visible()


def test_exit_leaves_in_the_same_tab_and_back_finds_a_page_that_works(library):
    library.locator(".govuk-exit-this-page a").click()
    library.wait_for_url("https://www.bbc.co.uk/weather")

    library.go_back()

    assert len(library.context.pages) == 1
    assert library.get_by_role("heading", name="Pattern library").is_visible()


def test_shift_three_times_leaves(library, javascript):
    for _ in range(3):
        library.keyboard.press("Shift")

    if javascript:
        library.wait_for_url("https://www.bbc.co.uk/weather")
    else:
        assert library.url.endswith("/patterns/")


def test_the_exit_button_never_hides_what_has_focus(library):
    hidden = []
    for _ in range(90):
        library.keyboard.press("Tab")
        hidden.append(library.evaluate(COVERED))

    assert [element for element in hidden if element] == []


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_somebody_who_only_reads_is_asked_before_they_are_signed_out(visitor):
    reader = visitor()
    reader.sign_in("coordinator")
    reader.page.clock.install()
    page = reader.open("/workspace/workshops/")
    question = page.get_by_role("dialog", name="Are you still there?")

    page.clock.fast_forward("18:05")
    page.clock.run_for(1500)
    assert question.is_visible()
    with page.expect_response("**/my/still-here/") as answered:
        page.get_by_role("button", name="Stay signed in").click()
    assert answered.value.status == 204
    question.wait_for(state="hidden")

    page.context.clear_cookies()
    with page.expect_navigation():
        page.clock.fast_forward("20:05")
        page.clock.run_for(1500)
    assert "/accounts/login/" in page.url
