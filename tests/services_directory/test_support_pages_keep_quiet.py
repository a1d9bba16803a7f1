"""Each kind of page of the directory, for somebody whose phone is looked at (X1 to X3, X11, X12, R1, R9, R13)."""

import re

import pytest
from bs4 import BeautifulSoup

ELSEWHERE = re.compile(r"^(https?:)?//")
LOADING = ["script", "img", "iframe", "link", "use", "source", "video", "audio"]


@pytest.fixture
def pages(client, make_service, search):
    """Name → (response, parsed page) of each kind of page."""
    service = make_service("Athena", needs=["hurt-at-home", "safe-place"], website="https://athena.example")
    mine = service.address.strip("/")
    found = {
        "list": client.get("/find-support/"),
        "filtered": client.get("/find-support/", {"how": "1"}),
        "service": client.get(service.address),
        "results": search("my boyfriend hits me", "SE6"),
        "my list": client.get(f"/list/{service.pk:x}/"),
        "safe places": client.get("/find-support/places/"),
        "something wrong": client.get(f"/{mine}/wrong/"),
        "gone": client.get("/services/never-was/"),
    }
    return {name: (answer, BeautifulSoup(answer.content, "html.parser")) for name, answer in found.items()}


def test_no_page_sets_a_cookie(pages, client):
    assert [name for name, (answer, _) in pages.items() if answer.cookies] == []
    assert client.cookies == {}


def test_no_page_loads_anything_from_elsewhere(pages):
    for name, (_, page) in pages.items():
        loaded = [tag.get("src") or tag.get("href") for tag in page.find_all(LOADING)]
        assert [source for source in loaded if source and ELSEWHERE.match(source)] == [], name


def test_no_other_site_learns_where_somebody_came_from_and_nobody_frames_us(pages):
    for name, (answer, page) in pages.items():
        assert answer["Referrer-Policy"] in ("same-origin", "no-referrer"), name
        policy = answer["Content-Security-Policy"].split("; ")
        assert "default-src 'none'" in policy, name
        assert {rule.split(" ", 1)[1] for rule in policy} <= {"'self'", "'none'"}, name
        assert answer["X-Content-Type-Options"] == "nosniff", name
        assert answer["X-Frame-Options"] == "DENY", name
        # Nothing in the page weakens the header, the scripted way out included.
        assert page.find("meta", attrs={"name": "referrer"}) is None, name
        assert page.find_all(referrerpolicy=True) == [], name


def test_a_number_to_ring_in_danger_is_one_tap_away(pages):
    for name, (_, page) in pages.items():
        assert page.find("a", href="tel:999"), name
        assert "55" in page.body.text, name
        for link in page.find_all("a", href=re.compile("^tel:")):
            assert re.search(r"\d", link.text), (name, link)


def test_every_page_has_the_way_out_and_the_same_footer(pages, settings):
    for name, (_, page) in pages.items():
        assert page.select(f'.govuk-exit-this-page a[href="{settings.EXIT_URL}"]'), name
        footer = [link.text for link in page.find("footer").find_all("a")]
        for words in (
            "Accessibility",
            "Privacy",
            "Data protection complaint",
            "Cover your tracks",
            "Languages and formats",
        ):
            assert words in footer, (name, words)


def test_no_page_asks_for_anything_but_what_to_look_for(pages):
    for name, (_, page) in pages.items():
        asked = page.select("main input:not([type=checkbox]):not([type=hidden]), main textarea, main select")
        assert {field["name"] for field in asked} <= {"q", "place"}, name


def test_a_service_page_says_all_that_a_frightened_person_needs(pages):
    text = pages["service"][1].main.text

    for words in (
        "Somebody listens.", "Who it is for", "Cost", "When it is open", "020 7946 0000", "What happens first",
        "Do I have to give my name?", "Who runs it?", "When would they tell someone else?",
        "Will they ask about immigration status?", "Does it cost anything?", "Languages", "Checked on",
    ):  # fmt: skip
        assert words in text, words
