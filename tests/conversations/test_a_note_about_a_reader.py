"""Whoever works with notes may be part of what was said. For them the note does not exist, wherever they look."""

import io
import zipfile

import pytest
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role
from common.models import AuditEntry, OutboxMessage
from conversations import actions, emails
from conversations.models import Coding, Conversation, Point, SecondCoding
from conversations.reasons import lines
from conversations.states import State

pytestmark = pytest.mark.django_db
WORDS = "The man in the office laughed at us."


@pytest.fixture
def others(make_user) -> list[User]:
    """Somebody else for each part of the work."""
    return [
        make_user(f"other-{role.value}@example.org", role) for role in (Role.COORDINATOR, Role.ANALYST, Role.REDACTOR)
    ]


@pytest.fixture
def about(conversation, analyst, others, make_point) -> Conversation:
    """A note that is kept from the analyst."""
    make_point(conversation, words=WORDS)
    conversation.kept_from.add(analyst)
    return conversation


@pytest.fixture
def in_state(about):
    def put(state: State) -> Conversation:
        Conversation.objects.filter(pk=about.pk).update(state=state)
        about.refresh_from_db()
        return about

    return put


@pytest.fixture
def say(at_ben, conversation):
    def say(*people: User):
        path = reverse("conversations:keep_from", args=[conversation.reference])
        return at_ben.post(path, {"people": [person.pk for person in people]}, follow=True)

    return say


def test_its_facilitator_says_whom_it_is_kept_from(say, conversation, analyst, others):
    page = say(analyst).content.decode()

    assert "Nobody whom you ticked can find this note" in page
    assert [*conversation.kept_from.all()] == [analyst]


def test_the_log_says_that_it_was_done_and_not_from_whom(say, analyst, others):
    say(analyst)

    entry = AuditEntry.objects.get(action="note kept from a reader")
    assert analyst.email not in str(entry.__dict__)


def test_it_can_be_taken_back(say, conversation, analyst, others):
    say(analyst)
    say()

    assert not conversation.kept_from.exists()


def test_somebody_has_to_be_left_for_each_part_of_the_work(say, conversation, coordinator, others):
    page = say(coordinator, others[0]).content.decode()

    assert "Then nobody is left who could accept your note. Ring the safeguarding lead" in page
    assert not conversation.kept_from.exists()


def test_nobody_but_the_facilitator_says_so(conversation, coordinator, signed_in):
    address = reverse("conversations:keep_from", args=[conversation.reference])

    assert signed_in(coordinator).get(address).status_code == 404


@pytest.mark.parametrize("state", [State.SUBMITTED, State.ACCEPTED, State.CODED, State.FED_BACK])
def test_they_find_it_in_no_list_and_at_no_address(in_state, analyst, others, signed_in, state):
    note = in_state(state)
    desk = signed_in(analyst)

    assert note.reference not in desk.get(reverse("conversations:workspace_conversations")).content.decode()
    assert desk.get(reverse("conversations:read_note", args=[note.reference])).status_code == 404
    assert desk.get(reverse("conversations:code_point", args=[note.reference, 1])).status_code == 404
    other = signed_in(others[1])
    assert WORDS in other.get(reverse("conversations:read_note", args=[note.reference])).content.decode()


def test_none_of_its_points_comes_to_them(in_state, analyst, others):
    in_state(State.ACCEPTED)

    assert not Point.objects.to_code_by(analyst).exists()
    assert Point.objects.to_code_by(others[1]).count() == 1


def test_nor_for_a_second_look_nor_for_a_decision(in_state, analyst, others, make_theme):
    note = in_state(State.CODED)
    SecondCoding.objects.create(point=note.points.get(), differs=True)

    assert not SecondCoding.objects.untouched_by(analyst).exists()
    assert SecondCoding.objects.untouched_by(others[1]).exists()


def test_a_theme_does_not_show_its_words_to_them(in_state, analyst, others, make_theme, signed_in):
    note, theme = in_state(State.CODED), make_theme()
    Coding.objects.create(point=note.points.get(), theme=theme, coder=others[1], stands=True)
    address = reverse("conversations:workspace_theme", args=[theme.code])

    assert WORDS not in signed_in(analyst).get(address).content.decode()
    assert WORDS in signed_in(others[1]).get(address).content.decode()
    split = reverse("conversations:split_theme", args=[theme.code])
    assert WORDS not in signed_in(analyst).get(split).content.decode()


def test_no_file_that_they_take_holds_it(in_state, analyst, coordinator, make_conversation, make_point):
    in_state(State.CODED)
    make_point(make_conversation(state=State.CODED), words="Somebody else spoke.")
    export = actions.ask_for_export(by=analyst, purpose="The yearly look at all that was said.")
    actions.approve_export(export=export, by=coordinator)
    export.refresh_from_db()
    file = io.BytesIO()

    actions.take_export(export=export, by=analyst, file=file)

    with zipfile.ZipFile(file) as archive:
        held = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert WORDS not in held
    assert "Somebody else spoke." in held


def test_a_redactor_who_is_part_of_it_does_not_find_it_either(conversation, make_point, others, make_user, signed_in):
    theirs = make_user("redactor@example.org", Role.REDACTOR)
    make_point(conversation, words=WORDS)
    conversation.kept_from.add(theirs)
    Conversation.objects.filter(pk=conversation.pk).update(state=State.QUARANTINE)
    address = reverse("conversations:redact_note", args=[conversation.reference])

    assert conversation.reference not in signed_in(theirs).get(reverse("conversations:redaction")).content.decode()
    assert signed_in(theirs).get(address).status_code == 404
    assert signed_in(others[2]).get(address).status_code == 200


def test_a_coordinator_who_is_part_of_it_reads_no_reason_about_it(conversation, coordinator, others, make_point):
    Conversation.objects.filter(pk=conversation.pk).update(state=State.SUBMITTED)
    conversation.refresh_from_db()
    actions.send_back(conversation=conversation, by=others[0], reason="Please say more about the office.")
    conversation.kept_from.add(coordinator)

    assert "the office" not in str([*lines(coordinator)])
    assert "the office" in str([*lines(others[0])])


def test_it_counts_like_any_other(in_state, analyst):
    in_state(State.CODED)

    assert Conversation.objects.counted().count() == 1


def test_no_mail_tells_them_of_it(about, analyst, others):
    emails.tell_somebody_wants_out(about)
    Conversation.objects.filter(pk=about.pk).update(state=State.ACCEPTED)
    about.refresh_from_db()
    emails.tell_words_are_out(about)

    told = set(OutboxMessage.objects.values_list("to", flat=True))
    assert analyst.email not in told
    assert others[1].email in told
