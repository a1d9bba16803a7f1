"""Two people code a share of the points without seeing each other's choice; a third decides; nothing is lost."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import User
from accounts.roles import Role
from conversations import actions
from conversations.agreement import LEAST_POINTS, agreement, alpha, share
from conversations.choices import PointKind
from conversations.models import Coding, Memo, Point, SecondCoding, Theme
from conversations.states import MoveRefused, State

# Krippendorff's own example: three coders, fifteen units, an asterisk where one coder did not look.
EXAMPLE = ["*****34121133*3", "1*213343*******", "**21344*21133*4"]


@pytest.fixture
def analyst2(make_user) -> User:
    return make_user("second@example.org", Role.ANALYST)


@pytest.fixture
def home(make_theme) -> Theme:
    return make_theme("home")


@pytest.fixture
def street(make_theme) -> Theme:
    return make_theme("street")


@pytest.fixture
def point(say, home) -> Point:
    """Coded “home” by the analyst."""
    return say(home, 1)[0].points.get()


@pytest.fixture
def second(point) -> SecondCoding:
    return SecondCoding.objects.create(point=point)


@pytest.fixture
def differs(second, street, analyst2) -> SecondCoding:
    """The second coder saw “street”."""
    return actions.code_second(second=second, coder=analyst2, themes=[street])


def test_the_standard_example_gives_the_published_alpha():
    units = {}
    for column in zip(*EXAMPLE, strict=True):
        values = tuple(value for value in column if value != "*")
        units[values] = units.get(values, 0) + 1

    assert alpha(units) == pytest.approx(0.691358, abs=1e-6)


@given(st.dictionaries(st.lists(st.sampled_from("abc"), max_size=4).map(tuple), st.integers(1, 9), max_size=8))
def test_alpha_is_one_where_all_agree_and_never_more(units):
    found = alpha(units)

    assert found is None or found <= 1 + 1e-9
    if found is not None:
        assert (found == pytest.approx(1)) == (share(units) == pytest.approx(1))


def test_where_everybody_says_the_same_there_is_no_alpha_but_a_share():
    assert alpha({("no", "no"): 30}) is None
    assert share({("no", "no"): 30}) == 1


def test_a_share_of_every_kind_of_point_is_coded_twice(analyst, make_conversation, make_point, home):
    for _ in range(10):
        conversation = make_conversation(state=State.ACCEPTED)
        for kind in [PointKind.STRENGTH, PointKind.IDEA]:
            actions.put_themes(point=make_point(conversation, kind=kind), coder=analyst, themes=[home])
        actions.finish_coding(conversation=conversation, by=analyst)

    for kind in (PointKind.STRENGTH, PointKind.IDEA):
        assert SecondCoding.objects.filter(point__kind=kind).count() == 2


def test_the_second_coder_sees_neither_the_first_choice_nor_where_it_was_said(analyst2, signed_in, second, home):
    page = signed_in(analyst2).get(reverse("conversations:second_point", args=[second.pk])).content.decode()
    conversation = second.point.conversation

    assert second.point.words in page
    assert " checked" not in page
    for hidden in (conversation.reference, conversation.ward.name, str(conversation.facilitator)):
        assert hidden not in page


def test_neither_who_wrote_it_nor_who_coded_it_codes_it_again(analyst, make_facilitator, signed_in, second, street):
    both = make_facilitator("both@example.org", 30, Role.ANALYST)
    second.point.conversation.facilitator = both
    second.point.conversation.save()

    for user in (analyst, both):
        with pytest.raises(PermissionDenied):
            actions.code_second(second=second, coder=user, themes=[street])
        answer = signed_in(user).get(reverse("conversations:second_point", args=[second.pk]), follow=True)
        assert second.point.words not in answer.content.decode()


def test_a_second_choice_counts_nowhere_until_it_is_decided(differs, point, home, street):
    counted = {theme.code: theme.conversation_count for theme in Theme.objects.with_conversations_counted()}

    assert counted == {"home": 1, "street": 0}
    assert point.themes == [home]
    assert not Point.objects.with_theme(street).exists()


def test_a_third_person_decides_and_both_choices_stay(differs, point, analyst, coordinator, signed_in, home, street):
    signed_in(coordinator).post(
        reverse("conversations:decide_point", args=[differs.pk]), {"themes": ["street"], "reason": "They said road."}
    )

    differs.refresh_from_db()
    assert (differs.decided_by, differs.reason) == (coordinator, "They said road.")
    assert point.themes == [street]
    assert set(point.codings.values_list("coder", "theme")) == {(analyst.pk, home.pk), (differs.coder_id, street.pk)}
    actions.refresh_figures()
    assert {theme.code: theme.conversation_count for theme in Theme.objects.with_conversations_counted()} == {
        "home": 0, "street": 1,
    }  # fmt: skip


def test_no_coder_of_the_point_decides(differs, analyst, analyst2, home):
    for user in (analyst, analyst2):
        with pytest.raises(PermissionDenied):
            actions.decide(second=differs, by=user, themes=[home], reason="Mine")


def test_the_same_choice_needs_no_decision(second, analyst2, coordinator, home):
    actions.code_second(second=second, coder=analyst2, themes=[home])

    assert not SecondCoding.objects.to_decide_by(coordinator).exists()


def test_a_decision_is_among_what_was_seen(differs, coordinator, signed_in, make_theme):
    make_theme("third")

    page = signed_in(coordinator).post(
        reverse("conversations:decide_point", args=[differs.pk]), {"themes": ["third"], "reason": "Neither"}
    )

    assert "Choose among these themes" in page.content.decode()
    assert "Neither</textarea>" in page.content.decode()


def test_once_two_have_coded_the_first_choice_is_not_changed_under_it(differs, point, analyst, street):
    with pytest.raises(MoveRefused, match="by a decision only"):
        actions.put_themes(point=point, coder=analyst, themes=[street])


def test_what_is_done_already_is_said(differs, make_user, coordinator, street, home):
    third = make_user("third@example.org", Role.ANALYST)
    with pytest.raises(MoveRefused, match="a moment ago"):
        actions.code_second(second=differs, coder=third, themes=[home])
    actions.decide(second=differs, by=coordinator, themes=[home], reason="Home.")
    with pytest.raises(MoveRefused, match="a moment ago"):
        actions.decide(second=differs, by=third, themes=[street], reason="Street.")


def test_a_withdrawn_conversation_is_in_no_queue(second, analyst2, coordinator, street):
    actions.withdraw(conversation=second.point.conversation, by=coordinator, reason="They asked for it.")

    assert not SecondCoding.objects.waiting_for(analyst2).exists()
    with pytest.raises(MoveRefused, match="counts no more"):
        actions.code_second(second=second, coder=analyst2, themes=[street])


def test_merging_keeps_what_stands(differs, analyst, coordinator, point, home, street):
    actions.decide(second=differs, by=coordinator, themes=[street], reason="Street.")
    Coding.objects.create(point=point, theme=home, coder=differs.coder, stands=False)

    actions.merge_themes(theme=street, into=home, by=analyst)

    assert point.themes == [home]
    assert point.codings.get(coder=differs.coder).stands


def test_a_second_coders_memo_is_shown_to_who_decides(second, analyst2, coordinator, signed_in, street):
    signed_in(analyst2).post(
        reverse("conversations:second_point", args=[second.pk]), {"themes": ["street"], "memo": "A road name"}
    )

    assert Memo.objects.get().words == "A road name"
    page = signed_in(coordinator).get(reverse("conversations:decide_point", args=[second.pk])).content.decode()
    assert "A road name" in page
    assert str(analyst2) not in page


def test_how_we_agree_counts_both_choices_whatever_was_decided(say, analyst2, coordinator, signed_in, home, street):
    for number, conversation in enumerate(say(home, LEAST_POINTS)):
        second = SecondCoding.objects.create(point=conversation.points.get())
        second = actions.code_second(second=second, coder=analyst2, themes=[home if number % 4 else street])
        if second.differs:
            actions.decide(second=second, by=coordinator, themes=[home], reason="Home.")

    actions.refresh_figures()
    overall, themes = agreement()

    by_code = {one.theme.code: one for one in themes}
    assert overall.points == LEAST_POINTS
    assert (by_code["home"].seen, by_code["street"].seen) == (20, 5)
    assert by_code["home"].per_cent == by_code["street"].per_cent == 75
    assert by_code["home"].alpha == by_code["street"].alpha < 0
    page = signed_in(coordinator).get(reverse("conversations:how_we_agree")).content.decode()
    assert "20 points coded twice" in page


def test_agreement_asks_as_much_for_many_points_as_for_few(say, analyst2, coordinator, signed_in, home, make_theme):
    browser, address = signed_in(coordinator), reverse("conversations:how_we_agree")

    def more(times: int) -> None:
        for conversation in say(home, times):
            second = SecondCoding.objects.create(point=conversation.points.get())
            actions.code_second(second=second, coder=analyst2, themes=[home])

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(address).status_code == 200
        return len(captured)

    more(1)
    asked()
    few = asked()
    more(8)
    for number in range(8):
        make_theme(f"theme-{number}")

    assert asked() == few <= 10


@pytest.mark.parametrize("name", ["next_second", "next_decision", "how_we_agree"])
@pytest.mark.parametrize("role", [Role.REDACTOR, Role.BOARD, Role.ADMIN])
def test_only_coders_come_in(staff, signed_in, name, role):
    assert signed_in(staff(role)).get(reverse(f"conversations:{name}")).status_code == 403
