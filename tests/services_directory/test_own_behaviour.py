"""Help for people who use abuse never stands in one list with help for those whom they hurt."""

import pytest


@pytest.fixture
def both(make_service):
    make_service("Survivors first", needs=["hurt-at-home"], summary="For people hurt by domestic abuse.")
    make_service(
        "Time to change",
        needs=["own-behaviour"],
        summary="For people who use domestic abuse and want to stop.",
        alternate_names="anger management\nI hit my partner",
    )


@pytest.mark.usefixtures("both")
def test_the_list_of_everything_leaves_it_out(client, titles):
    assert titles(client.get("/find-support/")) == ["Survivors first"]


@pytest.mark.usefixtures("both")
def test_it_has_a_list_of_its_own(client, titles, need):
    assert titles(client.get("/find-support/", {"need": need("own-behaviour").pk})) == ["Time to change"]


@pytest.mark.usefixtures("both")
def test_two_situations_at_once_point_to_its_own_list(client, titles, need):
    codes = [need("own-behaviour").pk, need("hurt-at-home").pk]

    response = client.get("/find-support/", {"need": codes})

    assert titles(response) == ["Survivors first"]
    assert f'<a href="?need={codes[0]}">a list of its own</a>' in response.content.decode()


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("domestic abuse", ["Survivors first"]),
        ("anger management", ["Time to change"]),
        ("i hit my partner", ["Time to change"]),
    ],
)
def test_a_search_finds_one_kind_or_the_other(search, titles, words, found):
    assert titles(search(words)) == found


@pytest.mark.usefixtures("both")
def test_a_place_alone_lists_help_for_survivors(search, titles):
    assert titles(search("", "SE6")) == ["Survivors first"]
