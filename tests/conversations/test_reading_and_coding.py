"""The lead organisation reads, accepts, sends back, and puts themes on points."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from common.models import AuditEntry, OutboxMessage
from conversations import actions
from conversations.choices import Setting, ThemeKind
from conversations.models import Coding
from conversations.states import MoveRefused, State


@pytest.fixture
def handed_in(make_conversation, make_point):
    conversation = make_conversation(state=State.SUBMITTED)
    make_point(conversation)
    make_point(conversation)
    return conversation


def test_the_coordinator_accepts_a_note_and_the_log_says_so(coordinator, signed_in, handed_in):
    signed_in(coordinator).post(reverse("conversations:accept_note", args=[handed_in.reference]))

    handed_in.refresh_from_db()
    assert handed_in.state == State.ACCEPTED
    assert AuditEntry.objects.filter(action="note accepted", actor=coordinator).count() == 1


def test_accepting_twice_says_that_it_is_done_already(coordinator, signed_in, handed_in):
    browser = signed_in(coordinator)
    browser.post(reverse("conversations:accept_note", args=[handed_in.reference]))

    page = browser.post(reverse("conversations:accept_note", args=[handed_in.reference]), follow=True)

    assert "look at it again" in page.content.decode()


def test_a_note_is_sent_back_with_a_reason_that_no_mail_and_no_log_repeats(coordinator, signed_in, handed_in):
    reason = "Please take the name out of point 2."

    signed_in(coordinator).post(reverse("conversations:return_note", args=[handed_in.reference]), {"reason": reason})

    handed_in.refresh_from_db()
    mail = OutboxMessage.objects.get(to=handed_in.facilitator.email)
    assert (handed_in.state, handed_in.return_reason) == (State.RETURNED, reason)
    assert reason not in mail.text
    assert reason not in AuditEntry.objects.get(action="note sent back").reason


def test_accepting_needs_a_post(coordinator, signed_in, handed_in):
    answer = signed_in(coordinator).get(reverse("conversations:accept_note", args=[handed_in.reference]))

    assert answer.status_code == 405


def test_the_analyst_goes_from_point_to_point(analyst, signed_in, handed_in, make_theme):
    handed_in.state = State.ACCEPTED
    handed_in.save()
    home, street = make_theme("home"), make_theme("street")
    browser = signed_in(analyst)

    first = browser.post(
        reverse("conversations:code_point", args=[handed_in.reference, 1]), {"themes": [home.code, street.code]}
    )
    second = browser.post(reverse("conversations:code_point", args=[handed_in.reference, 2]), {"themes": [home.code]})

    assert first["Location"] == reverse("conversations:code_point", args=[handed_in.reference, 2]) + "#point"
    assert second["Location"] == reverse("conversations:read_note", args=[handed_in.reference])
    assert Coding.objects.filter(coder=analyst).count() == 3
    browser.post(reverse("conversations:finish_coding", args=[handed_in.reference]))
    handed_in.refresh_from_db()
    assert handed_in.state == State.CODED


def test_a_note_is_understood_only_when_every_point_has_a_theme(analyst, handed_in, make_theme):
    handed_in.state = State.ACCEPTED
    handed_in.save()
    actions.put_themes(point=handed_in.points.first(), coder=analyst, themes=[make_theme()])

    with pytest.raises(MoveRefused, match="Points without a theme: 1"):
        actions.finish_coding(conversation=handed_in, by=analyst)


def test_no_themes_before_the_note_is_accepted(analyst, handed_in, make_theme):
    with pytest.raises(MoveRefused, match="Accept the note first"):
        actions.put_themes(point=handed_in.points.first(), coder=analyst, themes=[make_theme()])


def test_the_facilitator_never_codes_the_own_note(make_facilitator, make_conversation, make_point, make_theme):
    from accounts.roles import Role

    both = make_facilitator("both@example.org", 30, Role.ANALYST)
    point = make_point(make_conversation(facilitator=both, state=State.ACCEPTED))

    with pytest.raises(PermissionDenied):
        actions.put_themes(point=point, coder=both, themes=[make_theme()])


def test_a_reserved_answer_goes_with_no_theme(analyst, signed_in, handed_in, make_theme):
    handed_in.state = State.ACCEPTED
    handed_in.save()
    home, none = make_theme("home"), make_theme("none-of-these", kind=ThemeKind.RESERVED)

    page = signed_in(analyst).post(
        reverse("conversations:code_point", args=[handed_in.reference, 1]), {"themes": [home.code, none.code]}
    )

    assert "but not both" in page.content.decode()
    assert not Coding.objects.exists()


def test_coding_again_replaces_the_own_themes_and_leaves_another_coders(
    analyst, coordinator, make_conversation, make_point, make_theme
):
    point = make_point(make_conversation(state=State.ACCEPTED))
    home, street = make_theme("home"), make_theme("street")
    actions.put_themes(point=point, coder=coordinator, themes=[home])

    actions.put_themes(point=point, coder=analyst, themes=[home])
    actions.put_themes(point=point, coder=analyst, themes=[street])

    assert set(point.codings.values_list("coder", "theme")) == {(coordinator.pk, home.pk), (analyst.pk, street.pk)}


@pytest.mark.parametrize("themes", [["x"], ["99999"], ["9" * 40], [""], []])
def test_odd_themes_are_a_page_with_a_sentence(analyst, signed_in, make_conversation, make_point, themes):
    conversation = make_conversation(state=State.ACCEPTED)
    make_point(conversation)

    answer = signed_in(analyst).post(
        reverse("conversations:code_point", args=[conversation.reference, 1]), {"themes": themes}
    )

    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()


@pytest.mark.parametrize("query", ["?state=zzz", "?page=999", "?page=x", "?state=submitted&page=-1", "?state=%00"])
def test_odd_questions_to_the_list_are_answered(coordinator, signed_in, handed_in, query):
    answer = signed_in(coordinator).get(reverse("conversations:workspace_conversations") + query)

    assert answer.status_code == 200


def test_choices_of_one_kind_widen_the_list_and_kinds_narrow_each_other(coordinator, signed_in, make_conversation):
    school = make_conversation(state=State.SUBMITTED, setting=Setting.SCHOOL)
    online = make_conversation(state=State.SUBMITTED, setting=Setting.ONLINE)
    work = make_conversation(state=State.SUBMITTED, setting=Setting.WORK)
    planned = make_conversation(state=State.PLANNED, setting=Setting.SCHOOL)
    address = reverse("conversations:workspace_conversations")

    answer = signed_in(coordinator).get(f"{address}?state=submitted&setting=school&setting=online&page=1")

    page = answer.content.decode()
    assert school.reference in page
    assert online.reference in page
    assert work.reference not in page
    assert planned.reference not in page
    assert "2 conversations" in page
    assert answer.context["narrowed"].query == "state=submitted&setting=school&setting=online&"


def test_the_list_shows_one_state_at_a_time(coordinator, signed_in, make_conversation):
    waiting, planned = make_conversation(state=State.SUBMITTED), make_conversation(state=State.PLANNED)

    page = signed_in(coordinator).get(reverse("conversations:workspace_conversations") + "?state=submitted")

    assert waiting.reference in page.content.decode()
    assert planned.reference not in page.content.decode()
