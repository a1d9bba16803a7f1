"""Every page of the tree, as a stranger meets it (rules 1 and 2; users.md X1, X2, X5, X12, X13)."""

import re
from itertools import pairwise

import pytest
from wagtail.models import Page

# The pages are fetched once for the module; the mark keeps it before the tests that empty the database.
pytestmark = pytest.mark.django_db

LOADING = ["script", "img", "iframe", "link", "use", "source", "video", "audio"]
ELSEWHERE = re.compile(r"^(https?:)?//")


def test_every_page_of_the_tree_opens_and_says_what_it_is(every_page):
    for address, (response, page) in every_page.items():
        assert response.status_code == 200, address
        assert len(page.find_all("h1")) == 1, address
        assert page.title.text.strip(), address
        assert page.html["lang"].lower().startswith("en"), address
        assert page.find("a", class_="govuk-skip-link", href="#main"), address


def test_no_page_sets_a_cookie_or_forbids_keeping_it(every_page):
    for address, (response, _) in every_page.items():
        assert "Set-Cookie" not in response.headers, address
        assert not response.cookies, address
        assert "no-store" not in response.headers.get("Cache-Control", ""), address
        assert "Cookie" not in response.headers.get("Vary", ""), address


def test_every_page_has_the_way_out_as_a_plain_link(every_page, settings):
    for address, (_, page) in every_page.items():
        exits = page.find_all("a", string=re.compile("Exit this page"), href=settings.EXIT_URL)
        buttons = page.select(f'.govuk-exit-this-page a[href="{settings.EXIT_URL}"]')
        assert exits, address
        assert buttons, address
        assert not page.find_all(target="_blank"), address


def test_no_page_loads_anything_from_elsewhere_or_carries_a_style_or_script(every_page):
    for address, (_, page) in every_page.items():
        loaded = [tag.get("src") or tag.get("href") for tag in page.find_all(LOADING)]
        assert not [source for source in loaded if source and ELSEWHERE.match(source)], address
        assert not page.find_all(style=True), address
        assert not page.find_all("style"), address
        assert not [tag for tag in page.find_all("script") if not tag.get("src")], address


def test_headings_never_skip_a_level(every_page):
    for address, (_, page) in every_page.items():
        levels = [int(tag.name[1]) for tag in page.main.find_all(re.compile("^h[1-6]$"))]
        skipped = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert levels[0] == 1, address
        assert not skipped, address


def test_every_page_ends_with_a_next_step(every_page):
    for address, (_, page) in every_page.items():
        if address != "/":
            ending = page.find(id="get-help")
            assert ending.find("a", class_="govuk-button--next"), address


def test_the_frame_links_to_pages_that_are_there(every_page):
    footer = every_page["/"][1].find("footer")
    written = {a["href"] for a in footer.find_all("a")} - {"/accounts/login/"}

    assert written <= every_page.keys()


def test_links_between_our_own_pages_lead_somewhere(every_page):
    # The other rooms of the house keep these addresses (DESIGN, section 5).
    elsewhere = (
        "/find-support/",
        "/workshops/",
        "/conversations/",
        "/strategy/",
        "/accounts/login/",
        "/guides/",
        "/data-protection-complaint/form/",
    )

    dead = [
        (address, link["href"])
        for address, (_, page) in every_page.items()
        for link in page.find_all("a", href=re.compile("^/"))
        if link["href"] not in every_page and not link["href"].startswith(elsewhere)
    ]

    assert dead == []


def test_no_page_asks_the_database_more_than_nine_times(
    front_door, visitor, make_campaign, django_assert_max_num_queries
):
    make_campaign()
    visitor.get("/")

    for page in front_door.get_descendants(inclusive=True).live():
        with django_assert_max_num_queries(9, info=page.url_path):
            visitor.get(page.url)


def test_the_home_page_does_not_ask_more_when_there_is_more(
    front_door, visitor, make_campaign, django_assert_max_num_queries
):
    for number in range(5):
        make_campaign(title=f"Campaign {number}")
    visitor.get("/")

    with django_assert_max_num_queries(9):
        visitor.get("/")


def test_building_the_tree_again_changes_nothing(front_door):
    from home import tree

    page = Page.objects.get(slug="bullying")
    page.title = "Changed by staff"
    page.save()
    before = Page.objects.count()

    assert tree.build() == front_door
    assert Page.objects.count() == before
    assert Page.objects.get(slug="bullying").title == "Changed by staff"
