"""Public: definitions before figures, numbers beside what people say, and all of it as data under a licence."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils import timezone

from conversations import actions
from conversations.models import Action
from conversations.open_data import FILES

TODAY = timezone.localdate()


@pytest.fixture
def measured(analyst, make_theme, make_priority, make_link, say):
    theme, priority = make_theme("after-six", name="After six"), make_priority()
    make_link(theme, priority)
    say(theme, 3)
    Action.objects.create(code="hall", priority=priority, title="=HYPERLINK(1)", owner="A head")
    indicator = actions.add_indicator(
        by=analyst, name="Back in school", definition="Children who came back.", kind="outcome", source="Schools",
        owner="A head", unit="children", counts_people=True, baseline=3, baseline_on=TODAY,
    )  # fmt: skip
    actions.measure(priority=priority, indicator=indicator, reason="It shows it.", by=analyst)
    actions.add_reading(indicator=indicator, on=TODAY, value=6, by=analyst)
    return indicator


def test_the_definition_stands_before_the_figure(client, measured):
    page = client.get(reverse("conversations:how_we_measure")).content.decode()

    assert page.index("Children who came back.") < page.index("* children")
    assert "Outcome: what changed for people. Source: Schools, Lewisham. Owner: A head." in page
    assert "After six</a>: 3 conversations" in page


def test_a_small_number_leaves_by_no_door(client, measured, staff, signed_in):
    from accounts.roles import Role

    doors = [reverse(f"conversations:{name}") for name in ("how_we_measure", "data_json")]
    doors += [reverse("conversations:data_csv", args=["figures"])]
    for address in doors:
        text = client.get(address).content.decode()
        assert "* children" in text
        assert "6 children" not in text
        assert "3 children" not in text
    board = signed_in(staff(Role.BOARD))
    assert "6 children" not in board.get("/board/").content.decode()


def test_a_board_member_opens_no_page_with_the_figures_as_they_were_entered(measured, staff, signed_in):
    from accounts.roles import Role

    board = signed_in(staff(Role.BOARD))

    assert board.get(reverse("conversations:indicator", args=[measured.code])).status_code == 403
    assert board.get(reverse("conversations:quarter_sheet")).status_code == 403


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_a_table_with_headings_and_runs_nothing(client, measured, name):
    answer = client.get(reverse("conversations:data_csv", args=[name]))
    rows = list(csv.reader(io.StringIO(answer.content.decode())))

    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not any(cell.startswith("=") for row in rows for cell in row)
    assert "Set-Cookie" not in answer.headers


def test_programs_read_all_of_it_with_its_licence(client, measured):
    data = client.get(reverse("conversations:data_json")).json()

    assert "Open Government Licence" in data["licence"]["name"]
    assert data["priorities"][0]["themes"][0]["name"] == "After six"
    assert data["measures"][0]["figures"] == [{"on": f"{TODAY}", "figure": "* children"}]


def test_a_draft_is_in_no_file(client, measured, analyst):
    actions.draft_priority(by=analyst, title="Nobody knows yet")

    for name in FILES:
        assert "Nobody knows yet" not in client.get(reverse("conversations:data_csv", args=[name])).content.decode()
    assert "Nobody knows yet" not in client.get(reverse("conversations:data_json")).content.decode()


def test_the_public_pages_cost_the_same_however_much_there_is(
    client, measured, analyst, make_priority, django_assert_max_num_queries
):
    for number in range(5):
        one = actions.add_indicator(
            by=analyst, name=f"M {number}", definition="x", kind="output", source="x", owner="x"
        )
        actions.measure(priority=make_priority(f"p-{number}"), indicator=one, reason="It shows it.", by=analyst)
        actions.add_reading(indicator=one, on=TODAY, value=number, by=analyst)

    for address, most in (
        (reverse("conversations:how_we_measure"), 16),
        (reverse("conversations:data_json"), 16),
        (reverse("conversations:data_csv", args=["figures"]), 6),
        (reverse("conversations:evidence"), 6),
    ):
        with django_assert_max_num_queries(most):
            client.get(address)
