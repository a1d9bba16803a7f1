"""A page of the API asks the database the same for few services and for many, first page or last."""

import pytest

from services_directory.models import Location, Schedule, ServiceAtLocation

BUDGETS = {
    "/services": 3,
    "/services?search=service&minimum_age=1&taxonomy_term_id=ac148810-d857-441c-9679-408f346de14b": 8,
    "/services?minimal=true": 2,
    "/services?full=true": 24,
    "/service_at_locations": 3,
    "/organizations": 3,
    "/taxonomies": 2,
    "/taxonomy_terms": 7,
}


@pytest.fixture
def many(make_service):
    def make(count: int) -> None:
        hall = Location.objects.create(name="Hall", address_1="1 High Street", postal_code="SE6 4RU")
        for number in range(count):
            service = make_service(
                f"Service {number}",
                needs=["bullied", "online"],
                audiences=["young"],
                phones=["101", "102"],
                minimum_age=5,
            )
            ServiceAtLocation.objects.create(service=service, location=hall)
            Schedule.objects.create(service=service, weekday="MO", opens_at="09:00", closes_at="17:00")

    return make


@pytest.mark.parametrize("count", [1, 30])
def test_a_page_keeps_its_budget(client, many, count, django_assert_max_num_queries):
    many(count)

    for path, budget in BUDGETS.items():
        with django_assert_max_num_queries(budget, info=path):
            assert client.get(f"/api/oruk/v3{path}").status_code == 200


def test_a_deep_page_keeps_it_too(client, many, django_assert_max_num_queries):
    many(30)

    for page in (1, 15):
        with django_assert_max_num_queries(3, info=f"page {page}"):
            assert client.get(f"/api/oruk/v3/services?per_page=2&page={page}").json()["size"] == 2


@pytest.mark.parametrize("collection", ["services", "service_at_locations"])
def test_one_record_keeps_its_budget(client, many, collection, django_assert_max_num_queries):
    many(2)
    key = client.get(f"/api/oruk/v3/{collection}").json()["contents"][0]["id"]

    with django_assert_max_num_queries(26):
        assert client.get(f"/api/oruk/v3/{collection}/{key}").status_code == 200
