"""Whatever is typed or asked for, a page comes back."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services_directory.search.index import Entry, Index
from services_directory.search.places import recognise
from services_directory.search.words import sound_of, words_in


@pytest.fixture
def some(make_service, need):
    make_service("Help at home", needs=["hurt-at-home"])


RUBBISH = [
    "x" * 10_000,
    "🙂🙃",
    "مرحبا بالعالم",
    "'; DROP TABLE--",
    "\x00\x01",
    "%s %(a)s {{ x }}",
    "<script>",
    "a " * 5000,
    "́",
]


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize("typed", RUBBISH)
def test_anything_may_be_searched_for(search, typed):
    response = search(typed, typed)

    assert response.status_code == 200
    assert "<script>" not in response.content.decode().split("</head>")[1]


@pytest.mark.usefixtures("some")
def test_a_very_long_search_is_cut_and_says_so(search, titles):
    response = search("home " * 3000)

    assert "We looked for the first 200 letters" in response.content.decode()
    assert titles(response) == ["Help at home"]


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize(
    "page", ["0", "-1", "9999", "9" * 400, "9" * 6000, "one", "", "1.5", "٣", "1' OR 1=1", "\x00", "²"]
)
def test_any_page_number_shows_a_page(client, search, titles, page):
    assert titles(client.get("/find-support/", {"page": page})) == ["Help at home"]
    address = search("home").request["PATH_INFO"]
    assert titles(client.get(address, {"page": page})) == ["Help at home"]


@pytest.mark.usefixtures("some")
@pytest.mark.parametrize("name", ["need", "who", "age", "how"])
@pytest.mark.parametrize("value", [*RUBBISH, "-1", "999999999999999999999999", "None", ""])
def test_a_choice_that_is_none_is_left_out(client, titles, name, value):
    response = client.get("/find-support/", {name: value})

    assert response.status_code == 200
    assert titles(response) == ["Help at home"]


@pytest.mark.usefixtures("some")
def test_a_choice_that_is_none_is_named_in_a_sentence(client):
    assert "We did not know one of the filters" in client.get("/find-support/", {"age": "old"}).content.decode()


@pytest.mark.usefixtures("some")
def test_every_choice_at_once(client):
    codes = [str(number) for number in range(1, 40)]

    assert client.get("/find-support/", dict.fromkeys(("need", "who", "age", "how"), codes)).status_code == 200


@pytest.mark.parametrize("token", ["x", "a" * 5000, "%00", "gAAAAA", "..", "é"])
def test_an_address_of_results_that_is_none(client, db, token):
    assert client.get(f"/find-support/results/{token}/").status_code == 410


@pytest.mark.parametrize("path", ["/services/%00/", "/services/" + "a" * 3000 + "/", "/services/🙂/"])
def test_an_address_of_a_service_that_is_none(client, index, path):
    assert client.get(path).status_code == 404


def test_posting_to_a_list_is_refused(client, index):
    assert client.post("/find-support/").status_code == 405


INDEX = Index(
    taken_in=[
        Entry(key=7, texts={"name": "Kooth", "alternate": "cooth\nonline", "area": ""}, names=["Kooth"], area="SE6")
    ],
    synonyms={("ot",): ["county lines"]},
)


@given(st.text(max_size=300), st.text(max_size=60))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_index_takes_any_text(typed, place):
    assert set(INDEX.rank(typed, recognise(place))) <= {7}
    assert all(sound_of(word) is not None for word in words_in(typed))
