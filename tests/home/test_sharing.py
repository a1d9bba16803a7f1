"""What a shared link, a search engine, a feed and a leaked draft give away (users.md P6, P10)."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from common import short_links
from home.blocks.words import FEATURES
from home.models import IncidentIndexPage, IncidentPage
from home.sharing import previews

WORD = """<p class="MsoNormal" style="color:red"><o:p></o:p>
<span style="font-family:Calibri">Walk <b>together</b></span></p>
<h1>Big</h1><script>alert(1)</script><table><tr><td>cell</td></tr></table><p onclick="x()">End</p>"""


def shared(page) -> dict[str, str]:
    soup = BeautifulSoup(page.content, "html.parser")
    return {tag["property"]: tag["content"] for tag in soup.find_all("meta", property=True)}


def test_a_shared_campaign_shows_its_words_and_its_picture(visitor, make_campaign):
    campaign = make_campaign()
    link = short_links.create(page=campaign)

    card = shared(visitor.get(campaign.url))

    assert card["og:title"] == "Walk home together"
    assert card["og:image"].endswith(f"/toolkit/{link.code}/wide.png")


def test_a_shared_sensitive_page_does_not_tell_what_it_is_about(visitor, make_campaign):
    campaign = make_campaign(
        title="When home is not safe", summary="Abuse at home is never your fault.", sensitive=True
    )
    short_links.create(page=campaign)

    card = shared(visitor.get(campaign.url))

    assert card["og:title"] == "Safer Lewisham Partnership"
    assert "buse" not in str(card)
    assert "home is not" not in str(card)
    assert "og:image" not in card


def test_over_is_over_in_the_feed_the_sitemap_and_the_toolkit(visitor, make_campaign):
    now = timezone.now()
    campaign = make_campaign(expires=now + timedelta(hours=1))
    link = short_links.create(page=campaign)
    places = ["/campaigns/feed/", "/sitemap.xml"]
    assert all(campaign.slug in visitor.get(place).content.decode() for place in places)

    with time_machine.travel(now + timedelta(hours=2)):
        assert not any(campaign.slug in visitor.get(place).content.decode() for place in places)
        assert visitor.get(f"/toolkit/{link.code}/").status_code == 404


def test_the_feed_is_one_and_leaves_out_what_is_sensitive(visitor, make_campaign):
    make_campaign(title="Open")
    make_campaign(title="Quiet", slug="quiet", sensitive=True)

    answer = visitor.get("/campaigns/feed/")

    titles = [item.findtext("title") for item in ElementTree.fromstring(answer.content).iter("item")]  # noqa: S314
    assert titles == ["Open"]
    assert not answer.cookies


def test_search_engines_are_told_where_not_to_look(visitor):
    words = visitor.get("/robots.txt").content.decode()

    assert "Disallow: /go/" in words
    assert "Sitemap: http://testserver/sitemap.xml" in words


def test_an_update_is_for_people_and_not_for_search_engines(visitor, front_door):
    page = IncidentPage(title="Today", slug="today", police_said_yes=True)
    IncidentIndexPage.objects.get().add_child(instance=page)

    answer = visitor.get(page.url)

    assert b'content="noindex"' in answer.content
    assert b"Childline" in answer.content
    assert page.slug not in visitor.get("/sitemap.xml").content.decode()


@pytest.fixture
def draft(make_campaign, comms):
    campaign = make_campaign(live=False, title="Not yet")
    campaign.save_revision(user=comms)
    return campaign


def test_a_draft_needs_a_sign_in(visitor, draft):
    answer = visitor.get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk]))

    assert answer.status_code == 302
    assert "login" in answer["Location"]


def test_an_address_for_one_reader_dies_after_three_days(visitor, comms, signed_in, draft):
    page = signed_in(comms).post(reverse("share_preview", args=[draft.pk])).content.decode()
    address = BeautifulSoup(page, "html.parser").find("code").text

    answer = visitor.get(address)
    assert "Not yet" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    with time_machine.travel(timezone.now() + previews.LASTS + timedelta(minutes=1)):
        late = visitor.get(address)
    assert late.status_code == 410
    assert "Not yet" not in late.content.decode()


def test_a_changed_address_opens_nothing_and_a_later_draft_stays_hidden(visitor, comms, draft):
    address = previews.address_for(draft)
    draft.title = "Written later"
    draft.save_revision(user=comms)

    assert "Written later" not in visitor.get(address).content.decode()
    assert visitor.get(address[:-8] + "aaaaaaa/").status_code == 410


def test_a_page_pasted_from_word_keeps_its_words_and_loses_the_rest():
    converter = ContentstateConverter(FEATURES)

    kept = converter.to_database_format(converter.from_database_format(WORD))

    assert "Walk" in kept
    assert "<b>together</b>" in kept
    for rubbish in ("style", "class", "script", "table", "onclick", "o:p", "<h1"):
        assert rubbish not in kept


def test_a_draft_is_kept_by_no_cache_of_ours_or_theirs(settings, make_campaign, visitor):
    settings.WHOLE_PAGES_SECONDS = 60
    draft = make_campaign()
    draft.title = "Not said yet"
    draft.save_revision()

    for _ in range(2):
        answer = visitor.get(previews.address_for(draft))

    assert "Not said yet" in answer.content.decode()
    assert "s-maxage" not in answer.headers.get("Cache-Control", "")
    assert "ETag" not in answer.headers
