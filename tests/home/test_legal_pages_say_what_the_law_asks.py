"""The accessibility statement, privacy and complaints, and what they do not pretend (users.md 3.9, 3.15, D8)."""

import pytest
from wagtail.models import Page

pytestmark = pytest.mark.django_db

HEADINGS = [
    "Feedback and contact information",
    "Enforcement procedure",
    "Technical information about this website’s accessibility",
    "Compliance status",
    "Non-accessible content",
    "Non-compliance with the accessibility regulations",
    "Disproportionate burden",
    "Content that’s not within the scope of the accessibility regulations",
    "Preparation of this accessibility statement",
]
SENTENCES = [
    "is committed to making its website accessible, in accordance with the Public Sector Bodies (Websites and Mobile "
    "Applications) (No. 2) Accessibility Regulations 2018.",
    "This website is partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, due to "
    "the non-compliances listed below.",
    "The content listed below is non-accessible for the following reasons.",
    "The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies",
    "contact the Equality Advisory and Support Service (EASS)",
    "This statement was prepared on 20 November 2026. It was last reviewed on 20 November 2026.",
]


def text_of(every_page, address: str) -> str:
    return " ".join(every_page[address][1].main.get_text().split())


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_accessibility_statement_has_every_heading(every_page, heading):
    page = every_page["/accessibility/"][1]

    assert heading in [tag.get_text().strip() for tag in page.find_all(["h2", "h3"])]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_accessibility_statement_has_the_words_of_the_model(every_page, sentence):
    assert sentence in text_of(every_page, "/accessibility/")


def test_privacy_says_what_why_and_how_long_and_that_it_is_a_draft(every_page):
    page = every_page["/privacy/"][1]

    assert [cell.get_text() for cell in page.select("thead th")] == ["What", "Why", "How long"]
    assert len(page.select("tbody tr")) == 11
    assert "This is a draft" in page.main.get_text()


def test_complaints_are_told_the_thirty_days_and_that_the_address_is_missing(every_page):
    text = text_of(every_page, "/data-protection-complaint/")

    assert "within 30 days" in text
    assert "To be filled in before launch" in text


def test_cover_your_tracks_does_not_promise_too_much(every_page):
    text = text_of(every_page, "/cover-your-tracks/")

    assert "It does not delete your history" in text
    assert "spyware" in text
    assert "This call may show on your phone. You can delete it from your call list." in text


def test_every_key_message_says_that_its_wording_is_a_draft_until_it_is_filled(front_door, visitor):
    page = Page.objects.get(slug="bullying").specific
    assert "Draft wording: the official words are not agreed yet" in visitor.get(page.url).content.decode()

    page.message.wording = "The words that were agreed."
    page.message.save()

    after = visitor.get(page.url).content.decode()
    assert "Draft wording" not in after
    assert "The words that were agreed." in after


def test_the_three_questions_are_in_their_exact_words(every_page):
    home = text_of(every_page, "/")

    assert "How do we become a less violent society?" in home
    assert "How do we shape a safer place and space?" in home
    assert "How do we understand and ensure negative bias is reflected upon and protected against?" in home


def test_the_six_domains_four_levels_four_steps_nine_models_and_eight_strands_are_there(every_page):
    def under(part: str) -> int:
        return sum(address.startswith(f"/approach/{part}/") for address in every_page) - 1

    counts = {part: under(part) for part in ("domains", "levels", "steps", "models", "strands", "questions")}

    assert counts == {"domains": 6, "levels": 4, "steps": 4, "models": 9, "strands": 8, "questions": 3}
