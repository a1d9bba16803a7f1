"""Figures are kept added up: what changed is counted again, what counts no more is gone, and no group shouts."""

import random

import pytest
from django.core.management import call_command
from django.urls import reverse

from accounts.roles import Role
from common.models import Ward
from conversations import actions
from conversations.models import Coding, Conversation, Figure, Point, SecondCoding, Tally, Theme
from conversations.states import State


def figures() -> dict:
    cells = Figure.objects.values_list("table", "row", "theme", "points", "conversations")
    return {cell[:3]: cell[3:] for cell in cells}


def heard(theme: Theme) -> int:
    return Theme.objects.with_conversations_counted().get(pk=theme.pk).conversation_count


@pytest.fixture
def home(make_theme):
    return make_theme("home")


@pytest.fixture
def street(make_theme):
    return make_theme("street")


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.QUARANTINE, State.DRAFT, State.SUBMITTED, State.RETURNED])
def test_what_does_not_count_is_in_no_figure_after_the_next_refresh(say, home, state):
    gone = say(home, 3)[0]
    Conversation.objects.filter(pk=gone.pk).update(state=state)
    actions.to_be_counted([gone.pk])

    assert heard(home) == 3
    assert actions.refresh_figures() == 1
    assert heard(home) == 2
    assert not gone.tally.themes.exists()


def test_withdrawing_counts_again_by_itself(say, home, coordinator, django_capture_on_commit_callbacks):
    gone = say(home, 3)[0]
    with django_capture_on_commit_callbacks(execute=True):
        actions.withdraw(conversation=gone, by=coordinator, reason="They asked for it.")

    assert heard(home) == 2


def test_only_what_changed_is_counted_again(say, home, street, analyst):
    changed = say(home, 5)[0]
    changed.state = State.ACCEPTED
    changed.save()
    actions.put_themes(point=changed.points.get(), coder=analyst, themes=[street])

    assert actions.refresh_figures() == 1
    assert (heard(home), heard(street)) == (4, 1)
    assert actions.refresh_figures() == 0


def test_whatever_people_do_the_figures_are_those_of_counting_everything(
    say, make_point, make_theme, analyst, coordinator, staff, make_user
):
    """Forty random changes of every kind: the sums that were kept are the sums of a fresh count."""
    chance = random.Random(3)
    second, third = make_user("second@example.org", Role.ANALYST), make_user("third@example.org", Role.ANALYST)
    themes = [make_theme(f"theme-{number}") for number in range(5)]
    for number, state in enumerate([State.ACCEPTED] * 6 + [State.CODED] * 2):
        for conversation in say(themes[number % 5], 1, state=state):
            make_point(conversation, words="More.")

    def code() -> None:
        point = Point.objects.filter(conversation__state=State.ACCEPTED, second=None).order_by("?").first()
        if point:
            actions.put_themes(point=point, coder=analyst, themes=chance.sample(in_use(), 2))

    def in_use() -> list[Theme]:
        return list(Theme.objects.said().in_use())

    def code_twice() -> None:
        point = Point.objects.counted().filter(second=None).exclude(codings=None).first()
        if point:
            again = SecondCoding.objects.create(point=point)
            again = actions.code_second(second=again, coder=second, themes=chance.sample(in_use(), 1))
            if again.differs and chance.random() < 0.7:
                actions.decide(second=again, by=third, themes=list(again.choices()[1]), reason="So it was said.")

    def merge() -> None:
        if len(in_use()) > 3:
            theme, into = chance.sample(in_use(), 2)
            actions.merge_themes(theme=theme, into=into, by=analyst)

    def split() -> None:
        theme = chance.choice(in_use())
        actions.split_theme(theme=theme, name="New", points=Point.objects.with_theme(theme)[:1], by=analyst)

    def withdraw() -> None:
        conversation = Conversation.objects.counted().first()
        if conversation and Conversation.objects.counted().count() > 4:
            actions.withdraw(conversation=conversation, by=coordinator, reason="They asked for it.")

    for _ in range(40):
        chance.choice([code, code, code_twice, merge, split, withdraw])()
        if chance.random() < 0.4:
            actions.refresh_figures()
    actions.refresh_figures()
    kept = figures()
    Figure.objects.all().delete()
    Tally.objects.all().delete()
    actions.count_everything_again()

    assert kept == figures() != {}


def test_two_coders_who_see_the_same_count_once(say, home, analyst, coordinator):
    for conversation in say(home, 2):
        Coding.objects.create(point=conversation.points.get(), theme=home, coder=coordinator)
    actions.count_everything_again()

    assert figures()["theme", "", home.pk] == (2, 2)


def test_one_loud_group_never_comes_first(say, home, street, analyst, signed_in, make_point):
    loud = say(home, 1)[0]
    for _ in range(60):
        Coding.objects.create(point=make_point(loud), theme=home, coder=analyst)
    say(home, 2)
    say(street, 3)
    say(street, 1, ward=Ward.objects.get(code="deptford"))

    themes = list(signed_in(analyst).get(reverse("conversations:workspace_themes")).context["themes"])

    assert [(theme.name, theme.heard, theme.places, theme.points_shown) for theme in themes] == [
        ("Street", "4", "2", "*"),
        ("Home", "3", "1", "65"),
    ]


def test_wards_and_points_of_one_or_two_conversations_are_not_told(say, home, analyst, signed_in):
    say(home, 2)

    theme = signed_in(analyst).get(reverse("conversations:workspace_themes")).context["themes"][0]

    assert (theme.heard, theme.places, theme.points_shown) == ("fewer than 3", "–", "–")


def test_the_clock_counts_everything_again(say, home, capsys):
    say(home, 3)
    Figure.objects.filter(theme=home.pk).update(points=99, conversations=99)
    Conversation.objects.filter(pk__in=Conversation.objects.counted().values("pk")[:1]).update(state=State.WITHDRAWN)

    call_command("count_again")

    assert "Counted 3 conversations" in capsys.readouterr().out
    assert heard(home) == 2
