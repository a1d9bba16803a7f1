"""Each demo account lands on a page of its own, and every card there opens."""

import pytest

pytestmark = pytest.mark.browser

ACCOUNTS = [
    "champion", "facilitator", "trainer", "coordinator", "analyst", "analyst2", "redactor", "comms", "publisher",
    "sensitive", "translator", "directory", "provider", "safeguarding", "deputy", "owner", "board", "dpo", "admin",
]  # fmt: skip


@pytest.mark.parametrize("account", ACCOUNTS)
def test_each_role_lands_on_what_it_can_do_next(visitor, account):
    person = visitor()

    person.sign_in(account)

    cards = person.page.locator("main h2 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert cards
    for address in dict.fromkeys(cards):
        if not address.startswith("/accounts/2fa"):
            person.open(address)


def test_leaving_from_a_draft_shows_the_sign_in_page_on_the_way_back(visitor, platform):
    person = visitor()
    person.sign_in("facilitator")
    person.open("/my/conversations/")
    # The way out ends at another site, which a test has no line to: go as far as the door.
    left = person.page.context.request.get(platform.url + "/leave/", max_redirects=0)
    person.page.goto(platform.url + "/my/conversations/")

    assert left.status == 303
    assert "/accounts/login/" in person.page.url
