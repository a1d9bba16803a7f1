"""Three themes are suggested for a point, with the words that point to them, and nobody's choice is made for them."""

import random

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from conversations import actions
from conversations.choices import ThemeKind
from conversations.demo import sentences
from conversations.demo.codebook import THEMES
from conversations.demo.meanings import MEANINGS
from conversations.models import Coding, SecondCoding, Suggested, SuggestionIndex
from conversations.states import State
from conversations.suggestions.gaps import words_without_a_theme
from conversations.suggestions.index import Index, made_from, suggested
from conversations.suggestions.words import stem

CODES = {code: number for number, (code, _, kind, *_) in enumerate(THEMES) if kind != "reserved"}
CODEBOOK = {
    CODES[code]: " ".join([name, name, words, MEANINGS[code][0], *[MEANINGS[code][2]] * 2])
    for code, name, _, _, words in THEMES
    if code in CODES
}


def said() -> list[tuple[str, list[int]]]:
    """Every invented sentence with its themes."""
    lines = [line for one in (sentences.STRENGTHS, sentences.CAUSES, sentences.IDEAS) for line in one]
    return [(line[2], [CODES[code] for code in line[1].split() if code in CODES]) for line in lines]


def right_among_three(index: Index, points) -> float:
    hits = [any(one.theme in themes for one in suggested(index, words)) for words, themes in points]
    return sum(hits) / len(hits)


def test_the_codebooks_own_wording_finds_a_right_theme_for_three_points_in_four():
    points = [point for point in said() if point[1]]

    assert right_among_three(made_from(CODEBOOK, []), points) >= 0.75


def test_what_was_confirmed_helps_where_the_codebook_says_little():
    points = [point for point in said() if point[1]]
    random.Random(6).shuffle(points)
    names = {CODES[code]: name for code, name, *_ in THEMES if code in CODES}
    taught, asked = points[:80], points[80:]

    assert right_among_three(made_from(names, taught), asked) > right_among_three(made_from(names, []), asked)


def test_the_words_that_point_to_a_theme_are_shown_as_they_were_said():
    index = made_from({1: "Library, open late", 2: "Buses and stops"}, [])

    best = suggested(index, "Keep the libraries open in the evening")[0]

    assert (best.theme, best.words) == (1, ["libraries", "open"])


def test_words_that_are_in_no_theme_suggest_nothing():
    assert suggested(made_from({1: "Library"}, []), "zzz qqq 12") == []
    assert suggested(made_from({}, []), "Library") == []


@given(st.text(max_size=200), st.dictionaries(st.integers(1, 5), st.text(max_size=60), max_size=4))
def test_any_words_get_an_answer_and_it_is_kept_as_it_was(text, codebook):
    index = made_from(codebook, [(text, codebook)])

    found = suggested(index, text)

    assert len(found) <= 3
    assert all(word in text for one in found for word in one.words)
    assert suggested(Index.from_json(index.as_json()), text) == found


@pytest.mark.parametrize(
    ("one", "other"), [("libraries", "library"), ("parks", "park"), ("walking", "walked"), ("bus’s", "bus")]
)
def test_endings_do_not_matter(one, other):
    assert stem(one)[:5] == stem(other)[:5]


@pytest.fixture
def library(make_theme):
    return make_theme("library", name="Library", example_words="open late\nbooks")


@pytest.fixture
def bus(make_theme):
    return make_theme("bus", name="Buses", example_words="bus stop\ndriver")


@pytest.fixture
def point(make_conversation, make_point):
    return make_point(make_conversation(state=State.ACCEPTED), words="The library lends books until late.")


def code(point) -> str:
    return reverse("conversations:code_point", args=[point.conversation.reference, point.number])


def test_the_coder_sees_them_with_a_link_to_the_box_and_none_is_ticked(analyst, signed_in, library, bus, point):
    page = signed_in(analyst).get(code(point)).content.decode()

    box = page.split("because of “library”")[0].rsplit('href="#', 1)[1].split('"')[0]
    assert f'value="library" id="{box}"' in page
    assert " checked" not in page


def test_how_good_they_were_is_counted(analyst, signed_in, library, bus, make_point, point):
    other = make_point(point.conversation, words="The library again, with books")
    browser = signed_in(analyst)
    browser.post(code(point), {"themes": ["library"]})
    browser.post(code(other), {"themes": ["bus"]})

    assert Suggested.objects.quality() == {"points": 2, "right_per_cent": 50, "precision_per_cent": 50}
    page = browser.get(reverse("conversations:suggestions")).content.decode()
    assert "In 50% of 2 points" in page


def test_a_point_on_which_no_theme_was_put_says_nothing_about_them(analyst, signed_in, library, make_theme, point):
    make_theme("none-of-these", kind=ThemeKind.RESERVED)
    signed_in(analyst).post(code(point), {"themes": ["none-of-these"]})

    assert not Suggested.objects.exists()


def test_a_second_coder_sees_none(analyst, staff, make_user, signed_in, library, bus, say):
    from accounts.roles import Role

    point = say(library, 1)[0].points.get()
    second = SecondCoding.objects.create(point=point)
    other = make_user("second@example.org", Role.ANALYST)

    page = signed_in(other).get(reverse("conversations:second_point", args=[second.pk])).content.decode()

    assert "because of" not in page


def test_the_task_learns_from_what_stands_and_from_nothing_else(analyst, library, bus, say, make_point):
    for conversation in say(bus, 3):
        conversation.points.update(words="Waiting for the eighty nine is awful")
    say(library, 1, state=State.WITHDRAWN)
    Coding.objects.create(
        point=make_point(say(bus, 1)[0], words="Granny reads aloud"), theme=library, coder=analyst, stands=False
    )

    index = actions.refresh_suggestions()

    assert index.points == 4
    best = suggested(Index.from_json(index.data), "The eighty nine never comes")[0]
    assert best.theme == bus.pk
    assert suggested(Index.from_json(index.data), "Granny reads aloud") == []


def test_it_is_worked_out_again_after_a_note_was_understood_and_after_a_change_of_the_codebook(
    analyst, library, point, django_capture_on_commit_callbacks
):
    actions.put_themes(point=point, coder=analyst, themes=[library])
    with django_capture_on_commit_callbacks(execute=True):
        actions.finish_coding(conversation=point.conversation, by=analyst)
    assert SuggestionIndex.objects.get().points == 1

    with django_capture_on_commit_callbacks(execute=True):
        actions.change_theme(theme=library, by=analyst, revision=0, example_words="granny")
    best = suggested(Index.from_json(SuggestionIndex.objects.get().data), "Granny is here")
    assert best[0].words == ["Granny"]


def test_a_gap_is_a_word_of_three_conversations_that_fit_no_theme():
    without = [(1, "Loud music at night"), (2, "the MUSIC again"), (3, "music"), (3, "night"), (4, "night")]

    assert words_without_a_theme(without, ["nothing"]) == [("music", 3), ("night", 3)]
    assert words_without_a_theme(without[:2], []) == []


def test_suggestions_ask_as_much_for_many_themes_as_for_few(
    analyst, signed_in, library, point, make_theme, django_assert_max_num_queries
):
    actions.refresh_suggestions()
    for number in range(12):
        make_theme(f"theme-{number}")

    browser = signed_in(analyst)
    browser.get(code(point))

    with django_assert_max_num_queries(20):
        browser.get(code(point))
