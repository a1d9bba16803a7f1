"""What editors and approvers do in the admin, as its forms post it."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import CampaignIndexPage, CampaignPage


def a_form(**changes) -> dict:
    """What the editor's form posts for a campaign that is ready."""
    now = timezone.localtime()
    usual = {
        "title": "Walk home together",
        "slug": "walk-home-together",
        "summary": "Going the same way? Go as a group.",
        "audience": "young people",
        "starts": (now - timedelta(hours=1)).strftime("%Y-%m-%d %H:%M"),
        "expires": (now + timedelta(days=30)).strftime("%Y-%m-%d %H:%M"),
        "body": streamfield([("text", rich_text("<p>Ask who is going your way.</p>"))]),
        "assets": inline_formset([]),
        "closing": "Friends make a walk shorter.",
        "next_words": "Find support",
        "next_address": "/find-support/",
    }
    return nested_form_data({**usual, **changes})


def write(browser, **changes):
    """Post the form for a new campaign, as the buttons of the editor do."""
    index = CampaignIndexPage.objects.get()
    return browser.post(reverse("wagtailadmin_pages:add", args=["home", "campaignpage", index.pk]), a_form(**changes))


def sent_for_approval(browser) -> CampaignPage:
    write(browser, **{"action-submit": "1"})
    return CampaignPage.objects.get()


def decide(browser, campaign: CampaignPage, decision: str):
    state = campaign.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[campaign.pk, decision, state.pk])
    return browser.post(address, {"comment": ""})
