"""Legal pages, safety pages and printed addresses cannot be taken away, whoever asks."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page

from accounts.roles import Role
from home.models import ApproachPage
from home.permissions import can_be_taken_away

STAYING = [
    "privacy",
    "accessibility",
    "data-protection-complaint",
    "safety",
    "cover-your-tracks",
    "campaigns",
    "bullying",
]


@pytest.fixture
def publisher(front_door, staff, signed_in):
    return signed_in(staff(Role.PUBLISHER))


@pytest.mark.parametrize("slug", STAYING)
@pytest.mark.parametrize("view", ["delete", "unpublish"])
def test_a_page_that_has_to_stay_stays(publisher, slug, view):
    page = Page.objects.get(slug=slug)

    answer = publisher.post(reverse(f"wagtailadmin_pages:{view}", args=[page.pk]), follow=True)

    page.refresh_from_db()
    assert page.live
    assert "has to stay" in answer.content.decode()


def test_nor_can_it_be_moved(publisher):
    page, elsewhere = Page.objects.get(slug="privacy"), Page.objects.get(slug="approach")

    publisher.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, elsewhere.pk]))

    page.refresh_from_db()
    assert page.url == "/privacy/"


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_nor_can_it_go_among_many(publisher, action):
    page, other = Page.objects.get(slug="privacy"), Page.objects.get(slug="nurture")

    publisher.post(f"/admin/bulk/wagtailcore/page/{action}/?id={page.pk}&id={other.pk}")

    page.refresh_from_db()
    other.refresh_from_db()
    assert page.live
    assert other.live


def test_nor_can_its_address_change(front_door):
    page = Page.objects.get(slug="privacy").specific
    page.slug = "secrets"

    with pytest.raises(ValidationError, match="has to stay"):
        page.full_clean()


def test_the_home_page_stays(front_door):
    assert not can_be_taken_away(front_door)


def test_an_ordinary_page_can_go(publisher):
    page = ApproachPage.objects.get(slug="nurture")

    publisher.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))

    assert not ApproachPage.objects.filter(slug="nurture").exists()


def test_every_kind_of_page_of_the_tree_opens_in_the_editor(front_door, publisher):
    # The last of each kind: all sixty would take as long as a hundred other tests.
    one_of_each = {page.specific_class: page for page in front_door.get_descendants(inclusive=True)}
    assert len(one_of_each) > 5

    for page in one_of_each.values():
        assert publisher.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200, page.slug
