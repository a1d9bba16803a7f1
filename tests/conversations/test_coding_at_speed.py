"""Coding: what waits, what each theme means beside its box, a memo, and a rest after a long sitting."""

import pytest
from django.urls import reverse

from accounts.roles import Role
from conversations import actions
from conversations.models import Coding, Memo
from conversations.states import State
from conversations.views.coding import POINTS_PER_SITTING


@pytest.fixture
def accepted(make_conversation, make_point):
    conversation = make_conversation(state=State.ACCEPTED)
    make_point(conversation)
    make_point(conversation)
    return conversation


def code(conversation, number: int = 1) -> str:
    return reverse("conversations:code_point", args=[conversation.reference, number])


def test_the_queue_begins_with_the_note_that_waited_longest(
    analyst, signed_in, make_conversation, make_point, yesterday
):
    make_point(make_conversation(state=State.ACCEPTED))
    old = make_conversation(state=State.ACCEPTED, held_on=yesterday.replace(year=yesterday.year - 1))
    make_point(old)
    make_point(make_conversation(state=State.SUBMITTED, held_on=old.held_on))

    page = signed_in(analyst).get(reverse("conversations:coding"))

    assert page.context["waiting"] == 2
    assert f'href="{code(old)}#point"' in page.content.decode()


def test_nobody_is_asked_to_code_what_they_wrote(make_facilitator, signed_in, make_conversation, make_point):
    both = make_facilitator("both@example.org", 30, Role.ANALYST)
    make_point(make_conversation(state=State.ACCEPTED, facilitator=both))

    assert signed_in(both).get(reverse("conversations:coding")).context["waiting"] == 0


@pytest.mark.parametrize("role", list(Role))
def test_who_sees_the_queue(staff, signed_in, role):
    expected = 200 if role in (Role.ANALYST, Role.COORDINATOR) else 403
    browser = signed_in(staff(role))

    for name in ("coding", "rest"):
        assert browser.get(reverse(f"conversations:{name}")).status_code == expected


def test_the_definition_stands_beside_the_theme_and_cannot_carry_markup(analyst, signed_in, accepted, make_theme):
    make_theme("home", description="Where we live", when_to_use="On <b>rent</b>.", when_not="On streets.")

    page = signed_in(analyst).get(code(accepted)).content.decode()

    assert "Where we live<br><strong>Use it when:</strong> On &lt;b&gt;rent&lt;/b&gt;." in page
    assert "<strong>Not when:</strong> On streets." in page


def test_the_page_shows_what_was_said_and_not_where_or_by_whom(analyst, signed_in, accepted, make_theme):
    make_theme()

    page = signed_in(analyst).get(code(accepted)).content.decode()

    assert accepted.points.first().words in page
    assert accepted.ward.name not in page
    assert str(accepted.facilitator) not in page


def test_a_memo_is_kept_changed_and_taken_away(analyst, signed_in, accepted, make_theme):
    make_theme("home")
    browser = signed_in(analyst)

    for memo, kept in (("Perhaps rent?", ["Perhaps rent?"]), ("Rent.", ["Rent."]), ("", [])):
        browser.post(code(accepted), {"themes": ["home"], "memo": memo})
        assert list(Memo.objects.values_list("words", flat=True)) == kept


def test_a_memo_takes_no_phone_number_and_loses_nothing(analyst, signed_in, accepted, make_theme):
    make_theme("home")

    page = signed_in(analyst).post(code(accepted), {"themes": ["home"], "memo": "Ring 07700 900123"}).content.decode()

    assert "There is a problem" in page
    assert "Ring 07700 900123</textarea>" in page
    assert " checked" in page
    assert not Memo.objects.exists()
    assert not Coding.objects.exists()


def test_after_a_long_sitting_there_is_a_rest_once(analyst, signed_in, make_conversation, make_point, make_theme):
    theme, conversation = make_theme("home"), make_conversation(state=State.ACCEPTED)
    for _ in range(POINTS_PER_SITTING + 2):
        make_point(conversation)
    for point in conversation.points.all()[: POINTS_PER_SITTING - 1]:
        actions.put_themes(point=point, coder=analyst, themes=[theme])
    browser = signed_in(analyst)

    at_forty = browser.post(code(conversation, POINTS_PER_SITTING), {"themes": ["home"]})
    after = browser.post(code(conversation, POINTS_PER_SITTING + 1), {"themes": ["home"]})

    assert at_forty["Location"] == reverse("conversations:rest")
    assert after["Location"].startswith(code(conversation, POINTS_PER_SITTING + 2))
