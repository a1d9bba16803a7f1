"""What an editor is told while writing, and what stops a page whatever the door (users.md P3, P4, P5)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from editing import decide, sent_for_approval, write
from wagtail.test.utils.form_data import rich_text, streamfield

from accounts.roles import Role
from common.models import StyleRule
from common.publishing import NotPublishedError
from home.models import CampaignPage, StoryConsent

BLAME = streamfield([("text", rich_text("<p>He is a gang member.</p>"))])
QUOTED = streamfield([("text", rich_text("<p>They called him “a gang member”.</p>"))])


def sentences(page) -> str:
    return " ".join(f"{remark.level}: {remark.sentence}" for remark in page.remarks())


def test_blaming_words_stop_the_button_and_what_was_typed_is_still_there(publisher, signed_in):
    answer = write(signed_in(publisher), body=BLAME, **{"action-publish": "1"})

    page = answer.content.decode()
    assert "young person who is being exploited" in page
    assert "He is a gang member" in page
    assert not CampaignPage.objects.filter(live=True).exists()


def test_they_stop_sending_for_approval_too_and_a_draft_may_hold_them(comms, signed_in):
    browser = signed_in(comms)

    write(browser, body=BLAME, **{"action-submit": "1"})
    assert not CampaignPage.objects.exists()

    write(browser, body=BLAME)
    assert not CampaignPage.objects.get().live


def test_quoted_words_go_out_once_somebody_says_why(publisher, signed_in):
    browser = signed_in(publisher)

    answer = write(browser, body=QUOTED, **{"action-publish": "1"})
    assert "write down why you quote it" in answer.content.decode()

    why = "A young person told us what it is like to be called this."
    write(browser, body=QUOTED, quoted_because=why, **{"action-publish": "1"})
    campaign = CampaignPage.objects.get()
    assert campaign.live
    assert why not in browser.get(campaign.url).content.decode()


def test_they_stop_a_publication_by_code(make_campaign):
    campaign = make_campaign(live=False, body=[("text", "<p>A thug.</p>")])

    with pytest.raises(NotPublishedError, match="thug"):
        campaign.save_revision().publish()

    campaign.refresh_from_db()
    assert not campaign.live


def test_they_stop_many_pages_at_once_and_say_why(publisher, signed_in, make_campaign):
    campaign = make_campaign(live=False, body=[("text", "<p>A thug.</p>")])
    campaign.save_revision()

    answer = signed_in(publisher).post(f"/admin/bulk/wagtailcore/page/publish/?id={campaign.pk}", follow=True)

    campaign.refresh_from_db()
    assert not campaign.live
    assert "It is an insult" in answer.content.decode()


def test_a_rule_that_came_later_stops_the_approval_and_says_why(comms, publisher, signed_in):
    campaign = sent_for_approval(signed_in(comms))
    StyleRule.objects.create(words="going your way", level="block", instead="with you")

    browser = signed_in(publisher)
    answer = decide(browser, campaign, "approve")

    campaign.refresh_from_db()
    assert not campaign.live
    assert campaign.workflow_in_progress
    assert answer.status_code == 302
    assert "with you" in browser.get(answer["Location"]).content.decode()


def test_the_panel_names_each_fault_beside_wagtails_own_checks(comms, signed_in, make_campaign):
    body = [
        ("text", '<p>In order to help victims, <a href="http://example.org">click here</a>.</p><h2></h2>'),
        ("statistic", {"figure": "1 in 2", "meaning": "x", "area": "", "measured": "", "source": "", "link": ""}),
        ("text", "<p>" + "Somebody was killed and we go on and on with many short words " * 3 + ".</p>"),
    ]
    campaign = make_campaign(live=False, summary="", body=body)
    campaign.save_revision()

    page = signed_in(comms).get(reverse("wagtailadmin_pages:edit", args=[campaign.pk])).content.decode()

    for said in (
        "person who has been hurt", "Say “to” instead", "does not say where it leads", "empty heading", "with https",
        "does not say where, when, by whom, a link", "A long sentence", "speaks of “killed”", "There is no summary",
    ):  # fmt: skip
        assert said in page, said
    assert "data-checks-panel" in page


def test_a_page_of_its_own_shows_the_checks_to_those_who_may_edit(comms, staff, signed_in, make_campaign):
    campaign = make_campaign(body=[("text", "<p>A thug.</p>")])
    address = reverse("page_checks", args=[campaign.pk])

    assert "It is an insult" in signed_in(comms).get(address).content.decode()
    assert "It is an insult" not in signed_in(staff(Role.DIRECTORY)).get(address, follow=True).content.decode()


@pytest.fixture
def story(make_campaign):
    """Makes a campaign with a story whose consent runs until that many days from today."""

    def make(days: int, **fields) -> CampaignPage:
        today = timezone.localdate()
        consent = StoryConsent.objects.create(
            paper=f"paper {days}", agreed_on=today - timedelta(days=30), until=today + timedelta(days=days), **fields
        )
        value = {
            "heading": "My walk",
            "text": "<p>Somebody waited for me.</p>",
            "told_by": "a girl",
            "consent": consent,
        }
        return make_campaign(body=[("story", value)])

    return make


def test_a_story_shows_while_the_person_agrees(story, visitor):
    campaign = story(0)

    assert "Somebody waited for me" in visitor.get(campaign.url).content.decode()
    assert "consent" not in sentences(campaign)


@pytest.mark.parametrize("case", [(-1, {}), (30, {"withdrawn_on": "2026-01-01"})], ids=["ran out", "taken back"])
def test_a_story_is_gone_from_the_live_page_on_the_day_they_do_not(case, story, visitor):
    campaign = story(case[0], **case[1])
    campaign.refresh_from_db()

    assert "Somebody waited for me" not in visitor.get(campaign.url).content.decode()
    assert "block: The story “My walk” has no consent" in sentences(campaign)


def test_an_address_that_the_script_did_not_make_is_made_of_the_title(comms, signed_in):
    write(signed_in(comms), title="Walk home together", slug="")

    assert CampaignPage.objects.get().slug == "walk-home-together"


def test_a_title_of_signs_alone_says_where_to_write_the_address(comms, signed_in):
    answer = write(signed_in(comms), title="!?", slug="")

    assert "Write an address here" in answer.content.decode()
    assert not CampaignPage.objects.exists()
