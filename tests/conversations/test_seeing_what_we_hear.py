"""Themes by groups, whom we have not heard from, whether we still learn. No small number shows, on page or in file."""

import csv
import io
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from accounts.roles import Role
from common.disclosure import NotPublishable, protect
from common.disclosure.releases import check_release
from common.models import Release, Ward
from conversations import actions
from conversations.choices import Audience, PointKind, Setting, ThemeKind
from conversations.models import Coding
from conversations.seeing.learning import BASE, RUN, learned
from conversations.seeing.tables import BY_SLUG, GROUPS, themes_by
from conversations.states import State

PAGES = (
    "workspace_themes", "what_we_hear", "not_heard", "still_learning", "said_together", "said_over_time", "group_rates",
    "offer_gaps",
)  # fmt: skip


@pytest.fixture
def home(make_theme):
    return make_theme("home", name="Home")


def cell(table, row: str, column: str = "Home") -> str:
    return table.cells[list(table.rows).index(row)][list(table.columns).index(column)]


def test_points_with_a_theme_are_counted_by_ward_and_small_numbers_are_a_star(say, home):
    say(home, 4)
    say(home, 11, ward=Ward.objects.get(code="deptford"))

    shown = protect(themes_by(BY_SLUG["ward"]))

    assert cell(shown, "Bellingham") == "*"
    assert cell(shown, "Deptford") == "10"


def test_nothing_is_shown_for_a_ward_with_one_or_two_conversations(say, home, make_point, analyst):
    for conversation in say(home, 2):
        for _ in range(20):
            Coding.objects.create(point=make_point(conversation), theme=home, coder=analyst)

    assert cell(protect(themes_by(BY_SLUG["ward"])), "Bellingham") == "–"


def test_two_coders_who_see_the_same_count_once_and_what_does_not_count_counts_nowhere(
    say, home, make_theme, analyst, coordinator
):
    none = make_theme("none-of-these", kind=ThemeKind.RESERVED)
    for conversation in say(home, 8):
        point = conversation.points.get()
        Coding.objects.create(point=point, theme=home, coder=coordinator)
        Coding.objects.create(point=point, theme=none, coder=analyst)
    for state in (State.WITHDRAWN, State.SUBMITTED, State.QUARANTINE, State.DRAFT):
        say(home, 8, state=state)

    table = themes_by(BY_SLUG["kind"])

    assert sum(map(sum, table.counts)) == 8
    assert table.columns == ["Home"]


def test_the_tables_of_one_release_may_stand_together(say, home):
    say(home, 3)

    check_release([protect(themes_by(group)) for group in GROUPS])


@pytest.mark.parametrize("query", ["", *(f"?by={group.slug}" for group in GROUPS), "?by=zzz", "?by=%00"])
def test_every_way_to_look_at_it_is_a_page(coordinator, signed_in, say, home, query):
    say(home, 5)

    page = signed_in(coordinator).get(reverse("conversations:what_we_hear") + query)

    assert page.status_code == 200
    assert "0 means none, * means 1 to 7" in page.content.decode()


def test_a_release_is_the_page_as_files_and_stays_as_it_was(analyst, signed_in, say, home):
    say(home, 9)
    browser = signed_in(analyst)
    browser.post(reverse("conversations:release_themes"))
    release = Release.objects.get(series="themes")
    say(home, 20)

    text = browser.get(reverse("conversations:release_csv", args=[release.pk, 0])).content.decode()
    data = browser.get(reverse("conversations:release_json", args=[release.pk])).json()
    book = load_workbook(io.BytesIO(browser.get(reverse("conversations:release_xlsx", args=[release.pk])).content))

    assert next(csv.reader(io.StringIO(text))) == ["Kind of point", "Home"]
    assert "Already working,10\r\n" in text
    assert data["tables"][0]["cells"][0] == ["10"]
    assert [cell.value for cell in book.worksheets[0][3]] == ["Already working", "10"]
    assert len(data["tables"]) == len(book.worksheets) == len(GROUPS)


def test_a_next_release_waits_for_three_conversations_more(analyst, say, home):
    say(home, 5)
    actions.release_themes(by=analyst)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        say(home, 2)
        with pytest.raises(NotPublishable, match="Fewer than 3"):
            actions.release_themes(by=analyst)
        say(home, 1)
        actions.release_themes(by=analyst)


def test_who_may_look_and_who_may_release(staff, signed_in, say, home, coordinator):
    say(home, 3)
    board = signed_in(staff(Role.BOARD))
    for name in ("what_we_hear", "not_heard", "still_learning"):
        assert board.get(reverse(f"conversations:{name}")).status_code == 403
        assert signed_in(coordinator).get(reverse(f"conversations:{name}")).status_code == 200
    with pytest.raises(PermissionDenied):
        actions.release_themes(by=coordinator)


def test_a_file_that_is_not_there_is_not_found(analyst, signed_in, say, home):
    say(home, 3)
    release = actions.release_themes(by=analyst)

    for args in ([release.pk, 99], [release.pk + 1, 0]):
        assert signed_in(analyst).get(reverse("conversations:release_csv", args=args)).status_code == 404


def test_who_was_heard_least_comes_first_and_one_or_two_conversations_are_not_told(coordinator, signed_in, say, home):
    say(home, 4, audience=Audience.PARENTS, setting=Setting.SCHOOL)
    say(home, 1, audience=Audience.FAITH, setting=Setting.SCHOOL)

    page = signed_in(coordinator).get(reverse("conversations:not_heard"))

    parts = dict(page.context["parts"])
    who = [(heard.name, heard.shown) for heard in parts["Who came"]]
    assert who[-2:] == [("A faith group", "fewer than 3"), ("Parents and carers", "4")]
    assert who[0][1] == "0"
    assert "Nobody yet" in page.content.decode()
    assert "Sexual orientation" in page.content.decode()


def test_still_learning_by_the_published_method():
    heard = [{1, 2}, {3}, {4}, {5, 6, 7, 8, 9, 10}, {11}, {1}, {2}, {3}]

    found = learned(heard)

    assert (found.base, [(run.upto, run.new, run.per_cent) for run in found.runs]) == (10, [(6, 1, 10), (8, 0, 0)])
    assert found.first_little.upto == 8
    assert not found.still


@given(st.lists(st.sets(st.integers(1, 9), max_size=4), max_size=14))
def test_every_theme_is_new_once(heard):
    found = learned(heard)
    in_runs = heard[: BASE + RUN * len(found.runs)]

    assert found.base + sum(run.new for run in found.runs) == len(set().union(*in_runs))
    assert found.is_enough == (len(heard) >= BASE + RUN)


def test_too_early_is_said(coordinator, signed_in, say, home):
    say(home, 2)

    assert "too early" in signed_in(coordinator).get(reverse("conversations:still_learning")).content.decode()


def test_these_pages_ask_as_much_for_many_as_for_few(coordinator, signed_in, say, make_theme):
    browser = signed_in(coordinator)
    addresses = [reverse(f"conversations:{name}") for name in PAGES]

    def asked() -> list[int]:
        found = []
        for address in addresses:
            with CaptureQueriesContext(connection) as captured:
                assert browser.get(address).status_code == 200
            found.append(len(captured))
        return found

    say(make_theme("first"), 3)
    asked()
    few = asked()
    for number in range(6):
        say(make_theme(f"theme-{number}"), 3)

    assert asked() == few
    assert max(few) <= 17


def test_kinds_of_point_stand_side_by_side_strengths_first():
    assert next(name for _, name in BY_SLUG["kind"].rows()) == PointKind.STRENGTH.label
