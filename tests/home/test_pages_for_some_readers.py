"""A page that editors keep for some readers stays theirs, wherever in the tree they said so."""

import pytest
from wagtail.models import Page, PageViewRestriction


@pytest.fixture
def campaign(make_campaign):
    return make_campaign(slug="walk-home")


def keep(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def is_shut(visitor, address: str) -> bool:
    answer = visitor.get(address)
    return answer.status_code == 302 and answer["Location"].startswith("/accounts/login/")


def test_without_a_word_everybody_reads(campaign, visitor):
    assert visitor.get(campaign.url).status_code == 200


@pytest.mark.parametrize("steps_up", [0, 1, 2, 3])
def test_the_page_itself_and_every_page_above_it_shut_it(campaign, visitor, steps_up):
    way = [campaign, *campaign.get_ancestors().order_by("-depth")]
    keep(way[steps_up])

    assert is_shut(visitor, campaign.url)


@pytest.mark.parametrize("above", [0, 1])
def test_the_home_page_is_shut_by_itself_and_by_the_root(front_door, visitor, above):
    keep([front_door, front_door.get_parent()][above])

    assert is_shut(visitor, "/")


def test_a_page_beside_it_shuts_nothing(campaign, make_campaign, visitor):
    keep(make_campaign(slug="another"))

    assert visitor.get(campaign.url).status_code == 200


def test_an_alias_is_shut_by_the_page_that_it_shows(campaign, visitor):
    alias = campaign.create_alias(update_slug="the-same")
    keep(campaign)

    assert is_shut(visitor, alias.url)


def test_what_is_below_an_alias_is_shut_by_the_page_that_it_shows(campaign, front_door, visitor):
    part = campaign.get_parent()
    alias = part.create_alias(recursive=True, parent=front_door, update_slug="the-same-part")
    keep(part)

    assert is_shut(visitor, f"{alias.url}{campaign.slug}/")
