"""Who tells an age finds first what is for people of that age, and loses nothing."""

import pytest

from services_directory.search.ages import told


@pytest.mark.parametrize(
    ("typed", "age"),
    [
        ("im 15 and scared", (15, 15)),
        ("my mum is 82", (82, 82)),
        ("my son is 12", (12, 12)),
        ("someone for my son", (0, 17)),
        ("my nan", (65, 120)),
        ("999", None),
        ("101", None),
        ("2 phones", None),
        ("somebody hit me", None),
        ("", None),
        ("٣٣", None),
    ],
)
def test_an_age_is_heard(typed, age):
    assert told(typed) == age


def test_what_is_for_that_age_comes_first_and_nothing_is_lost(make_service, search, titles):
    make_service("A talk for adults", minimum_age=18)
    make_service("A talk for all", minimum_age=0)
    make_service("A talk for young people", maximum_age=18)

    young = ["A talk for young people", "A talk for all", "A talk for adults"]
    assert titles(search("talk im 15")) == titles(search("a talk for my son")) == young
    assert titles(search("talk im 40"))[-1] == "A talk for young people"
