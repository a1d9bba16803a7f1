"""A note can be taken back for 14 days while nobody accepted it. Then changes are asked for and remembered."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from common.models import OutboxMessage
from conversations import actions
from conversations.models import Conversation, Correction
from conversations.states import State

CODE = "point-1-words"


def address(conversation: Conversation, name: str, *args) -> str:
    return reverse(f"conversations:{name}", args=[conversation.reference, *args])


@pytest.fixture
def handed_in(make_conversation, make_point):
    """Handed in so many days ago, with one point."""

    def make(days_ago: int = 1, state: State = State.SUBMITTED, **fields) -> Conversation:
        at = timezone.now() - timedelta(days=days_ago)
        conversation = make_conversation(state=state, submitted_at=at, total_attended=12, **fields)
        make_point(conversation, words="Most people want the hall open.", kind="idea")
        return conversation

    return make


@pytest.fixture
def asked(ben, handed_in):
    """Ben asks for a change in an accepted note of his."""

    def ask(**overrides) -> Correction:
        wish = {"code": CODE, "new_words": "A few people want the hall open.", "reason": "I wrote most."}
        return actions.ask_for_correction(conversation=handed_in(state=State.ACCEPTED), by=ben, **wish | overrides)

    return ask


def test_ben_takes_it_back_changes_it_and_hands_it_in_again(at_ben, handed_in):
    conversation = handed_in(days_ago=13)
    assert "Take it back and change it" in at_ben.get(address(conversation, "note")).content.decode()

    at_ben.post(address(conversation, "take_back"))

    conversation.refresh_from_db()
    assert conversation.state == State.DRAFT
    assert at_ben.get(address(conversation, "change_point", 1)).status_code == 200


@pytest.mark.parametrize(("days_ago", "state"), [(15, State.SUBMITTED), (1, State.ACCEPTED), (1, State.CODED),
                                                 (1, State.WITHDRAWN), (1, State.QUARANTINE)])  # fmt: skip
def test_what_is_locked_accepted_or_elsewhere_cannot_be_taken_back(at_ben, handed_in, days_ago, state):
    conversation = handed_in(days_ago, state)

    assert at_ben.post(address(conversation, "take_back")).status_code == 403
    conversation.refresh_from_db()
    assert conversation.state == state


def test_nobody_else_takes_it_back(make_facilitator, signed_in, handed_in):
    conversation = handed_in()

    assert signed_in(make_facilitator("eve@example.org")).post(address(conversation, "take_back")).status_code == 404


def test_ben_asks_and_the_coordinator_makes_the_change_which_is_remembered(
    at_ben, client, ben, coordinator, signed_in, handed_in, settings
):
    conversation = handed_in(days_ago=15)
    at_ben.post(address(conversation, "ask_for_correction", CODE), {
        "new_words": "A few people want the hall open.", "reason": "I wrote most, and it was a few.",
    })  # fmt: skip
    correction = Correction.objects.get()
    mail = OutboxMessage.objects.get(to=coordinator.email)
    assert conversation.reference in mail.text
    assert "hall" not in mail.text

    desk = signed_in(coordinator)
    assert conversation.reference in desk.get(reverse("conversations:waiting_corrections")).content.decode()
    desk.post(reverse("conversations:decide_correction", args=[correction.pk]), {"make": "yes"})

    assert conversation.points.get().words == "A few people want the hall open."
    history = desk.get(address(conversation, "read_note")).content.decode()
    assert "Most people want the hall open." in history
    assert "I wrote most, and it was a few." in history
    assert OutboxMessage.objects.filter(to=ben.email).exists()
    assert "Changed" in signed_in(ben).get(address(conversation, "corrections")).content.decode()


def test_saying_no_needs_a_reason_and_changes_nothing(coordinator, signed_in, asked):
    correction = asked()
    here = reverse("conversations:decide_correction", args=[correction.pk])
    desk = signed_in(coordinator)

    assert "Say why not" in desk.post(here, {"make": "no"}).content.decode()
    desk.post(here, {"make": "no", "answer": "The flip chart says most."})

    correction.refresh_from_db()
    assert correction.status == "Not changed"
    assert correction.conversation.points.get().words == "Most people want the hall open."


def test_old_words_that_point_at_somebody_are_not_kept_in_the_history(coordinator, asked):
    correction = asked(points_at_somebody=True)

    actions.decide_correction(correction=correction, by=coordinator, make=True)

    correction.refresh_from_db()
    assert correction.old_words == ""
    assert correction.conversation.points.get().words == "A few people want the hall open."


@pytest.mark.parametrize("words", ["Ask Kieran Smith about the hall.", "Ring 07700 900123."])
def test_a_name_cannot_come_in_by_a_correction_and_what_was_typed_stays(at_ben, handed_in, words):
    conversation = handed_in(state=State.ACCEPTED)

    page = at_ben.post(address(conversation, "ask_for_correction", CODE), {"new_words": words, "reason": "So."})

    assert "There is a problem" in page.content.decode()
    assert words in page.content.decode()
    assert not Correction.objects.exists()


@pytest.mark.parametrize("wrong", [{"new_words": ""}, {"new_words": "Most people want the hall open."},
                                   {"new_words": "x " * 900}, {"reason": ""}, {"reason": "y" * 400}])  # fmt: skip
def test_what_is_missing_or_too_long_is_a_sentence(at_ben, handed_in, wrong):
    conversation = handed_in(state=State.ACCEPTED)
    wish = {"new_words": "A few people want it open.", "reason": "So."}

    page = at_ben.post(address(conversation, "ask_for_correction", CODE), wish | wrong).content.decode()

    assert "There is a problem" in page
    assert not Correction.objects.exists()


def test_nobody_decides_about_their_own_note(make_facilitator, handed_in):
    both = make_facilitator("both@example.org", 30, "coordinator")
    conversation = handed_in(state=State.ACCEPTED, facilitator=both)
    wish = {"new_words": "A few.", "reason": "So."}
    correction = actions.ask_for_correction(conversation=conversation, by=both, code=CODE, **wish)

    with pytest.raises(PermissionDenied):
        actions.decide_correction(correction=correction, by=both, make=True)


def test_a_facilitator_whose_training_lapsed_asks_for_nothing(make_facilitator, handed_in):
    lapsed = make_facilitator("zoe@example.org", days_ago=900)
    conversation = handed_in(state=State.ACCEPTED, facilitator=lapsed)

    with pytest.raises(PermissionDenied):
        actions.ask_for_correction(conversation=conversation, by=lapsed, code=CODE, new_words="A.", reason="B.")


def test_own_words_of_somebody_are_not_corrected(at_ben, ben, conversation):
    actions.save_point(
        conversation=conversation, by=ben, kind="idea", words="Open the hall.",
        quote={"words": "It is my home.", "consent": "publish", "consent_how": "spoken", "speaker": "parent"},
    )  # fmt: skip
    Conversation.objects.update(state=State.ACCEPTED)

    assert "It is my home." not in at_ben.get(address(conversation, "corrections")).content.decode()
    assert at_ben.get(address(conversation, "ask_for_correction", "quote-1-words")).status_code == 404


def test_asking_again_while_it_waits_changes_the_wish(ben, asked):
    first = asked()
    again = actions.ask_for_correction(
        conversation=first.conversation, by=ben, code=CODE, new_words="Some people.", reason="Better."
    )

    assert again.pk == first.pk
    assert Correction.objects.get().new_words == "Some people."


def test_a_text_that_changed_meanwhile_is_not_written_over(coordinator, asked):
    correction = asked()
    correction.conversation.points.update(words="Nobody wants the hall.")

    with pytest.raises(actions.TextIsGone):
        actions.decide_correction(correction=correction, by=coordinator, make=True)


def test_deciding_twice_is_deciding_once(coordinator, asked):
    correction = asked()
    for make in (True, False):
        actions.decide_correction(correction=correction, by=coordinator, make=make, answer="Fine.")

    correction.refresh_from_db()
    assert correction.is_made


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.DRAFT, State.QUARANTINE])
def test_of_a_note_that_nobody_may_read_nothing_waits(asked, state):
    asked()
    Conversation.objects.update(state=state)

    assert not Correction.objects.waiting().exists()


def test_whoever_may_only_read_the_list_finds_no_link_that_is_closed_to_them(coordinator, signed_in, staff, asked):
    asked()
    here, to_it = reverse("conversations:waiting_corrections"), "/workspace/corrections/"
    link = f'href="{to_it}{Correction.objects.get().pk}/"'

    assert link in signed_in(coordinator).get(here).content.decode()
    for role in (Role.ANALYST, Role.REDACTOR):
        page = signed_in(staff(role)).get(here).content.decode()
        assert "Changes asked for" in page
        assert link not in page


def test_the_list_asks_as_much_for_many_as_for_few(coordinator, signed_in, asked):
    desk, here = signed_in(coordinator), reverse("conversations:waiting_corrections")

    def questions() -> int:
        with CaptureQueriesContext(connection) as found:
            assert desk.get(here).status_code == 200
        return len(found)

    asked()
    questions()
    few = questions()
    for _ in range(5):
        asked()

    assert questions() == few <= 10


def test_a_wish_that_is_too_long_for_its_text_is_refused_behind_the_form_too(asked):
    with pytest.raises(ValidationError):
        asked(new_words="x " * 900)
