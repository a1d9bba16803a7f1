"""Whoever does not want to read what comes next gets to the help in one step, with any keyboard or reader."""

import pytest
from bs4 import BeautifulSoup

from home.models import ApproachPage, IncidentIndexPage, IncidentPage, KeyMessagePage, SafetyPage

pytestmark = pytest.mark.django_db
NOTE = ("content_note", {"text": "What comes next tells of a death."})


def help_behind(response):
    """The part of the page to which the note's link leads."""
    page = BeautifulSoup(response.content, "html.parser")
    note = page.find(string=lambda words: words and NOTE[1]["text"] in words).find_parent()
    link = note.find("a", href=lambda href: href and href.startswith("#"))
    assert link.get_text(strip=True), "A link without words is none for a screen reader."
    return page.find(id=link["href"][1:])


def test_a_campaign_with_a_note_leads_to_its_help(make_campaign, visitor):
    campaign = make_campaign(body=[NOTE, ("text", "<p>Somebody died here.</p>")])

    found = help_behind(visitor.get(campaign.url))

    assert found.find("a", href="/find-support/") or found.find("a", class_="govuk-button")


@pytest.mark.parametrize("kind", [ApproachPage, KeyMessagePage, SafetyPage])
def test_so_does_each_kind_of_page_that_stays(front_door, visitor, kind):
    page = kind.objects.live().first()
    page.body = [NOTE, *((block.block_type, block.value) for block in page.body)]
    page.save_revision().publish()

    assert help_behind(visitor.get(page.url)).find("a")


def test_so_does_what_we_say_after_something_terrible(front_door, visitor):
    page = IncidentPage(title="After Saturday", summary="We are thinking of you.", body=[NOTE])
    IncidentIndexPage.objects.get().add_child(instance=page)

    assert help_behind(visitor.get(page.url)).find("a")


def test_every_note_of_the_first_pages_leads_somewhere(every_page):
    noted = [page for _, page in every_page.values() if page.find("a", href="#get-help")]

    assert noted
    assert all(page.find(id="get-help") for page in noted)
