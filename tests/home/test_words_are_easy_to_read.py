"""The words that we start with: easy to read, true, and blaming nobody (rules 11 and 12)."""

import re
from copy import copy

import pytest

from common.readability import HARDEST, lix

# The pages are fetched once for the module; the mark keeps it before the tests that empty the database.
pytestmark = pytest.mark.django_db

# The law, or the World Health Organization, chose the words on these.
NOT_OUR_WORDS = {"/accessibility/"}

LABELS = [
    "offender", "perpetrator", "gang member", "bame", "hard-to-reach", "hotspot", "troubled", "vulnerable",
    "lifestyle choice", "street-wise", "knife crime capital",
]  # fmt: skip

RESTORATIVE = "What were you thinking and feeling at the time?"


def words_of(page) -> str:
    """The main text, a full stop after each heading, list item and cell, quotations of others left out."""
    main = copy(page.main)
    for part in main.select("nav, form, .govuk-button, .govuk-visually-hidden, .chips, .danger, svg"):
        part.extract()
    for part in main.find_all(["h1", "h2", "h3", "p", "li", "dt", "dd", "th", "td", "caption"]):
        part.append(". ")
    text = main.get_text(" ")
    return re.sub(r"“the intentional use.*?deprivation”", "", text)


def test_a_known_text_has_its_known_index():
    assert round(lix("The cat sat. The enormous elephant laughed. ")) == round(7 / 2 + 100 * 3 / 7)


def test_every_page_can_be_read_by_a_child_of_eleven(every_page):
    indices = {address: round(lix(words_of(page))) for address, (_, page) in every_page.items()}

    hard = {address: index for address, index in indices.items() if index > HARDEST and address not in NOT_OUR_WORDS}

    assert hard == {}


def test_nobody_is_labelled(every_page):
    # How we talk about people quotes labels in order to say what to use in their place.
    found = {
        (address, label)
        for address, (_, page) in every_page.items()
        for label in LABELS
        if label in page.main.get_text(" ").lower()
    }

    assert found == set()


def test_the_restorative_questions_stay_away_from_abuse(every_page):
    holding = [address for address, (_, page) in every_page.items() if RESTORATIVE in page.get_text(" ")]

    assert holding == ["/approach/models/restorative-approaches/"]


def test_no_page_holds_a_figure_without_its_source(every_page):
    # A percentage, or "1 in 4", belongs in the block that asks for source, date, place and link.
    figure = re.compile(r"\d\s?%|per cent|\b\d+ (?:in|out of) \d+\b")
    bare = []
    for address, (_, page) in every_page.items():
        for block in page.select("figure.stat"):
            block.extract()
        if figure.search(page.main.get_text(" ")):
            bare.append(address)

    assert bare == []


def test_no_officer_of_the_seeds_and_no_number_of_theirs_is_named(every_page):
    named = [address for address, (_, page) in every_page.items() if "8314 9569" in page.get_text(" ")]

    assert named == []


def test_nobody_is_asked_to_score_their_childhood(every_page):
    page = every_page["/approach/models/adverse-childhood-experiences/"][1]

    assert not page.main.find_all(["form", "input", "select"])
