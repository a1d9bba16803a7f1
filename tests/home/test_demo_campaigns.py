"""The demo campaigns: one runs, one waits for a publisher, both say what they are."""

import pytest
from wagtail.models import WorkflowState

from accounts import demo as accounts_demo
from home.campaigns import demo
from home.models import CampaignPage


@pytest.fixture
def loaded(front_door):
    accounts_demo.load()
    demo.load(front_door)
    return front_door


def test_one_is_live_and_one_waits(loaded):
    live, waiting = CampaignPage.objects.order_by("-live")

    assert live.is_current
    assert live.short_links.count() == 1
    assert not waiting.live
    assert waiting.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def test_both_say_that_they_are_demo(loaded):
    for campaign in CampaignPage.objects.all():
        assert campaign.title.startswith("Demo campaign")
        assert "This is a demo campaign" in str(campaign.body)


def test_loading_again_changes_nothing(loaded):
    before = list(CampaignPage.objects.values_list("pk", "latest_revision", "live"))

    demo.load(loaded)

    assert list(CampaignPage.objects.values_list("pk", "latest_revision", "live")) == before
