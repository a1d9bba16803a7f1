"""What may be a name is a warning: the writer decides, and a second person looks before anyone reads."""

import logging
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.urls import reverse

from accounts.roles import Role
from common.models import AuditEntry
from conversations import actions, permissions, steps
from conversations.models import AllowedWords, Conversation, KeptWords
from conversations.privacy import Kind, findings_in, measuring
from conversations.privacy.notes import PrivacyCheck
from conversations.states import MoveRefused, State

WITH_A_NAME = "Ask Kieran at the hall, he knows everyone."


def address(conversation: Conversation, name: str) -> str:
    return reverse(f"conversations:{name}", args=[conversation.reference])


def names(text: str) -> list[str]:
    return [text[found.start : found.end] for found in findings_in(text) if found.kind == Kind.NAME]


@pytest.fixture
def named(conversation, complete, make_point) -> Conversation:
    """A note that is complete, and has a name in it."""
    complete(conversation)
    make_point(conversation, words=WITH_A_NAME)
    return conversation


@pytest.fixture
def found(named):
    return PrivacyCheck(named).to_decide[0]


def where(found) -> dict:
    return {"code": found.note_text.code, "fingerprint": found.finding.fingerprint}


@pytest.fixture
def quarantined(named, found, ben) -> Conversation:
    actions.keep_words(conversation=named, by=ben, reason="It is a shop.", **where(found))
    return actions.submit(conversation=named, by=ben)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("People trust Oluwaseun Adeyemi to listen.", "Oluwaseun Adeyemi"),
        ("we spoke about fatuma and her friends", "fatuma"),
        ("Zbigniew told us that it is quiet.", "Zbigniew"),
        ("Everyone knows Thushyanthan's uncle.", "Thushyanthan"),
        ("my son is called brontë and he is scared", "brontë"),
    ],
)
def test_a_name_is_found_in_capitals_and_in_small_letters(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "We meet in Evelyn and in Lee Green.",
        "In April the Mayor came to Deptford Park School.",
        "Will anything change?",
    ],
)
def test_wards_schools_months_and_questions_name_nobody(text):
    assert names(text) == []


def test_how_old_where_and_what_happened_point_at_one_person_together():
    text = "A 14-year-old at the academy was stabbed."

    assert [found.kind for found in findings_in(text)] == [Kind.INDIRECT]
    assert findings_in("A 14-year-old wants a library.") == []


def test_staff_say_that_words_name_nobody(named, make_point):
    AllowedWords.objects.create(words="Kieran", kind="place")

    assert [found.matched for found in PrivacyCheck(named).to_decide] == ["Kieran"]
    AllowedWords.objects.update(words="Ask Kieran")
    assert PrivacyCheck(named).to_decide == []


def test_a_note_with_a_name_is_not_handed_in_before_ben_decided(at_ben, named):
    answer = at_ben.post(address(named, "check_note"), follow=True)

    named.refresh_from_db()
    assert answer.redirect_chain[-1][0] == address(named, "check_privacy")
    assert "<mark>Kieran</mark>" in answer.content.decode()
    assert named.state == State.DRAFT


def test_one_tap_puts_a_role_in_the_place_of_a_name(at_ben, named, found):
    at_ben.post(address(named, "replace_words"), {**where(found), "role": "a young person"})
    at_ben.post(address(named, "check_note"))

    named.refresh_from_db()
    assert named.points.last().words == "Ask a young person at the hall, he knows everyone."
    assert named.state == State.SUBMITTED


def test_a_name_is_kept_apart_and_a_number_a_postcode_and_an_address_never_pass(at_ben, named):
    """F3, with its own words: what identifies somebody blocks; what may be a name can only go into quarantine."""
    conversation = named
    line = "Kieran Smith, 07700 900123, SE13 5AB, kieran@example.com"
    screen = reverse("conversations:note_points", args=[conversation.reference, steps.step_of("ideas")])

    page = at_ben.post(screen, {"words": line, "next": "on"}).content.decode()

    for kind in ("a phone number", "a postcode", "an email address"):
        assert kind in page
    assert not conversation.points.filter(words__contains="07700").exists()
    assert line in page


def test_keeping_words_needs_a_reason(at_ben, named, found):
    page = at_ben.post(address(named, "keep_words"), {**where(found), "reason": " "}, follow=True).content.decode()

    assert "Say why it is not a person" in page
    assert not KeptWords.objects.exists()


def test_a_kept_name_puts_the_note_in_quarantine(at_ben, named, found):
    at_ben.post(address(named, "keep_words"), {**where(found), "reason": "It is the name of a shop."})
    at_ben.post(address(named, "check_note"))

    named.refresh_from_db()
    assert named.state == State.QUARANTINE
    assert "nobody else can read the note until then" in at_ben.get(address(named, "note")).content.decode()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.REDACTOR])
def test_a_quarantined_note_is_in_no_list_count_or_page_of_anybody_else(role, quarantined, staff, signed_in):
    user = staff(role)
    browser = signed_in(user)

    assert not permissions.can_read_note(user, quarantined)
    assert not Conversation.objects.visible_to(user).exists()
    assert not Conversation.objects.counted().exists()
    assert browser.get(address(quarantined, "read_note")).status_code in (403, 404)
    assert quarantined.reference not in browser.get(reverse("conversations:workspace_conversations")).content.decode()
    assert browser.get(reverse("conversations:redaction")).status_code == 403
    assert browser.get(address(quarantined, "redact_note")).status_code == 403
    with pytest.raises(PermissionDenied):
        actions.release(conversation=quarantined, by=user)


def test_the_redactor_takes_the_name_out_and_the_original_is_gone(quarantined, staff, signed_in):
    redactor = signed_in(staff(Role.REDACTOR))
    queue = redactor.get(reverse("conversations:redaction")).content.decode()
    page = redactor.get(address(quarantined, "redact_note"))
    texts = {name: field.initial for name, field in page.context["form"].fields.items()}

    answer = redactor.post(
        address(quarantined, "redact_note"), {**texts, "point-2-words": "Ask the caretaker.", "next": "release"}
    )

    quarantined.refresh_from_db()
    assert quarantined.reference in queue
    assert "Kieran" not in queue
    assert answer["Location"] == reverse("conversations:redaction")
    assert quarantined.state == State.SUBMITTED
    assert quarantined.points.get(number=2).words == "Ask the caretaker."
    assert not KeptWords.objects.exists()
    assert {"words redacted", "note released"} <= set(AuditEntry.objects.values_list("action", flat=True))


def test_what_the_redactor_let_stand_is_not_asked_again(quarantined, staff, ben, coordinator):
    actions.release(conversation=quarantined, by=staff(Role.REDACTOR))
    actions.send_back(conversation=quarantined, by=coordinator, reason="Please split it.")

    assert actions.submit(conversation=quarantined, by=ben).state == State.SUBMITTED


def test_the_redactor_does_not_release_what_points_at_one_person(quarantined, staff):
    quarantined.points.filter(number=2).update(words="Ring 07700 900123")

    with pytest.raises(MoveRefused, match="points at one person"):
        actions.release(conversation=quarantined, by=staff(Role.REDACTOR))


def test_what_was_typed_round_the_form_is_still_found_at_the_end(named, ben):
    named.points.filter(number=2).update(words="Ring 07700 900123")

    with pytest.raises(actions.NotYetDecided):
        actions.submit(conversation=named, by=ben)


def test_no_found_word_is_logged_or_kept_elsewhere(at_ben, named, found, caplog):
    caplog.set_level(logging.DEBUG)
    at_ben.post(address(named, "keep_words"), {**where(found), "reason": "It is a shop."})
    at_ben.post(address(named, "check_note"))

    kept = KeptWords.objects.values().get()
    assert "Kieran" not in caplog.text + str(kept) + str(list(AuditEntry.objects.values()))


def test_the_aims_of_the_measurement_are_met():
    measured = measuring.measure()

    assert sum(tradition.people for tradition in measured.traditions) >= 200
    assert len(measured.traditions) >= 8
    assert measured.total(lambda t: t.cased).share >= measuring.LEAST_CASED
    assert measured.total(lambda t: t.uncased).share >= measuring.LEAST_UNCASED
    assert measured.worst_of_best(lambda t: t.cased) >= measuring.LEAST_OF_BEST
    assert measured.worst_of_best(lambda t: t.uncased) >= measuring.LEAST_OF_BEST
    assert measured.false_alarms.share <= measuring.MOST_FALSE
    assert all(tally.found == tally.asked for tally in measured.identifiers.values())


def test_the_command_prints_the_measurement():
    out = StringIO()

    call_command("measure_privacy_check", stdout=out)

    assert "west_african" in out.getvalue()
    assert "False alarms" in out.getvalue()


def test_the_queue_asks_the_same_number_of_questions(quarantined, make_conversation, staff, signed_in,
                                                     django_assert_max_num_queries):  # fmt: skip
    redactor = signed_in(staff(Role.REDACTOR))
    for _ in range(10):
        make_conversation(state=State.QUARANTINE)

    with django_assert_max_num_queries(8):
        redactor.get(reverse("conversations:redaction"))
