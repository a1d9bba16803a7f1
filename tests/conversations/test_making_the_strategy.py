"""The desk where priorities are made out of themes: by analyst, coordinator and council officers; the board reads."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from conversations import actions, building
from conversations.models import Action, Comment, Indicator, Learning, PriorityPage, Reading, StrategyVersion

TODAY = timezone.localdate()


def day(name: str, on=TODAY) -> dict:
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


@pytest.fixture
def officer(staff):
    return staff(Role.OWNER)


@pytest.fixture
def at_desk(officer, signed_in):
    return signed_in(officer)


@pytest.fixture
def send(at_desk):
    """Post a form of the desk and follow it: the page that comes, as text."""

    def post(name: str, /, *args, **data) -> str:
        return at_desk.post(reverse(f"conversations:{name}", args=args), data, follow=True).content.decode()

    return post


@pytest.fixture
def indicator(officer) -> Indicator:
    return actions.add_indicator(
        by=officer, name="Feel safe", definition="Of 100 people asked.", kind="outcome", source="A survey",
        owner="A head", unit="%", most=100,
    )  # fmt: skip


def test_from_a_title_to_the_publisher(send, strategy, make_theme, make_link):
    page = send("new_priority", title="Lights on the way home")
    assert "Nobody outside sees it yet" in page
    priority = PriorityPage.objects.get()
    assert "say what we understood" in send("send_priority", priority.slug)

    words = {
        "title": "Lights on the way home",
        "understood": "Dark ways.",
        "in_three_years": "Lights.",
        "owner_role": "A head",
    }
    assert "Saved." in send("write_priority", priority.slug, **words)
    make_link(make_theme("lights", name="Lights and streets"), priority)

    page = send("send_priority", priority.slug)
    assert "It is with the publisher" in page
    assert "Lights and streets" in page


def test_a_priority_that_names_somebody_keeps_what_was_typed(send, strategy):
    page = send("new_priority", title="Ask kim@example.org")

    assert "an email address" in page
    assert 'value="Ask kim@example.org"' in page
    assert not PriorityPage.objects.exists()


def test_what_others_think_stays_at_the_desk(send, make_priority, client):
    priority = make_priority()

    assert "Too long for one year." in send("comment_on_priority", priority.slug, words="Too long for one year.")

    assert Comment.objects.count() == 1
    assert "Too long" not in client.get(priority.url).content.decode()


def test_what_is_missing_and_what_is_there_twice(make_theme, make_priority, make_link, say, at_desk):
    one, two = make_priority("one", title="Safe ways home"), make_priority("two", title="Ways home that are safe")
    shared, open_theme = make_theme("shared", name="Shared"), make_theme("open", name="Homes")
    make_link(shared, one)
    make_link(shared, two)
    say(open_theme, 3)
    priorities = list(PriorityPage.objects.standing().for_lists())

    gaps, pairs = building.gaps(priorities), building.alike(priorities)

    assert [theme.code for theme in gaps.themes] == ["open"]
    assert gaps.without_theme == []
    assert set(gaps.without_action) == set(gaps.without_measure) == {one, two}
    assert [pair.why for pair in pairs] == ["Both answer: Shared."]
    page = at_desk.get(reverse("conversations:workspace_priorities")).content.decode()
    assert "Homes: heard in 3 conversations" in page
    assert "Maybe the same" in page


def test_an_action_without_an_owner_keeps_what_was_typed(send, make_priority):
    page = send(
        "new_action", title="Open the hall late", priority=make_priority().pk, status="proposed", cost="unknown"
    )

    assert "Say who owns this: a role" in page
    assert 'value="Open the hall late"' in page
    assert not Action.objects.exists()


def test_a_delay_needs_a_reason_and_is_kept(send, make_priority):
    given = {"title": "Open the hall", "priority": make_priority().pk, "owner": "A head", "cost": "none"}
    send("new_action", status="under_way", **given)
    code = Action.objects.get().code

    assert "why this is delayed or stopped" in send("change_action", code, status="delayed", **given)
    page = send("change_action", code, status="delayed", status_reason="The roof leaks.", **given)

    assert "Under way → Delayed" in page
    assert "Why: The roof leaks." in page
    assert "It is still “Delayed”" not in send("nothing_changed", code)


def test_actions_are_found_by_how_they_go(at_desk, make_priority):
    for status in ("done", "under_way"):
        Action.objects.create(code=status, title=f"This is {status}", owner="A head", status=status)

    page = at_desk.get(reverse("conversations:strategy_actions"), {"status": "done"}).content.decode()

    assert "This is done" in page
    assert "This is under_way" not in page


def test_a_target_without_a_start_is_refused_in_a_sentence(send):
    given = {"name": "Feel safe", "definition": "Of 100.", "kind": "outcome", "source": "x", "area": "x", "owner": "x"}

    page = send("new_indicator", least="0", target="60", **given, **day("target_on"))

    assert "A target needs a start" in page
    assert not Indicator.objects.exists()


def test_a_figure_of_tomorrow_is_refused_in_a_sentence(send, indicator):
    page = send("indicator", indicator.code, value="50", **day("on", TODAY + timedelta(days=1)))
    assert "This day has not come yet" in page
    assert "from 0 to 100" in send("indicator", indicator.code, value="150", **day("on"))
    assert not Reading.objects.exists()

    assert "50%" in send("indicator", indicator.code, value="50", **day("on"))


def csv_file(*lines: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("figures.csv", "\n".join(["indicator,date,figure,note", *lines]).encode())


def test_a_file_with_bad_rows_stores_nothing_and_says_each(send, indicator):
    tomorrow = TODAY + timedelta(days=1)
    page = send("upload_readings", file=csv_file(
        "feel-safe,2026-01-05,40,", "feel-safe,2026-02-05,400,", "feel-sad,2026-01-05,40,", "feel-safe,soon,40,",
        f"feel-safe,{tomorrow},40,", "feel-safe,2026-03-05,many,", "feel-safe,2026-01-05,41,",
        "feel-safe,2026-04-05,=1+1,", "feel-safe,2026-05-05,5,ring kim@example.org",
    ))  # fmt: skip

    for row, words in (
        (3, "from 0 to 100"), (4, "feel-sad"), (5, "is no date"), (6, "has not come yet"), (7, "is no number"),
        (8, "Row 2 has the same measure and day"), (9, "a formula"), (10, "an email address"),
    ):  # fmt: skip
        assert f"row {row}: " in page
        assert words in page
    assert "row 2: " not in page
    assert not Reading.objects.exists()


def test_a_good_file_is_stored_whole(send, indicator):
    assert "Figures stored: 2." in send(
        "upload_readings", file=csv_file("feel-safe,5/1/2026,40,", 'feel-safe,2026-02-05,"42.5",A new way to ask')
    )
    assert [reading.shown for reading in indicator.readings.all()] == ["42.5%", "40%"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n1,2", b"PK\x03\x04rubbish", b'indicator,"date'])
def test_a_file_that_is_none_is_refused_in_a_sentence(send, indicator, content):
    page = send("upload_readings", file=SimpleUploadedFile("figures.csv", content))

    assert "There is a problem" in page
    assert not Reading.objects.exists()


def test_what_was_learned_is_written_down(send, make_priority):
    page = send("learning", kind="surprised", words="Barbers knew first.", priority=make_priority().slug, **day("on"))

    assert "Barbers knew first." in page
    assert Learning.objects.get().priority.slug == "safe-after-six"


def test_an_edition_goes_from_the_desk_to_the_board_and_to_everybody(
    send, make_priority, make_theme, make_link, say, staff, signed_in, client
):
    theme, priority = make_theme(), make_priority()
    make_link(theme, priority)
    say(theme, 3)
    send("editions", what="The first one.")
    assert "people who live here first" in send("propose_edition", 1)
    send("review_edition", 1, with_whom="The Youth Panel", changed="Later hours.", **day("on"))
    assert "with the board now" in send("propose_edition", 1)
    board = signed_in(staff(Role.BOARD))
    decide = reverse("conversations:decide_edition", args=[1])
    refused = board.post(decide, {"agrees": "no", **day("on")}).content.decode()
    assert "Say what should change" in refused

    board.post(decide, {"agrees": "yes", **day("on")})
    assert "stays as it is from now on" in send("publish_edition", 1)

    assert StrategyVersion.objects.get().state == "published"
    page = client.get(reverse("conversations:told_edition", args=[1])).content.decode()
    assert "Later hours." in page
    assert "Safe after six" in page
    assert "Set-Cookie" not in client.get(reverse("conversations:told_edition", args=[1])).headers


def test_the_board_reads_the_desk_and_changes_nothing(staff, signed_in, make_priority):
    board = signed_in(staff(Role.BOARD))
    slug = make_priority().slug

    page = board.get(reverse("conversations:priority_desk", args=[slug])).content.decode()

    assert "Say it" not in page
    assert "Write it" not in page
    assert (
        board.post(reverse("conversations:learning"), {"kind": "stopped", "words": "x", **day("on")}).status_code == 200
    )
    assert not Learning.objects.exists()


def test_priorities_are_split_and_followed_at_the_desk(send, make_priority, make_theme, make_link):
    theme, priority, other = make_theme("lights"), make_priority(), make_priority("other")
    make_link(theme, priority)
    action = Action.objects.create(code="hall", priority=priority, title="Open the hall", owner="A head")

    assert "Choose at least one theme" in send("split_priority", priority.slug, title="Lights")
    send("split_priority", priority.slug, title="Lights at night", themes=["lights"], actions=["hall"])
    action.refresh_from_db()
    assert action.priority.slug == "lights-at-night"

    assert "Nothing that people said has lost its answer" in send("follow_priority", priority.slug, by_priority="other")
    priority.refresh_from_db()
    assert priority.superseded_by == other


def test_the_pages_of_the_desk_cost_the_same_however_much_there_is(
    at_desk, make_priority, make_theme, make_link, officer, django_assert_max_num_queries, say
):
    for number in range(4):
        theme, priority = make_theme(f"theme-{number}"), make_priority(f"priority-{number}")
        make_link(theme, priority)
        say(theme, 3)
        actions.add_action(by=officer, title=f"Do it {number}", owner="A head", priority=priority)
        indicator = actions.add_indicator(
            by=officer, name=f"Measure {number}", definition="x", kind="output", source="x", owner="x"
        )
        actions.measure(priority=priority, indicator=indicator, reason="It shows it.", by=officer)
        actions.add_reading(indicator=indicator, on=TODAY, value=number, by=officer)
        actions.add_learning(by=officer, kind="stopped", words="x", priority=priority, on=TODAY)
    for name, most in (("workspace_priorities", 16), ("strategy_actions", 12), ("indicators", 12), ("learning", 10)):
        with django_assert_max_num_queries(most):
            at_desk.get(reverse(f"conversations:{name}"))
    with django_assert_max_num_queries(22):
        at_desk.get(reverse("conversations:priority_desk", args=["priority-1"]))
