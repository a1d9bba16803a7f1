"""Nearly three hundred questions in people's own words, each with the services that would be right."""

import tomllib
from pathlib import Path

import pytest

from services_directory.models import ServicePage
from services_directory.search.current import current_index

HERE = Path(__file__).parent
GROUPS = tomllib.loads((HERE / "queries.toml").read_text())
QUERIES = {words: right for group in GROUPS.values() for words, right in group.items()}
UNSEEN = tomllib.loads((HERE / "queries_unseen.toml").read_text())
HELD_OUT = tomllib.loads((HERE / "queries_held_out.toml").read_text())


@pytest.fixture
def found(demo_directory) -> dict[str, list[str]]:
    """The first three for every question. Asked of the index itself: a page for each takes minutes."""
    slugs = dict(ServicePage.objects.values_list("pk", "slug"))
    index = current_index()
    return {words: [slugs[key] for key in index.rank(words)[:3]] for words in QUERIES | UNSEEN | HELD_OUT}


def test_there_are_enough_questions_and_each_names_a_service(demo_directory):
    slugs = set(ServicePage.objects.values_list("slug", flat=True))

    assert len(QUERIES) >= 150
    assert len(HELD_OUT) >= 60
    assert not HELD_OUT.keys() & (QUERIES | UNSEEN).keys()
    everything = QUERIES | UNSEEN | HELD_OUT
    assert [slug for right in everything.values() for slug in right if slug not in slugs] == []


@pytest.mark.parametrize(
    ("questions", "wanted"), [(QUERIES, 0.95), (UNSEEN, 0.9), (HELD_OUT, 0.85)], ids=["known", "unseen", "held out"]
)
def test_the_right_service_is_among_the_first_three(found, questions, wanted):
    missed = {words: found[words] for words, right in questions.items() if not set(right) & set(found[words])}
    share = 1 - len(missed) / len(questions)

    print(f"{share:.1%} of {len(questions)} questions met")
    assert share >= wanted, missed


def test_no_question_finds_nothing(found):
    assert [words for words in QUERIES | UNSEEN | HELD_OUT if not found[words]] == []
