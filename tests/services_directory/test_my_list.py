"""A list without an account, a cookie or a trace: the link is the list."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services_directory.choices import ServiceStatus
from services_directory.my_list import MOST, MyList


@pytest.fixture
def three(make_service):
    return [make_service(title, needs=["bullied"]) for title in ("Alpha", "Beta", "Gamma")]


def listed(response) -> list[str]:
    return [entry["service"].title for entry in response.context["entries"]]


def test_a_list_grows_from_page_to_page_and_nothing_is_stored(client, three):
    page = client.get(three[1].address).content.decode()
    one = MyList((three[1].pk,))
    assert f'<a href="{one.address}">Add to my list</a>' in page

    page = client.get(three[0].address + one.query).content.decode()
    two = one.with_service(three[0].pk)
    assert f'<a href="{two.address}">Add to my list</a>' in page

    response = client.get(two.address)
    assert listed(response) == ["Beta", "Alpha"]
    assert not response.cookies
    assert f"http://testserver{two.address}" in response.content.decode()


def test_every_way_on_carries_the_list(client, three):
    mine = MyList((three[0].pk,))

    page = client.get(f"/find-support/{mine.query}&how=1").content.decode()

    assert f'href="{three[1].address}{mine.query}"' in page
    assert f'<input type="hidden" name="mine" value="{mine.codes}"' in page
    assert f'<a href="{mine.query}">Clear all filters</a>' in page
    assert f'<a href="{mine.address}">My list (1)</a>' in page


def test_a_search_carries_it_too(client, three):
    mine = MyList((three[0].pk,))

    response = client.post("/find-support/results/", {"q": "alpha", "mine": mine.codes})

    assert response["Location"].endswith(mine.query)
    assert f"My list ({1})" in client.get(response["Location"]).content.decode()


def test_one_can_be_taken_off(client, three):
    mine = MyList((three[0].pk, three[1].pk))
    assert f'href="{MyList((three[1].pk,)).address}"' in client.get(mine.address).content.decode()


def test_what_is_no_longer_offered_is_told(client, three):
    mine = MyList(tuple(service.pk for service in three))
    three[1].unpublish()

    response = client.get(mine.address)

    assert listed(response) == ["Alpha", "Gamma"]
    assert "Something on your list is no longer offered" in response.content.decode()


def test_what_is_closed_for_now_says_so_on_the_list_and_on_paper(client, three):
    three[1].status = ServiceStatus.TEMPORARILY_CLOSED
    three[1].save()

    page = client.get(MyList((three[1].pk,)).address).content.decode()

    assert "<p>Closed for now</p>" in page


@pytest.mark.parametrize("codes", ["", "zzzzzzzz", "ü", "1-1-1", "-" * 300, "a" * 5000, "<script>", "%00"])
def test_any_codes_show_a_page(client, three, codes):
    response = client.get(f"/list/{codes}/" if codes else "/list/")

    assert response.status_code == 200
    assert "<script>" not in response.content.decode().split("</head>")[1]


def test_the_address_names_no_topic_and_is_short(three):
    assert len(MyList(tuple(range(9_000, 9_000 + MOST))).address) < 60


def test_a_list_keeps_its_budget(client, three, django_assert_max_num_queries):
    client.get("/list/")

    with django_assert_max_num_queries(4):
        client.get(MyList(tuple(service.pk for service in three)).address)


@given(st.lists(st.integers(0, 10**9), max_size=MOST, unique=True))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_codes_of_a_list_are_read_back(keys):
    assert MyList.read(MyList(tuple(keys)).codes).keys == tuple(keys)
