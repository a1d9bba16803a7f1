"""A campaign is on the site from its start to its expiry, and a draft says what is missing (users.md P6, P8)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from common import short_links
from home.models import CampaignPage

# British Summer Time: five in the afternoon in London is four in UTC.
START = datetime(2027, 6, 1, 8, 0, tzinfo=UTC)
END = datetime(2027, 6, 30, 16, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def june(make_campaign) -> CampaignPage:
    return make_campaign(starts=START, expires=END)


@pytest.mark.parametrize(
    ("moment", "running"), [(START - SECOND, False), (START, True), (END - SECOND, True), (END, False)]
)
def test_it_runs_from_its_first_second_to_its_last(june, visitor, moment, running):
    with time_machine.travel(moment, tick=False):
        assert june.is_current is running
        assert CampaignPage.objects.live().current().filter(pk=june.pk).exists() is running
        assert (june.title in visitor.get("/campaigns/").content.decode()) is running
        assert (june.title in visitor.get("/").content.decode()) is running
        assert visitor.get(june.url).status_code == (200 if running else 410)


def test_its_old_address_says_so_and_leads_on(june, visitor):
    with time_machine.travel(END):
        page = visitor.get(june.url).content.decode()

    assert "not running now" in page
    assert "/find-support/" in page
    assert "Exit this page" in page


def test_the_clock_takes_it_down_for_good(june):
    with time_machine.travel(START + SECOND):
        june.save_revision().publish()

    with time_machine.travel(END + SECOND):
        call_command("publish_scheduled")

    june.refresh_from_db()
    assert not june.live
    assert june.expired


def test_one_that_is_approved_early_waits_for_its_start(make_campaign, visitor):
    later = timezone.now() + timedelta(days=3)
    campaign = make_campaign(live=False, starts=later, expires=later + timedelta(days=3))
    campaign.save_revision().publish()
    campaign.refresh_from_db()
    assert not campaign.live

    with time_machine.travel(later + SECOND):
        call_command("publish_scheduled")
        campaign.refresh_from_db()

        assert campaign.live
        assert campaign.short_links.count() == 1
        assert visitor.get(campaign.url).status_code == 200


def test_it_needs_an_end_before_it_can_be_published(front_door, make_campaign):
    with pytest.raises(ValidationError) as refusal:
        make_campaign(expires=None)

    assert "expires" in refusal.value.message_dict


@given(hours=st.integers(min_value=0, max_value=10_000))
def test_the_end_comes_after_the_start(hours):
    campaign = CampaignPage(title="x", slug="x", starts=START, expires=START - timedelta(hours=hours))

    with pytest.raises(ValidationError, match="has to end after it starts"):
        campaign.clean()


def test_its_short_link_falls_back_when_it_is_gone(june, visitor):
    link = short_links.create(page=june)
    june.unpublish()

    assert visitor.get(f"/go/{link.code}").url == "/campaigns/"


def test_the_plan_is_for_staff_alone(make_campaign, visitor):
    campaign = make_campaign(objective="More people walk together", scoring="Posters counted")

    page = visitor.get(campaign.url).content.decode()

    assert "More people walk together" not in page
    assert "Posters counted" not in page
