"""What a page asks of the database does not grow with the directory."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.models import Ward
from services_directory.models import (
    Audience,
    CostOption,
    Language,
    Location,
    LocationSchedule,
    Schedule,
    ScheduleException,
    ServiceAtLocation,
)
from services_directory.search.current import current_index

PATHS = ["/find-support/", "/find-support/?how=1&age=2&age=3&when=1&when=3", "/services/service-0/"]


def fill(service) -> None:
    """Everything that a service can have several of."""
    hall = Location.objects.create(name="A hall", ward=Ward.objects.first())
    hall.schedules.set([LocationSchedule(weekday="SA", opens_at=time(10), closes_at=time(12))])
    hall.save()
    service.places.set([ServiceAtLocation(location=hall)])
    service.schedules.set([Schedule(weekday="MO", opens_at=time(9), closes_at=time(17))])
    service.exceptions.set([ScheduleException(date=date(2026, 12, 24))])
    service.spoken_languages.set([Language(code="so", name="Somali")])
    service.cost_options.set([CostOption(option="A family", amount=5)])
    service.save()


@pytest.fixture
def many(make_service):
    def make(count):
        for number in range(count):
            service = make_service(
                f"Service {number}", phones=["101", "102"], needs=["bullied", "online"], audiences=["young", "parent"]
            )
            fill(service)

    return make


@pytest.mark.parametrize("count", [1, 45])
def test_pages_and_the_index_behind_them_keep_their_budgets(client, many, count, django_assert_max_num_queries):
    many(count)
    address = client.post("/find-support/results/", {"q": "service", "place": "SE6"})["Location"]
    who = Audience.objects.get(code="young").pk

    with django_assert_max_num_queries(17, info="the index"):
        current_index()
    for path in [*PATHS, f"{address}?how=1&who={who}"]:
        with django_assert_max_num_queries(8, info=path):
            assert client.get(path).status_code == 200


def test_a_page_that_is_not_there_keeps_its_budget(client, many, django_assert_max_num_queries):
    many(3)

    current_index()

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

    assert [query["sql"] for query in asked if not query["sql"].lstrip("(").startswith("SELECT")] == []
