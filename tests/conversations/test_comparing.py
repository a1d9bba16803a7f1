"""Whom we have not heard against who lives here, rates without a league, what is said together, over time, and gaps."""

import csv
import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from common.models import Need
from conversations import actions
from conversations.choices import AgeBand, EthnicGroup, PointKind
from conversations.models import BoroughFigure, Coding, Conversation
from conversations.seeing.borough import NotFigures, lines_of
from conversations.seeing.rates import cell_of, rates
from conversations.seeing.tally import quarter_of
from services_directory.models import ServicePage

HEAD = "measure,by,group,number,source,date,invented"
LINE = "population,ward,bellingham,15000,ONS mid-year estimate,2024-06-30,"


@pytest.fixture
def home(make_theme):
    return make_theme("home", name="Home")


@pytest.fixture
def street(make_theme):
    return make_theme("street", name="Street")


@pytest.fixture
def open_page(coordinator, signed_in):
    browser = signed_in(coordinator)
    return lambda name, query="": browser.get(reverse(f"conversations:{name}") + query)


def load(*lines: str) -> None:
    actions.load_borough_figures(file=[HEAD, *lines], invented_may_come=True)


def test_wards_stand_beside_the_people_who_live_there_with_source_and_date(say, home, open_page):
    say(home, 3)
    load(LINE)

    words = open_page("not_heard").content.decode()

    assert "15,000" in words
    # Of the other wards nobody has told us.
    assert "not known" in words
    assert "None" not in words
    assert "2.0" in words
    assert "ONS mid-year estimate, 30 June 2024" in words


def test_a_group_heard_at_less_than_half_of_its_share_is_named(say, home, open_page):
    for conversation in say(home, 3):
        conversation.people = {"age": {AgeBand.FROM_65: 20, AgeBand.FROM_11: 8}}
        conversation.save()
    load(*(f"population,age,{band.value},{1000},Somebody,2024-06-30," for band in (AgeBand.FROM_65, AgeBand.FROM_11)))

    shares = open_page("not_heard").context["people"][0][0]
    groups = {group.name: (group.heard, group.borough, group.is_missed) for group in shares.groups}

    assert groups["65 or over"] == (70, 50, False)
    assert groups["11 to 15"] == (30, 50, False)
    assert groups["18 to 24"] == (None, None, False)


def test_invented_figures_say_so_on_every_page_and_come_into_the_demo_alone(db, vocabulary, open_page, tmp_path):
    file = tmp_path / "figures.csv"
    file.write_text(f"{HEAD}\n{LINE}yes\n")
    call_command("load_borough_figures", str(file))
    for name in ("not_heard", "group_rates"):
        assert "Demo: invented figures, not for use." in open_page(name).content.decode()

    with override_settings(DEMO=False):
        call_command("load_borough_figures", str(file))
    assert BoroughFigure.objects.count() == 1


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("population,ward,nowhere,1,Us,2024-01-01,", "no ward that we know"),
        ("population,planet,mars,1,Us,2024-01-01,", "“by” must be one of"),
        ("population,ward,bellingham,-4,Us,2024-01-01,", "whole number"),
        ("population,ward,bellingham,4,,2024-01-01,", "its source"),
        ("population,ward,bellingham,4,Us,1 May,", "must look like"),
        ("population,ward,bellingham,4,Us,2024-01-01,perhaps", "yes, no or empty"),
    ],
)
def test_every_fault_of_a_file_is_told_with_its_line_and_nothing_is_taken(vocabulary, line, sentence):
    with pytest.raises(NotFigures, match="Line 3") as told:
        load(LINE, line, LINE)

    assert sentence in str(told.value)
    assert "Line 4: The same figure stands twice" in str(told.value)
    assert not BoroughFigure.objects.exists()


@pytest.mark.parametrize("file", [[], ["a,b"], [HEAD], ["\x00"]])
def test_a_file_that_is_no_list_of_figures(vocabulary, file):
    with pytest.raises(NotFigures):
        lines_of(file)


def test_a_file_that_is_not_there(vocabulary, tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("load_borough_figures", str(tmp_path / "none.csv"))


def test_a_measure_that_is_loaded_again_replaces_the_one_before(vocabulary):
    load(LINE, "population,ward,deptford,9000,ONS,2024-06-30,")
    load("population,ward,deptford,9500,ONS,2025-06-30,")

    assert list(BoroughFigure.objects.values_list("group", "number")) == [("deptford", 9500)]


def test_rates_stand_in_the_order_of_the_list_with_denominator_source_and_caveat(vocabulary, open_page):
    excluded = zip(EthnicGroup.values, (5, 30, 100, 25, 0), strict=True)
    load(
        *(f"population,ethnicity,{group},20000,Census,2021-03-21," for group in EthnicGroup.values),
        *(f"exclusions,ethnicity,{group},{number},Schools,2025-07-31," for group, number in excluded),
    )

    (part,) = rates()
    rows = [(name, size, cells[1].shown, cells[1].per_thousand) for name, size, cells in part.rows]

    assert [name for name, *_ in rows] == EthnicGroup.labels
    assert [cell for *_, cell in rows] == [None, "1.5", "5.0", "1.2", "0.0"]
    assert [shown for *_, shown, _ in rows] == ["*", "30", "100", "25", "0"]
    words = open_page("group_rates").content.decode()
    assert "never that the group is the reason" in words
    assert "Census, 21 March 2021" in words


@pytest.mark.parametrize(
    ("shown", "size"), [("*", 9000), ("10", 9000), ("15", 9000), ("–", 9000), ("30", 19), ("0", 0)]
)
def test_there_is_no_rate_of_few(shown, size):
    assert cell_of(shown, size).per_thousand is None


def test_what_is_said_in_the_same_conversations(say, home, street, analyst, make_point, open_page):
    for conversation in say(home, 9):
        Coding.objects.create(point=make_point(conversation), theme=street, coder=analyst)
    say(street, 2)
    actions.count_everything_again()

    page = open_page("said_together", "?theme=home")
    lines = list(csv.reader(io.StringIO(open_page("said_together", "?theme=home&as=csv").content.decode())))

    assert page.context["bars"] == [{"label": "Street", "value": 10}]
    assert lines[:2] == [["Theme", "Number"], ["Street", "10"]]


def test_themes_of_one_or_two_conversations_are_not_told_beside_another(
    say, home, street, analyst, make_point, open_page
):
    for conversation in say(home, 2):
        Coding.objects.create(point=make_point(conversation), theme=street, coder=analyst)
    say(street, 5)
    actions.count_everything_again()

    assert dict(zip(*_cells(open_page("said_together", "?theme=street").context["shown"]), strict=True)) == {
        "Home": "–"
    }


def test_two_themes_of_the_same_name_stand_in_two_lines(say, home, street, open_page):
    say(home, 5)
    say(street, 5)
    street.name = home.name
    street.save()
    actions.count_everything_again()

    assert open_page("said_together", "?theme=home").status_code == 200


def _cells(shown) -> tuple[list[str], list[str]]:
    return list(shown.rows), [cell for (cell,) in shown.cells]


def test_a_theme_over_time_leaves_out_the_quarter_that_runs_and_quarters_with_one_conversation(say, home, open_page):
    say(home, 12, held_on=date(2025, 2, 1))
    say(home, 4, held_on=date(2025, 5, 1))
    say(home, 1, held_on=date(2025, 8, 1))
    say(home, 5)

    shown = open_page("said_over_time", "?theme=home").context["shown"]

    cells = dict(zip(*_cells(shown), strict=True))
    assert {quarter: cells[quarter] for quarter in ("2025 Q1", "2025 Q2", "2025 Q3")} == {
        "2025 Q1": "10", "2025 Q2": "*", "2025 Q3": "–",
    }  # fmt: skip
    assert quarter_of(timezone.localdate()) not in cells


def test_strengths_root_causes_ideas_and_offers_stand_side_by_side(say, home, street, open_page):
    for theme, kind, times in ((home, PointKind.STRENGTH, 9), (street, PointKind.ROOT_CAUSE, 4)):
        for conversation in say(theme, times):
            conversation.points.update(kind=kind)
    actions.count_everything_again()

    sides = {side.name: side.themes for side in open_page("what_we_hear").context["sides"]}

    assert list(sides) == ["Already working", "Root cause", "Idea", "Offer"]
    assert sides["Already working"] == [("Home", "10")]
    assert sides["Root cause"] == [("Street", "*")]


def test_a_need_that_people_name_and_no_service_meets_comes_first(say, home, street, make_theme, open_page):
    needs = list(Need.objects.all()[:2])
    home.needs.set(needs)
    make_theme("none", name="Nothing linked")
    say(home, 4)

    context = open_page("offer_gaps").context

    assert [(one.theme.name, one.theme.heard) for one in context["unmet"]] == [("Home", "4")]
    assert "Nothing linked" in [one.theme.name for one in context["unlinked"]]
    assert context["met"] == []
    assert not ServicePage.objects.exists()


def test_what_would_help_goes_along_when_themes_are_merged_and_split(analyst, vocabulary, home, street):
    first, second = Need.objects.all()[:2]
    home.needs.add(first)
    street.needs.add(second)
    actions.merge_themes(theme=home, into=street, by=analyst)
    assert set(street.needs.all()) == {first, second}

    new = actions.split_theme(theme=street, name="New", points=[], by=analyst)
    assert set(new.needs.all()) == {first, second}


@pytest.mark.parametrize("name", ["what_we_hear", "said_together", "said_over_time"])
@pytest.mark.parametrize("query", ["?theme=home", "?theme=zzz", "?theme=%00", "?as=csv", "?theme=&as=zzz", ""])
def test_any_wish_gets_an_answer(open_page, say, home, name, query):
    say(home, 3, held_on=date(2025, 2, 1))

    assert open_page(name, query).status_code == 200


@pytest.mark.parametrize("name", ["said_together", "said_over_time", "group_rates", "offer_gaps", "not_heard"])
def test_without_any_theme_or_figure_it_is_said(open_page, db, name):
    assert open_page(name).status_code == 200
    assert not Conversation.objects.exists()
