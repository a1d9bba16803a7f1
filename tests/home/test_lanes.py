"""Who has to say yes, by button, by address and by code; one person never takes two parts (users.md P2, 4.4)."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from editing import decide, write

from accounts.roles import Role
from common.publishing import NotPublishedError
from home.approving.lanes import Lane
from home.approving.models import SOMEBODY_ELSE
from home.incidents import actions
from home.models import ApproachPage, CampaignPage, IncidentIndexPage, IncidentPage, LookBack


@pytest.fixture
def sensitive(front_door, staff):
    return staff(Role.SENSITIVE)


@pytest.fixture
def both(front_door, make_user):
    """Somebody who holds every role of the admin at once."""
    return make_user("both@example.org", Role.COMMS, Role.PUBLISHER, Role.SENSITIVE)


def sensitive_campaign(browser) -> CampaignPage:
    write(browser, sensitive="on", **{"action-submit": "1"})
    return CampaignPage.objects.get()


def said_yes(browser, page) -> bool:
    decide(browser, page, "approve")
    page.refresh_from_db()
    return page.live


def test_a_sensitive_page_goes_live_with_both_and_not_with_one(comms, sensitive, publisher, signed_in, visitor):
    campaign = sensitive_campaign(signed_in(comms))
    assert campaign.get_workflow().name == Lane.SENSITIVE

    assert not said_yes(signed_in(sensitive), campaign)
    assert visitor.get(campaign.url).status_code == 404
    assert said_yes(signed_in(publisher), campaign)
    assert visitor.get(campaign.url).status_code == 200


def test_a_publisher_cannot_go_round_it_by_the_button(publisher, signed_in):
    answer = write(signed_in(publisher), sensitive="on", **{"action-publish": "1"})

    assert "has to say yes first" in answer.content.decode()
    assert not CampaignPage.objects.exists()


def test_nor_by_address_nor_by_code(publisher, signed_in, make_campaign):
    campaign = make_campaign(live=False, sensitive=True)
    revision = campaign.save_revision(user=publisher)

    signed_in(publisher).post(f"/admin/bulk/wagtailcore/page/publish/?id={campaign.pk}")
    with pytest.raises(NotPublishedError, match="safeguarding"):
        revision.publish(user=publisher)

    campaign.refresh_from_db()
    assert not campaign.live


def test_nor_by_taking_off_the_mark(publisher, make_campaign):
    campaign = make_campaign(sensitive=True)
    campaign.sensitive = False

    with pytest.raises(NotPublishedError, match="safeguarding"):
        campaign.save_revision(user=publisher).publish(user=publisher)

    assert CampaignPage.objects.get(pk=campaign.pk).sensitive


def test_nor_by_a_change_after_the_yes(comms, sensitive, publisher, signed_in):
    campaign = sensitive_campaign(signed_in(comms))
    said_yes(signed_in(sensitive), campaign)

    changed = campaign.get_latest_revision_as_object()
    changed.title = "Something else"
    with pytest.raises(NotPublishedError, match="safeguarding"):
        changed.save_revision(user=publisher).publish(user=publisher)


def test_one_person_with_every_role_cannot_take_two_parts(both, publisher, signed_in):
    browser = signed_in(both)
    campaign = sensitive_campaign(browser)

    answer = decide(browser, campaign, "approve")

    assert SOMEBODY_ELSE in browser.get(answer["Location"]).content.decode()
    campaign.refresh_from_db()
    assert campaign.current_workflow_task.name == "Safeguarding or lived experience approves"


def test_nor_the_second_step_after_the_first(comms, both, signed_in):
    campaign = sensitive_campaign(signed_in(comms))
    browser = signed_in(both)

    assert not said_yes(browser, campaign)
    assert not said_yes(browser, campaign)


def test_a_site_administrator_is_no_exception(make_user, front_door, signed_in):
    admin = make_user("root@example.org", is_superuser=True)
    browser = signed_in(admin)
    campaign = sensitive_campaign(browser)

    assert not said_yes(browser, campaign)


def test_a_page_about_abuse_is_sensitive_without_a_mark(front_door):
    page = ApproachPage.objects.filter(about_abuse=True).first()

    assert page.get_workflow().name == Lane.SENSITIVE


@pytest.fixture
def update(front_door, comms):
    page = IncidentPage(title="We are thinking of you", slug="today", live=False, police_said_yes=True, owner=comms)
    IncidentIndexPage.objects.get().add_child(instance=page)
    page.save_revision(user=comms)
    return page


def send(page, by):
    page.get_workflow().start(page, by)


def test_an_emergency_page_needs_a_second_person(update, comms, publisher, both, signed_in, visitor):
    with pytest.raises(NotPublishedError, match="two different people"):
        update.get_latest_revision().publish(user=publisher)
    send(update, comms)

    assert said_yes(signed_in(publisher), update)
    assert visitor.get(update.url).status_code == 200


def test_one_person_in_a_hurry_is_refused(update, both, signed_in):
    update.save_revision(user=both)
    send(update, both)
    browser = signed_in(both)

    answer = decide(browser, update, "approve")

    update.refresh_from_db()
    assert not update.live
    assert SOMEBODY_ELSE in browser.get(answer["Location"]).content.decode()


def test_it_leaves_after_three_days_and_asks_to_be_looked_at_within_one(update, comms, publisher, signed_in):
    send(update, comms)
    said_yes(signed_in(publisher), update)

    assert LookBack.objects.waiting().get().page_id == update.pk
    assert "look again before" in signed_in(comms).get("/admin/morning-after/").content.decode()
    for hours, live in ((71, True), (73, False)):
        with time_machine.travel(timezone.now() + timedelta(hours=hours)):
            call_command("publish_scheduled")
        update.refresh_from_db()
        assert update.live is live


def test_a_look_back_is_answered_once(update, comms, publisher, signed_in):
    waiting = actions.ask_to_look_back(page=update)
    address = reverse("answer_look_back", args=[waiting.pk])

    signed_in(publisher).post(address, {"outcome": "changed"})
    signed_in(comms).post(address, {"outcome": "right"})

    waiting.refresh_from_db()
    assert (waiting.outcome, waiting.done_by) == ("changed", publisher)


def test_the_police_liaison_is_asked_first(update, comms):
    update.police_said_yes = False

    assert "police liaison" in " ".join(update.what_stops_it(approving=True))


def test_the_holding_text_holds_to_our_own_rules(update):
    assert [remark for remark in update.remarks() if remark.level == "block"] == []


def test_planned_pages_wait_while_posts_are_paused_and_what_ends_still_ends(make_campaign, comms, update):
    now = timezone.now()
    planned = make_campaign(
        title="Planned", live=False, starts=now + timedelta(hours=1), expires=now + timedelta(days=9)
    )
    planned.save_revision().publish()
    ending = make_campaign(title="Ending", expires=now + timedelta(hours=1))
    ending.save_revision().publish()
    actions.pause(by=comms)

    with time_machine.travel(now + timedelta(hours=2)):
        call_command("publish_scheduled")
        planned.refresh_from_db()
        ending.refresh_from_db()
        assert (planned.live, ending.live) == (False, False)

        actions.resume(by=comms)
        call_command("publish_scheduled")
        planned.refresh_from_db()
        assert planned.live


def test_pausing_is_for_content_staff_and_twice_is_once(comms, staff, signed_in):
    address = reverse("change_pause")
    signed_in(staff(Role.DIRECTORY)).post(address, {"pause": "1"})
    assert "Paused since" not in signed_in(comms).get("/admin/morning-after/").content.decode()

    for _ in range(2):
        signed_in(comms).post(address, {"pause": "1"})
    assert "Paused since" in signed_in(comms).get("/admin/morning-after/").content.decode()
    signed_in(comms).post(address, {})
    assert "Paused since" not in signed_in(comms).get("/admin/morning-after/").content.decode()


@pytest.mark.parametrize("moment", ["2027-03-28 01:30", "2027-10-31 01:30"], ids=["spring", "autumn"])
def test_a_time_that_comes_twice_or_never_is_refused_in_plain_words(comms, signed_in, moment):
    answer = write(signed_in(comms), starts=moment, expires="2027-12-01 12:00")

    assert "The clocks change that night" in answer.content.decode()


def test_an_expiry_before_the_start_is_refused_in_plain_words(publisher, signed_in):
    answer = write(signed_in(publisher), expires="2020-01-01 12:00", **{"action-publish": "1"})

    assert "has to end after it starts" in answer.content.decode()
