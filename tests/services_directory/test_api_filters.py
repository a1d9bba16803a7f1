"""What may be asked of the API, how it narrows, and what rubbish gets."""

from datetime import time, timedelta
from urllib.parse import quote

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services_directory.api import ids
from services_directory.choices import Coverage, Weekday
from services_directory.models import Schedule, ServicePage

URL = "/api/oruk/v3/services"


@pytest.fixture
def names(client):
    def ask(query: str) -> list[str]:
        response = client.get(f"{URL}?{query}")
        assert response.status_code == 200, response.content
        return [row["name"] for row in response.json()["contents"]]

    return ask


def test_words_must_all_be_there(make_service, names):
    make_service("Kooth", alternate_names="cooth")
    make_service("Talk to us", summary="A listening ear for Kooth users")

    assert names("search=kooth") == ["Kooth", "Talk to us"]
    assert names("search=kooth+ear") == ["Talk to us"]
    assert names("search=cooth") == ["Kooth"]
    assert names("search=zzqqxx") == []


def test_ages_and_words_of_the_lists_narrow_together(make_service, names):
    make_service("Young", needs=["bullied"], minimum_age=11, maximum_age=18)
    make_service("Grown", needs=["bullied"], minimum_age=18)
    make_service("Other", needs=["online"], minimum_age=18)

    bullied = ids.of_word("need", "bullied")
    assert names(f"taxonomy_term_id={bullied}") == ["Young", "Grown"]
    assert names(f"taxonomy_term_id={bullied}&minimum_age=18") == ["Grown"]
    assert names("maximum_age=18") == ["Young"]
    assert names(f"taxonomy_id={ids.of_word('need')}") == ["Young", "Grown", "Other"]
    assert names(f"taxonomy_term_id={bullied}&taxonomy_term_id={ids.of_word('need', 'online')}") == []


def test_day_and_times_are_asked_of_the_same_hours(make_service, names):
    service = make_service()
    Schedule.objects.create(service=service, weekday=Weekday.MO, opens_at=time(9), closes_at=time(12))
    Schedule.objects.create(service=service, weekday=Weekday.TU, opens_at=time(17), closes_at=time(20))

    assert names("day=MO&start_time=09:00") == ["A place to talk"]
    assert names("day=Tuesday&start_time=16:30&end_time=20:00") == ["A place to talk"]
    assert names("day=mo&start_time=16:30") == []


def test_a_postcode_finds_what_serves_it(make_service, names):
    make_service("Here", coverage=Coverage.BOROUGH)
    make_service("Everywhere", coverage=Coverage.NATIONAL)
    make_service("In London", coverage=Coverage.LONDON)

    assert names("postcode=SE6+4RU") == ["Here", "Everywhere", "In London"]
    assert names("postcode=N1+9GU") == ["Everywhere", "In London"]
    assert names("postcode=M1+1AE") == ["Everywhere"]


def test_what_changed_since(make_service, names):
    old, new = make_service("Old"), make_service("New")
    long_ago = timezone.now() - timedelta(days=9)
    ServicePage.objects.filter(pk=old.pk).update(last_modified=long_ago)
    type(old.organisation).objects.update(last_modified=long_ago)

    yesterday = timezone.now() - timedelta(days=1)
    assert names(f"modified_after={quote(yesterday.isoformat())}") == [new.title]
    # As most people write it, with the plus that means a space.
    assert names(f"modified_after={yesterday.isoformat()}") == [new.title]
    assert names(f"modified_after={long_ago.date()}") == ["Old", "New"]

    type(old.organisation).objects.filter(pk=old.organisation.pk).update(last_modified=timezone.now())
    assert names(f"modified_after={quote(yesterday.isoformat())}") == ["Old", "New"]


def test_the_whole_list_of_ids_fits_one_answer(client, make_service):
    keys = [str(make_service(f"Service {number}").translation_key) for number in range(3)]

    page = client.get(f"{URL}?minimal=true&per_page=10000").json()

    assert [row["id"] for row in page["contents"]] == keys
    assert set(page["contents"][0]) == {"id", "name", "status", "last_modified"}


def test_pages_neither_overlap_nor_leave_out(client, make_service):
    keys = [str(make_service(f"Service {number}").translation_key) for number in range(7)]

    pages = [client.get(f"{URL}?per_page=3&page={number}").json() for number in (1, 2, 3)]

    assert [row["id"] for page in pages for row in page["contents"]] == keys
    assert [(page["first_page"], page["last_page"], page["size"]) for page in pages] == [
        (True, False, 3),
        (False, False, 3),
        (False, True, 1),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "page=0", "page=-1", "page=abc", "page=1.5", "page=9999", "page=٣", "page=99999999999999999999999999",
        "per_page=0", "per_page=-1", "per_page=101", "per_page=x",
        "taxonomy_term_id=not-a-uuid", "taxonomy_id=1", "organization_id=%00", "organization_id=x",
        "minimum_age=ten", "minimum_age=NaN", "minimum_age=-3", "maximum_age=1e999", "maximum_age=Infinity",
        "start_time=25:00", "end_time=noon", "day=Someday", "day=M", "day=MOX",
        "modified_after=yesterday", "modified_after=2026-13-45", "modified_after=0001-01-01",
        "modified_after=9999-12-31",
        "postcode=SE", "postcode=%F0%9F%98%80", "proximity=100", "proximity=-1&postcode=SE64RU",
        "full=perhaps", "format=xml", "format=ndjson",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_answered_with_what_to_send(client, make_service, query):
    make_service()

    response = client.get(f"{URL}?{query}")

    assert response.status_code == 400
    assert response["Access-Control-Allow-Origin"] == "*"
    error = response.json()["error"]
    assert error["parameter"] in query
    assert error["message"].endswith(".")


@pytest.mark.parametrize("words", ["\x00", "a" * 10_000, "‮مرحبا", "😀 👩‍👧", "%_\\'\"", "' OR 1=1 --", "a " * 500])
def test_odd_words_find_nothing_and_break_nothing(client, make_service, words):
    make_service()

    assert client.get(URL, {"search": words}).status_code == 200


NAMES = [
    "page", "per_page", "search", "taxonomy_term_id", "taxonomy_id", "organization_id", "minimum_age", "maximum_age",
    "start_time", "end_time", "day", "postcode", "proximity", "modified_after", "minimal", "full", "format",
]  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"]),
    st.dictionaries(st.sampled_from(NAMES), st.text(max_size=30), max_size=4),
)
def test_no_rubbish_is_a_fault_of_ours(client, db, collection, query):
    assert client.get(f"/api/oruk/v3/{collection}", query).status_code in (200, 400)
