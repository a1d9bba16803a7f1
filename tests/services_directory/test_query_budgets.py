"""What a page asks of the database does not grow with the directory."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services_directory.models import Audience
from services_directory.search.current import current_index

CASES = {
    "list": "/find-support/",
    "filtered": "/find-support/?how=1&age=2&age=3",
    "service": "/services/service-0/",
}


@pytest.fixture
def many(make_service):
    def make(count):
        for number in range(count):
            make_service(
                f"Service {number}", phones=["101", "102"], needs=["bullied", "online"], audiences=["young", "parent"]
            )

    return make


@pytest.mark.parametrize("path", CASES.values(), ids=CASES)
@pytest.mark.parametrize("count", [1, 45])
def test_a_page_keeps_its_budget(client, many, path, count, django_assert_max_num_queries):
    many(count)

    with django_assert_max_num_queries(8):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("count", [1, 45])
def test_results_keep_their_budget(client, many, count, django_assert_max_num_queries):
    many(count)
    address = client.post("/find-support/results/", {"q": "service", "place": "SE6"})["Location"]
    who = Audience.objects.get(code="young").pk
    current_index()

    with django_assert_max_num_queries(8):
        assert client.get(f"{address}?how=1&who={who}").status_code == 200


@pytest.mark.parametrize("count", [1, 45])
def test_making_the_index_again_costs_the_same_for_few_and_many(many, count, django_assert_max_num_queries):
    many(count)

    with django_assert_max_num_queries(7):
        current_index()


def test_a_page_that_is_not_there_keeps_its_budget(client, many, django_assert_max_num_queries):
    many(3)

    with django_assert_max_num_queries(8):
        client.get("/services/nothing-here/")


def test_looking_writes_nothing(client, many):
    many(2)

    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get("/find-support/")
        client.post("/find-support/results/", {"q": "service"}, follow=True)
        client.get("/services/service-0/")

    assert [query["sql"] for query in asked if not query["sql"].startswith("SELECT")] == []
