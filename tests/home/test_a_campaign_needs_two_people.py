"""A communications editor writes, a publisher approves, and only then is it live (users.md P1, P7)."""

from django.urls import reverse
from editing import decide, sent_for_approval, write
from wagtail.admin.menu import admin_menu
from wagtail.models import WorkflowState

from accounts.roles import Role
from home.models import CampaignIndexPage, CampaignPage


def test_an_editor_sees_no_way_to_publish(comms, signed_in):
    browser = signed_in(comms)
    index = CampaignIndexPage.objects.get()

    form = browser.get(reverse("wagtailadmin_pages:add", args=["home", "campaignpage", index.pk]))

    assert form.status_code == 200
    assert "action-publish" not in form.content.decode()
    assert "action-submit" in form.content.decode()


def test_an_editor_who_posts_the_publish_button_all_the_same_saves_a_draft(comms, signed_in):
    write(signed_in(comms), **{"action-publish": "1"})

    assert not CampaignPage.objects.get().live


def test_an_editor_cannot_publish_by_address(comms, signed_in, make_campaign):
    draft = make_campaign(live=False)
    draft.save_revision(user=comms)

    signed_in(comms).post(f"/admin/bulk/wagtailcore/page/publish/?id={draft.pk}")

    draft.refresh_from_db()
    assert not draft.live


def test_an_editor_cannot_approve_what_they_sent(comms, signed_in):
    browser = signed_in(comms)
    campaign = sent_for_approval(browser)

    decide(browser, campaign, "approve")

    campaign.refresh_from_db()
    assert not campaign.live


def test_what_an_editor_sends_waits_and_is_not_on_the_site(comms, signed_in, visitor):
    campaign = sent_for_approval(signed_in(comms))

    assert campaign.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    assert visitor.get(campaign.url).status_code == 404
    assert campaign.title not in visitor.get("/campaigns/").content.decode()


def test_it_is_live_once_a_publisher_approves(comms, publisher, signed_in, visitor):
    campaign = sent_for_approval(signed_in(comms))

    decide(signed_in(publisher), campaign, "approve")

    campaign.refresh_from_db()
    assert campaign.live
    assert visitor.get(campaign.url).status_code == 200
    assert campaign.title in visitor.get("/campaigns/").content.decode()
    assert campaign.title in visitor.get("/").content.decode()


def test_it_goes_back_to_the_editor_when_the_publisher_asks_for_changes(comms, publisher, signed_in):
    campaign = sent_for_approval(signed_in(comms))

    decide(signed_in(publisher), campaign, "reject")

    campaign.refresh_from_db()
    assert not campaign.live
    assert campaign.current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES


def test_a_short_link_is_made_once_when_it_goes_live(comms, publisher, signed_in, visitor):
    campaign = sent_for_approval(signed_in(comms))
    assert not campaign.short_links.exists()

    decide(signed_in(publisher), campaign, "approve")
    campaign.refresh_from_db()
    campaign.save_revision().publish()

    link = campaign.short_links.get()
    answer = visitor.get(f"/go/{link.code}")
    assert answer.status_code == 302
    assert answer.url.endswith(campaign.url)
    assert not answer.cookies


def test_each_sees_on_the_dashboard_what_waits_for_them(comms, publisher, signed_in):
    sent_for_approval(signed_in(comms))

    of_comms = signed_in(comms).get("/admin/").content.decode()
    of_publisher = signed_in(publisher).get("/admin/").content.decode()

    assert "It waits for a publisher" in of_comms
    assert "Please read this and decide" not in of_comms
    assert "Please read this and decide" in of_publisher
    assert "Walk home together" in of_publisher


def test_an_editor_changes_content_and_not_the_legal_pages(comms, signed_in, front_door):
    browser = signed_in(comms)
    pages = {page.slug: page.pk for page in front_door.get_descendants()}

    def edit(slug):
        return browser.get(reverse("wagtailadmin_pages:edit", args=[pages[slug]])).status_code

    assert [edit(slug) for slug in ("bullying", "nurture", "campaigns", "contact")] == [200] * 4
    # Wagtail sends away those who may not edit.
    assert [edit(slug) for slug in ("privacy", "accessibility", "safety", "cover-your-tracks")] == [302] * 4


def test_champions_and_board_members_do_not_enter_the_admin(front_door, staff, signed_in):
    for role in (Role.BOARD, Role.ANALYST, Role.SAFEGUARDING, Role.PROVIDER):
        assert signed_in(staff(role)).get("/admin/").status_code == 302


def test_an_editor_reaches_pictures_and_files_and_no_dead_entry(comms, signed_in):
    browser = signed_in(comms)

    assert [browser.get(f"/admin/{part}/").status_code for part in ("images", "documents")] == [200, 200]
    menu = {item.name for item in admin_menu.menu_items_for_request(browser.get("/admin/").wsgi_request)}
    assert menu == {"explorer", "images", "documents", "consents-to-stories", "the-morning-after", "codes-on-posters"}
